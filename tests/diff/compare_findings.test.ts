import type { Dataset } from "../../lib/dataset/load.ts";
import { compareFindings } from "../../lib/diff/compare_findings.ts";
import { compareTables } from "../../lib/diff/compare_tables.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { dataset, total } from "./datasets.ts";
import assert from "node:assert/strict";

async function found(data: Dataset) {
  using result = await reconcile(data);
  return {
    result: result.toJSON(),
    cheapest: result.cheapestRepair,
    readings: await result.readings(),
  };
}

async function compare(old: Dataset, now: Dataset) {
  const { renames } = compareTables(old, now);
  return compareFindings(await found(old), await found(now), renames);
}

const JANUARY = total("january", "70", "2024-01", "2024-01");
const QUARTER = total("quarter", "100", "2024-01", "2024-03");
const MARCH = total("march", "50", "2024-03", "2024-03");
const AGREES = dataset({ claims: [JANUARY, QUARTER] });
const CONFLICTS = dataset({ claims: [JANUARY, QUARTER, MARCH] });

Deno.test("the same claims have the same findings", async () => {
  const diff = await compare(CONFLICTS, CONFLICTS);
  assert.equal(diff.changed, false);
  assert.deepEqual(diff.bounds, []);
  assert.deepEqual(diff.conflicts.gone, []);
});

Deno.test("a claim that contradicts the others changes the verdict", async () => {
  const diff = await compare(AGREES, CONFLICTS);
  assert.equal(diff.changed, true);
  assert.deepEqual(diff.consistent, { old: true, new: false });
  assert.equal(diff.slack.old, 0);
  // 70(1 − t) + 50(1 − t) ≤ 100(1 + t)
  assert.ok(Math.abs(diff.slack.new - 20 / 220) < 1e-6);
  assert.deepEqual(diff.modelled, { old: 2, new: 3 });
  assert.deepEqual(diff.conflicts.new.map(({ claims }) => claims), [
    ["january", "march", "quarter"],
  ]);
  assert.deepEqual(diff.cheapest_repair.old.drop, []);
  assert.deepEqual(diff.cheapest_repair.new.drop, ["january"]);
  assert.deepEqual(diff.repairs.new, [["january"], ["march"], ["quarter"]]);
  assert.deepEqual(diff.readings?.dropped.length, 1);

  const back = await compare(CONFLICTS, AGREES);
  assert.deepEqual(back.conflicts.gone, diff.conflicts.new);
  assert.deepEqual(back.consistent, { old: false, new: true });
  assert.deepEqual(
    back.bounds.map((row) => ({ ...row, old: row.new, new: row.old })),
    diff.bounds,
  );
});

Deno.test("a number that changes moves its interval and the bounds", async () => {
  const now = dataset({ claims: [{ ...JANUARY, stated: "80" }, QUARTER] });
  const diff = await compare(AGREES, now);
  assert.deepEqual(diff.intervals, [{
    claim: "january",
    old: { low: 70, high: 70 },
    new: { low: 80, high: 80 },
  }]);
  assert.deepEqual(
    diff.bounds.map(({ start, old, new: now }) => [
      start,
      old,
      now,
    ]),
    [
      ["2024-01-01", { low: 70, high: 70 }, { low: 80, high: 80 }],
      ["2024-02-01", { low: 0, high: 30 }, { low: 0, high: 20 }],
      ["2024-03-01", { low: 0, high: 30 }, { low: 0, high: 20 }],
    ],
  );
});

Deno.test("months that a version does not reach have no bounds in it", async () => {
  const now = dataset({
    claims: [JANUARY, { ...QUARTER, end: "2024-04" }],
  });
  const diff = await compare(AGREES, now);
  const april = diff.bounds.find(({ start }) => start === "2024-04-01");
  assert.deepEqual([april?.old, april?.new], [null, { low: 0, high: 30 }]);
});

Deno.test("a conflict of the same claims with other numbers is told anew", async () => {
  const now = dataset({
    claims: [JANUARY, QUARTER, { ...MARCH, stated: "60" }],
  });
  const { conflicts } = await compare(CONFLICTS, now);
  assert.deepEqual([conflicts.gone, conflicts.new], [[], []]);
  assert.equal(conflicts.retold.length, 1);
  assert.match(conflicts.retold[0]!.old, /50/);
  assert.match(conflicts.retold[0]!.new, /60/);
});

Deno.test("renamed claims and measures change no finding but words", async () => {
  const now = dataset({
    claims: [
      { ...JANUARY, claim_id: "jan" },
      QUARTER,
      { ...MARCH, claim_id: "mar" },
    ],
  });
  const diff = await compare(CONFLICTS, now);
  assert.equal(diff.changed, false, JSON.stringify(diff));
});

Deno.test("readings that were cut short are not compared", async () => {
  const old = await found(AGREES);
  const cut = { ...old, readings: { ...old.readings, complete: false } };
  const { renames } = compareTables(AGREES, AGREES);
  assert.equal(compareFindings(old, cut, renames).readings, null);
  assert.notEqual(compareFindings(old, old, renames).readings, null);
});

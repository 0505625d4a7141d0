// What the shipped reports imply, pinned: each test does the sum that a reader
// would do by hand, so that a change of the data or of the engine shows.
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../lib/reconcile/tables.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

function only(ids: readonly string[], options: ReconcileOptions = {}) {
  const claims = data.claims.filter((row) => ids.includes(row.claim_id));
  assert.equal(claims.length, ids.length);
  return reconcile({ ...data, claims }, options);
}

function reports(options: ReconcileOptions = {}) {
  return reconcile(data, { collections: ["reports"], ...options });
}

Deno.test("60,000 as desertion alone contradicts 19,922", async () => {
  // Bare 60,000 is at least 55,000; desertion alone was counted as 19,922.
  using result = await only(
    ["kyivpost-60000-cases", "kyivpost-19922-desertion"],
    { reading: { "kyivpost-60000-cases": "art-408" } },
  );
  assert.deepEqual(result.conflicts.map((conflict) => conflict.claims), [
    ["kyivpost-19922-desertion", "kyivpost-60000-cases"],
  ]);
  assert.match(result.conflicts[0]!.text, /55,000 .* is more than 19,922/);
});

Deno.test("60,000 as both articles agrees with 19,922 + 41,950 = 61,872", async () => {
  using result = await only([
    "kyivpost-60000-cases",
    "kyivpost-19922-desertion",
    "kyivpost-41950-awol",
  ]);
  assert.equal(result.consistent, true);
  const { impliedLow, impliedHigh } = result.implied("kyivpost-60000-cases");
  assert.deepEqual([impliedLow, impliedHigh], [61_872, 61_872]);
});

Deno.test("15,000 to 18,000 agrees with October as an average, not as every month", async () => {
  const pair = ["wtat-15k-18k-monthly", "wtat-21600-october"];
  using mean = await only(pair);
  assert.equal(mean.consistent, true);
  // "About" widens 18,000 by 1,000; October is at least 21,550.
  using each = await only(pair, {
    reading: { "wtat-15k-18k-monthly": "each-month" },
  });
  assert.deepEqual(each.conflicts.map((conflict) => conflict.claims), [pair]);
  assert.match(each.conflicts[0]!.text, /21,550 .* is more than 19,000/);
});

Deno.test("230,000 by November as both articles contradicts 231,000 by June with October", async () => {
  const reading = { "wtat-230000-cases": "proceedings" };
  using result = await only([
    "izvestia-231k-lead",
    "wtat-21600-october",
    "wtat-230000-cases",
  ], { reading });
  const [conflict] = result.conflicts;
  assert.equal(conflict?.claims.length, 3);
  // 230,000 + 21,550 = 251,550, and "over 230,000" reaches 240,000.
  assert.match(conflict.text, /is 251,550, more than 240,000/);

  // Beside all the others it would fit these month ends, and no later one: by
  // the end of September at least 230,000 - 108,000 + 148,350 are counted.
  using all = await reports({ reading });
  const fitting = all.staleness("wtat-230000-cases");
  assert.equal(fitting[0], "2025-01-31");
  assert.equal(fitting.at(-1), "2025-08-31");
  assert.ok(fitting.includes("2025-06-30"));
});

Deno.test("November and December 2024, which no report counts, are bounded by the rest", async () => {
  using result = await reports();
  const { low, high } = result.bounds("proceedings", "2024-11", "2024-12");
  // To June 2025 at most 231,000; less at least 107,000 of 2025 and 61,872 of
  // January to October 2024: 62,128. All of 2022 and 2023 may lie before
  // 24 February 2022, which is why nothing more is taken off.
  assert.deepEqual([low, high], [0, 231_000 - 107_000 - 61_872]);

  // Counted from the invasion, 2022 and 2023 have at least half of 61,872.
  using invasion = await reports({
    reading: {
      "kyivpost-more-than-combined": "from-invasion",
      "viewus-nearly-doubles": "from-invasion",
    },
  });
  const bounds = invasion.bounds("proceedings", "2024-11", "2024-12");
  assert.deepEqual([bounds.low, bounds.high], [0, 62_128 - 61_872 / 2]);
});

Deno.test("at least twice 231,000 agrees with over 500,000", async () => {
  using result = await only([
    "izvestia-231k-lead",
    "izvestia-at-least-twice",
    "izvestia-500k",
  ]);
  assert.equal(result.consistent, true);
  // Twice the least that "nearly 231,000" allows, and July can only add.
  const { impliedLow, impliedHigh } = result.implied("izvestia-500k");
  assert.deepEqual([impliedLow, impliedHigh], [460_000, null]);
});

Deno.test("the reports together disagree only over who left, and one claim mends it", async () => {
  using result = await reports();
  assert.equal(result.consistent, false);
  assert.ok(result.conflictsComplete && result.repairsComplete);
  for (const { claims } of result.conflicts) {
    assert.ok(claims.includes("wtat-100k-200k-self-leave"));
  }
  assert.deepEqual(result.cheapestRepair, {
    drop: ["wtat-100k-200k-self-leave"],
    weight: 1,
    certain: true,
  });
  // 250,000 widened by a third meets 500,000 narrowed by a third.
  assert.ok(Math.abs(result.slack - 1 / 3) < 1e-6);
});

import { type Dataset, loadDataset } from "../../lib/dataset/load.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { dateTotal, dateTotals } from "../../lib/analysis/date_totals.ts";
import { differences } from "../../lib/analysis/differences.ts";
import { restsOn } from "../../lib/analysis/rests_on.ts";
import { monthsThatFollow } from "../../lib/analysis/months_that_follow.ts";
import type { Claim } from "../../lib/quantity/claim.ts";
import { formatDay } from "../../lib/quantity/date.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const EMPTY = {
  folder: "",
  readings: [],
  sources: [],
  measures: [],
  relations: [],
  hedges: [],
};

function total(id: string, stated: string, start: string, end: string): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    hedge: "exact",
    ...{ stated, start, end },
  };
}

function datasetOf(claims: readonly Claim[]): Dataset {
  return { ...EMPTY, claims } as unknown as Dataset;
}

/** Exact running totals: 100 a month from January 2024 on. */
const RUNNING = Array.from(
  { length: 6 },
  (_, i) => total(`r${i}`, `${100 * (i + 1)}`, "2024-01", `2024-0${i + 1}`),
);

async function datedOf(number: string, end: string) {
  const data = datasetOf([total("x", number, "2024-01", end), ...RUNNING]);
  const [row, ...figures] = claimIntervals(data);
  const [found] = await dateTotals(
    data,
    [row!],
    figures.map(({ claim }) => claim),
  );
  return {
    stale: found!.stale,
    meets: found!.meets,
    ends: found!.ends.map(formatDay),
  };
}

Deno.test("a total is stale where its number fits an earlier month end alone", async () => {
  assert.deepEqual(await datedOf("300", "2024-05"), {
    stale: true,
    meets: false,
    ends: ["2024-03-31"],
  });
  // The same number on its own day, ahead of it, and at none.
  assert.equal((await datedOf("300", "2024-03")).stale, false);
  assert.deepEqual(await datedOf("500", "2024-03"), {
    stale: false,
    meets: false,
    ends: ["2024-05-31"],
  });
  assert.deepEqual(await datedOf("350", "2024-03"), {
    stale: false,
    meets: false,
    ends: [],
  });
});

Deno.test("a total that ends within a month is not stale for want of a month end", async () => {
  const found = await datedOf("350", "2024-04-15");
  assert.deepEqual(found, { stale: false, meets: true, ends: [] });
});

Deno.test("a total among others that disagree is dated by those that are left", async () => {
  const data = datasetOf([
    ...RUNNING,
    total("x", "300", "2024-01", "2024-05"),
  ]);
  using result = await reconcile(data);
  assert.deepEqual(result.cheapestRepair.drop, ["x"]);
  const rows = claimIntervals(data);
  assert.equal(dateTotal(result, rows.at(-1)!).stale, true);
  assert.equal(dateTotal(result, rows[0]!).stale, false);
});

Deno.test("differences() takes the next total that shares a day, and all claims tighten it", async () => {
  const data = datasetOf([
    { ...total("a", "1000", "2024-01", "2024-03"), hedge: "about" },
    total("b", "4500", "2024-01", "2024-06"),
    total("c", "9000", "2024-01", "2024-12"),
    total("d", "4000", "2024-10", "2024-12"),
    total("may", "900", "2024-05", "2024-05"),
    { ...total("a2", "1000", "2024-01", "2024-03"), hedge: "about" },
  ]);
  using result = await reconcile(data);
  const found = differences(result, claimIntervals(data));
  assert.deepEqual(
    found.map(({ less, more, between, low, high }) => [
      less.claim.claim_id,
      more.claim.claim_id,
      `${formatDay(between.start)} ${formatDay(between.end)}`,
      low,
      high,
    ]),
    [
      ["a", "b", "2024-04-01 2024-06-30", 2500, 4500],
      ["b", "c", "2024-07-01 2024-12-31", 4500, 4500],
      ["d", "c", "2024-01-01 2024-09-30", 5000, 5000],
    ],
  );
  for (const { low, high, bounds, months, monthlyLow } of found) {
    assert.ok(bounds.low >= low! && bounds.high! <= high!);
    assert.ok(Math.abs(monthlyLow * months - bounds.low) < 1e-6);
    assert.ok(restsOn(bounds).length >= 2);
  }
});

Deno.test("differences() below zero say that two totals cannot both be true", async () => {
  const between = async (first: Partial<Claim>, second: Partial<Claim>) => {
    const data = datasetOf([
      { ...total("first", "500", "2024-01", "2024-03"), ...first },
      { ...total("second", "200", "2024-01", "2024-06"), ...second },
    ]);
    using result = await reconcile(data);
    const [found] = differences(result, claimIntervals(data));
    return [found?.low, found?.high];
  };
  assert.deepEqual(await between({}, {}), [-300, -300]);
  // 400 to 600 by March, 100 to 300 by June: from −500 to −100, and not from 0.
  const about = { hedge: "about" };
  assert.deepEqual(await between(about, about), [-500, -100]);
  // Where some number is left it is no number below zero: 400 to 600, 300 to
  // 500.
  assert.deepEqual(
    await between(about, { hedge: "about", stated: "400" }),
    [0, 100],
  );
  // At least 500 by March leaves no low; a count below zero there is none.
  const open = { hedge: "at_least" };
  assert.deepEqual(await between(open, {}), [null, -300]);
  assert.deepEqual(await between(open, { stated: "700" }), [0, 200]);
  assert.deepEqual(await between({}, open), [0, null]);
});

Deno.test("monthsThatFollow() leaves out what is stated, and names what it rests on", async () => {
  const data = datasetOf([
    ...RUNNING,
    total("may", "100", "2024-05", "2024-05"),
  ]);
  using result = await reconcile(data);
  const found = monthsThatFollow(result, claimIntervals(data));
  assert.deepEqual(found.map(({ start }) => start.slice(0, 7)), [
    "2024-02",
    "2024-03",
    "2024-04",
    "2024-06",
  ]);
  for (const { start, end, value, from } of found) {
    assert.equal(value, 100);
    using alone = await reconcile(
      datasetOf(data.claims.filter(({ claim_id }) => from.includes(claim_id))),
    );
    const { low, high } = alone.bounds("cases", start, end);
    assert.deepEqual([low, high], [100, 100]);
  }
});

Deno.test("every month that follows in the shipped record follows from what it names", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const official = data.claims.filter(({ collection, status }) =>
    collection === "record" && status === "official"
  );
  using record = await reconcile({ ...data, claims: official });
  const found = monthsThatFollow(record, claimIntervals(data));
  assert.ok(found.length > 0);
  for (const { measure, start, end, value, from } of found) {
    using alone = await reconcile({
      ...data,
      claims: official.filter(({ claim_id }) => from.includes(claim_id)),
    });
    const { low, high } = alone.bounds(measure, start, end);
    assert.deepEqual([low, high], [value, value], `${measure} ${start}`);
  }
});

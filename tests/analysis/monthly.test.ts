import assert from "node:assert/strict";
import { monthlyFigures } from "../../lib/analysis/monthly.ts";
import { monthsOf } from "../../lib/analysis/published_months.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { Claim } from "../../lib/quantity/claim.ts";

const april = { start: "2024-04", end: "2024-04" } as const;

async function figures(
  claims: readonly Claim[],
  per?: "day" | "week" | "month" | "quarter" | "year",
) {
  using result = await reconcile(claims);
  return monthlyFigures(result, { per }).map(({ row, stated, low, high }) => [
    row.claim.claim_id,
    stated,
    low,
    high,
  ]);
}

const CLAIMS: Claim[] = [
  {
    ...april,
    ...{ claim_id: "total", measure: "m", kind: "total", stated: "600" },
    hedge: "exact",
  },
  {
    ...april,
    ...{ claim_id: "daily", measure: "m", kind: "rate", per: "day" },
    ...{ stated: "20", hedge: "exact" },
  },
  {
    ...april,
    ...{ claim_id: "weekly", measure: "m", kind: "rate", per: "week" },
    ...{ stated: "140", hedge: "exact" },
  },
  {
    ...{ claim_id: "one-day", measure: "m", kind: "total", stated: "25" },
    ...{ hedge: "exact", start: "2024-04-09", end: "2024-04-09" },
  },
  {
    ...{ claim_id: "level", measure: "l", kind: "level", stated: "7" },
    ...{ hedge: "exact", start: "2024-04-09" },
  },
];

Deno.test("monthlyFigures() divides totals and rates by the units of their period", async () => {
  // April: 30 days, so 20 a day and 140 a week make 600.
  assert.deepEqual(await figures(CLAIMS), [
    ["total", false, 600, 600],
    ["daily", false, 600, 600],
    ["weekly", false, 600, 600],
  ]);
  assert.deepEqual(await figures(CLAIMS, "day"), [
    ["total", false, 20, 20],
    ["daily", true, 20, 20],
    ["weekly", false, 20, 20],
    ["one-day", false, 25, 25],
  ]);
  assert.deepEqual(await figures(CLAIMS, "week"), [
    ["total", false, 140, 140],
    ["daily", false, 140, 140],
    ["weekly", true, 140, 140],
  ]);
  // A month is no quarter: there is nothing to be said of one.
  assert.deepEqual(await figures(CLAIMS, "quarter"), []);
});

Deno.test("monthsOf() takes totals of single units alone", async () => {
  using result = await reconcile(CLAIMS);
  const ids = (per: "day" | "month") =>
    monthsOf(monthlyFigures(result, { per }), "m").map(({ row }) =>
      row.claim.claim_id
    );
  assert.deepEqual(ids("month"), ["total"]);
  assert.deepEqual(ids("day"), ["one-day"]);
});

Deno.test("monthlyFigures() refuses what is no unit", () => {
  assert.throws(
    () => monthlyFigures([], { per: "fortnight" as never }),
    /per: .*day, week, month, quarter or year/,
  );
});

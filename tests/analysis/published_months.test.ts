import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { monthlyFigures } from "../../lib/analysis/monthly.ts";
import {
  monthsOf,
  publishedMonths,
} from "../../lib/analysis/published_months.ts";
import { monthOf } from "../../lib/quantity/date.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const figures = monthlyFigures(claimIntervals(data));

Deno.test("monthsOf() gives one figure a calendar month, the one that goes before", () => {
  const months = monthsOf(figures, "table");
  const starts = months.map(({ row }) => row.period!.start);
  assert.deepEqual(starts, starts.toSorted((a, b) => a - b));
  assert.equal(new Set(starts).size, months.length);
  for (const { row } of months) {
    assert.equal(monthOf(row.period!.start), monthOf(row.period!.end));
    assert.equal(row.claim.measure, "table");
    const rivals = figures.filter((other) =>
      other.months === 1 && other.row.claim.measure === "table" &&
      other.row.period!.start === row.period!.start
    );
    if (row.claim.status === "contested") {
      assert.ok(rivals.every(({ row }) => row.claim.status === "contested"));
    }
  }
});

Deno.test("publishedMonths() compares the same articles, and counts by hand", async () => {
  using official = await reconcile({
    ...data,
    claims: data.claims.filter(({ collection, status }) =>
      collection === "record" && status === "official"
    ),
  });
  const reports = figures.filter(({ row }) =>
    row.claim.collection === "reports"
  );
  const found = publishedMonths(reports, figures, official, {
    "proceedings": ["table", "no such register"],
    "proceedings-407": ["table-407"],
  });
  assert.ok(found.length > 0);
  for (const { figure, register, published, within, ...mean } of found) {
    const { measure } = figure.row.claim;
    assert.equal(register, measure.replace("proceedings", "table"));
    const { start, end } = figure.row.period!;
    let meet = 0;
    for (const month of published) {
      assert.ok(month.row.period!.start >= start);
      assert.ok(month.row.period!.end <= end);
      if (month.low <= figure.high! && figure.low <= month.high!) meet += 1;
    }
    assert.equal(within, meet);
    assert.equal(
      mean.meets,
      mean.meanLow <= figure.high! &&
        figure.low <= (mean.meanHigh ?? Infinity),
    );
  }
  const persons = found.filter(({ figure }) =>
    figure.row.claim.measure.startsWith("persons")
  );
  assert.deepEqual(persons, [], "persons are not set beside proceedings");
});

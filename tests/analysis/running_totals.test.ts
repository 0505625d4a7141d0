import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { runningTotal } from "../../lib/analysis/running_totals.ts";
import { formatDay } from "../../lib/quantity/date.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

Deno.test("runningTotal() follows a total month by month and never shrinks", async () => {
  using reports = await reconcile(data, { collections: ["reports"] });
  const { points, totals } = runningTotal(
    reports,
    claimIntervals(data).filter(({ claim }) => claim.collection === "reports"),
    {
      name: "Proceedings",
      measure: "proceedings",
      start: "2022-02-24",
      until: "2025-10-15",
    },
  );
  assert.equal(formatDay(points[0]!.day), "2022-02-28");
  assert.equal(formatDay(points.at(-1)!.day), "2025-10-15");
  assert.equal(points.length, 45);
  points.slice(1).forEach((point, i) => {
    const before = points[i]!;
    assert.ok(point.low >= before.low);
    assert.ok((point.high ?? Infinity) >= (before.high ?? Infinity));
  });
  const june = points.find(({ day }) => formatDay(day) === "2025-06-30")!;
  assert.ok(june.low >= 230_000 && june.high! <= 231_000);
  assert.deepEqual(totals.map(({ label }) => label), [
    "nearly 231,000, Izvestia",
    "nearly 231,000, Izvestia",
  ]);
});

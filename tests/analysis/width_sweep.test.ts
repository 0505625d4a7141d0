import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { sweepWidths } from "../../lib/analysis/width_sweep.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import assert from "node:assert/strict";

const year = {
  kind: "total",
  measure: "cases",
  start: "2024-01",
  end: "2024-12",
} as const;

const claims: Claim[] = [
  { ...year, claim_id: "a", stated: "60000" },
  { ...year, claim_id: "b", stated: "61500", hedge: "exact" },
  { ...year, claim_id: "c", stated: "61600", hedge: "exact" },
];

Deno.test("sweepWidths() finds where each conflict begins and ends", async () => {
  const sweep = await sweepWidths(claims, { most: 1, step: 0.5 });
  assert.deepEqual(sweep.conflicts, [
    { claims: ["a", "b"], from: 0, until: 0.3 },
    { claims: ["a", "c"], from: 0, until: 0.32 },
    { claims: ["b", "c"], from: 0, until: null },
  ]);
  assert.deepEqual(
    sweep.steps.map(({ width, conflicts }) => [width, conflicts]),
    [[0, 3], [0.3, 2], [0.32, 1], [0.5, 1], [1, 1]],
  );
  assert.equal(sweep.complete, true);
  assert.equal(sweep.most, 1);
});

Deno.test("sweepWidths() ends its grid at the widest width", async () => {
  const sweep = await sweepWidths([], { most: 1, step: 0.4 });
  assert.deepEqual(sweep.steps.map(({ width }) => width), [0, 0.4, 0.8, 1]);
  assert.deepEqual(sweep.conflicts, []);
});

Deno.test("sweepWidths() misses no conflict of the reports", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const options = { collections: ["reports"] };
  const sweep = await sweepWidths(data, { most: 2, step: 1 }, options);
  for (const width of [0, 0.1, 0.3, 0.45, 0.7, 1, 1.3, 1.97]) {
    using result = await reconcile(data, { ...options, width });
    assert.deepEqual(
      sweep.conflicts.filter(({ from, until }) =>
        from <= width && (until === null || width < until)
      ).map(({ claims }) => claims.join()).sort(),
      result.conflicts.map(({ claims }) => claims.join()).sort(),
      `width ${width}`,
    );
  }
});

Deno.test("sweepWidths() refuses a grid without end", async () => {
  for (const range of [{ step: 0 }, { most: -1 }, { step: 1e-9 }]) {
    await assert.rejects(sweepWidths(claims, range), RangeError);
  }
});

import assert from "node:assert/strict";
import { widthChange } from "../../lib/analysis/width_change.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { sweepWidths } from "../../lib/analysis/width_sweep.ts";

const sweep = {
  most: 3,
  steps: [],
  complete: true,
  conflicts: [
    { claims: ["a", "b"], from: 0, until: 0.5 },
    { claims: ["c", "d"], from: 0, until: 1 },
    { claims: ["a", "b", "c"], from: 0.5, until: 2 },
    { claims: ["c", "d", "e"], from: 1, until: null },
    { claims: ["f"], from: 0, until: null },
  ],
};

Deno.test("a conflict is gone at the width at which it dissolves, and the next one is there", () => {
  const ids = (rows: readonly { claims: readonly string[] }[]) =>
    rows.map(({ claims }) => claims.join(""));
  const { before, gone, come, after } = widthChange(sweep, 0, 1);
  assert.deepEqual(ids(before), ["ab", "cd", "f"]);
  assert.deepEqual(ids(gone), ["ab", "cd"]);
  assert.deepEqual(ids(come), ["abc", "cde"]);
  assert.deepEqual(ids(after), ["abc", "cde", "f"]);
  // One that has come and gone in between is neither.
  assert.deepEqual(ids(widthChange(sweep, 0, 3).come), ["cde"]);
  assert.deepEqual(ids(widthChange(sweep, 1, 1).gone), []);
});

Deno.test("widths beyond the sweep, or turned round, are refused", () => {
  assert.throws(() => widthChange(sweep, 0, 4), /No widths from 0 to 4/);
  assert.throws(() => widthChange(sweep, 2, 1), RangeError);
  assert.throws(() => widthChange(sweep, NaN, 1), RangeError);
});

Deno.test("the numbers of the reports add up, and are those of a reconciliation at that width", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const options = { collections: ["reports"] };
  const real = await sweepWidths(data, {}, options);
  const sets = (rows: readonly { claims: readonly string[] }[]) =>
    rows.map(({ claims }) => [...claims].sort().join()).sort();
  for (const width of [0, 1, 3]) {
    using result = await reconcile(data, { ...options, width });
    const { before, gone, come, after } = widthChange(real, 0, width);
    assert.deepEqual(sets(after), sets(result.conflicts), `width ${width}`);
    assert.equal(before.length - gone.length + come.length, after.length);
  }
});

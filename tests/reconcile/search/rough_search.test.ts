import assert from "node:assert/strict";
import { CheapestCover } from "../../../lib/reconcile/search/cheapest_cover.ts";
import { HittingSets } from "../../../lib/reconcile/search/hitting_sets.ts";
import { roughSearch } from "../../../lib/reconcile/search/rough_search.ts";
import { Deadline } from "../../../lib/reconcile/deadline.ts";
import { loadHighs } from "../../../lib/reconcile/solve/load_highs.ts";

/** Pairs along a ring of nine, and the three at its corners. */
const CONFLICTS = [
  ...Array.from({ length: 9 }, (_, i) => [i, (i + 1) % 9]),
  [0, 3, 6],
].map((set) => set.toSorted((a, b) => a - b));

/** What is asked about the ring. */
function task(
  covers: CheapestCover,
  seems: (kept: Uint8Array) => readonly number[] | null | undefined,
) {
  let seed = 1;
  return {
    everything: new Uint8Array(9).fill(1),
    seems,
    sets: new HittingSets(Array.from({ length: 9 }, () => 1n), covers),
    ordered: false,
    known: null,
    random: () => seed = seed * 48271 % 2147483647,
  };
}

Deno.test("what is told in a moment leads to the cheapest repair and to minimal cores", async () => {
  const covers = new CheapestCover(await loadHighs());
  const whole = (kept: Uint8Array) =>
    CONFLICTS.filter((set) => set.every((unit) => kept[unit]));
  const { cores, repair } = roughSearch(
    // Two conflicts at once: what is told need not be minimal.
    task(covers, (kept) => {
      const told = whole(kept).slice(0, 2).flat();
      return told.length > 0 ? [...new Set(told)].sort((a, b) => a - b) : null;
    }),
    new Deadline(20),
  );
  // Of nine in a ring no two of which may stay side by side five must go.
  assert.equal(repair?.length, 5);
  const left = new Uint8Array(9).fill(1);
  for (const unit of repair) left[unit] = 0;
  assert.deepEqual(whole(left), []);
  assert.ok(cores.length > 0);
  const known = new Set(CONFLICTS.map((set) => set.join()));
  for (const core of cores) assert.ok(known.has(core.join()), `${core}`);
});

Deno.test("where nothing can be told in a moment nothing is found", async () => {
  const covers = new CheapestCover(await loadHighs());
  const found = roughSearch(task(covers, () => undefined), new Deadline(20));
  assert.deepEqual(found, { cores: [], repair: null });
});

import assert from "node:assert/strict";
import { Deadline, Steps } from "../../../lib/reconcile/deadline.ts";
import { cheapestHittingSet } from "../../../lib/reconcile/search/hitting_set.ts";
import { hittingTree } from "../../../lib/reconcile/search/hitting_tree.ts";

/** Least weight, then fewest, then first, by trying every subset. */
function bruteForce(sets: number[][], weights: bigint[]): number[] {
  let best: number[] | null = null;
  let least = 0n;
  for (let mask = 0; mask < 1 << weights.length; mask++) {
    if (!sets.every((set) => set.some((e) => mask >> e & 1))) continue;
    const set = weights.flatMap((_, e) => mask >> e & 1 ? [e] : []);
    const weight = set.reduce((sum, e) => sum + weights[e]!, 0n);
    const earlier = best === null || weight < least ||
      weight === least && (set.length < best.length ||
          set.length === best.length && first(set, best));
    if (earlier) [best, least] = [set, weight];
  }
  return best!;
}

function first(a: number[], b: number[]): boolean {
  const i = a.findIndex((e, at) => e !== b[at]);
  return i >= 0 && a[i]! < b[i]!;
}

Deno.test("the cheapest hitting set is the one that trying all subsets finds", () => {
  let state = 5;
  const random = (below: number) =>
    (state = state * 48271 % 2147483647) % below;
  for (let round = 0; round < 400; round++) {
    const n = 2 + random(9);
    const weights = Array.from({ length: n }, () => BigInt(1 + random(3)));
    const sets = Array.from({ length: 1 + random(12) }, () => {
      const set = new Set([random(n)]);
      for (let i = random(4); i > 0; i--) set.add(random(n));
      return [...set].sort((a, b) => a - b);
    });
    const found = cheapestHittingSet(sets, weights, new Deadline(60));
    assert.ok(found.optimal);
    assert.deepEqual(
      found.set,
      bruteForce(sets, weights),
      `${JSON.stringify(sets)} ${weights}`,
    );
    const hint = random(2) ? [...weights.keys()] : null;
    assert.deepEqual(hittingTree(sets, weights, 1e6, hint), found);
  }
});

Deno.test("a search that had to stop calls nothing the cheapest that another beats", () => {
  let state = 11;
  const random = (below: number) =>
    (state = state * 48271 % 2147483647) % below;
  let whole = 0;
  for (let round = 0; round < 400; round++) {
    const n = 8 + random(5);
    const weights = Array.from({ length: n }, () => BigInt(1 + random(2)));
    const sets = Array.from({ length: 8 + random(20) }, () => {
      const set = new Set([random(n), random(n)]);
      for (let i = random(3); i > 0; i--) set.add(random(n));
      return [...set].sort((a, b) => a - b);
    });
    const best = bruteForce(sets, weights);
    for (let steps = 1; steps < 40; steps += 1 + random(3)) {
      const found = cheapestHittingSet(
        sets,
        weights,
        new Steps(steps, new Deadline(60)),
      );
      assert.ok(sets.every((set) => set.some((e) => found.set.includes(e))));
      if (!found.optimal) continue;
      whole++;
      assert.deepEqual(found.set, best, `${steps} ${JSON.stringify(sets)}`);
    }
  }
  assert.ok(whole > 400);
});

Deno.test("no sets need nothing", () => {
  assert.deepEqual(cheapestHittingSet([], [1n], new Deadline(1)).set, []);
});

Deno.test("out of time, what is found still hits every set and says so", () => {
  const sets: number[][] = [];
  for (let i = 0; i < 60; i++) {
    sets.push([...new Set([i % 31, (i * 7 + 3) % 37, (i * 11 + 5) % 41])]);
  }
  const weights = Array.from({ length: 41 }, (_, i) => BigInt(10 + i % 7));
  const found = cheapestHittingSet(sets, weights, new Deadline(0));
  assert.equal(found.optimal, false);
  assert.ok(sets.every((set) => set.some((e) => found.set.includes(e))));
});

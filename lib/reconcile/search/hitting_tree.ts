import { compareLists, costOf, quickWeights } from "./cost.ts";
import type { Hitting } from "./hitting_set.ts";
import { walkHittingSets } from "./walk_hitting_sets.ts";

/**
 * The cheapest set that shares an element with every given set (least weight,
 * then fewest elements, then first in order), where few elements do: a small
 * tree over many sets is walked in a moment, without reductions that cost more
 * than they spare.
 *
 * @param nodes Of so many at most.
 * @param hint A set that is expected to be a cheapest one.
 * @returns `null` where the tree is larger.
 *
 * @example
 * ```ts
 * import { hittingTree } from "./hitting_tree.ts";
 * import assert from "node:assert/strict";
 *
 * const best = hittingTree([[0, 1], [1, 2], [3]], [1n, 1n, 1n, 5n], 100, null);
 * assert.deepEqual(best?.set, [1, 3]);
 * assert.equal(hittingTree([[0, 1], [1, 2], [3]], [1n, 1n, 1n, 5n], 1, null), null);
 * ```
 */
export function hittingTree(
  sets: readonly (readonly number[])[],
  weights: readonly bigint[],
  nodes: number,
  hint: readonly number[] | null,
): Hitting | null {
  const elements = [...new Set(sets.flat())].sort((a, b) => a - b);
  const at = new Map(elements.map((e, i) => [e, i]));
  const own = sets.map((set) => set.map((e) => at.get(e)!));
  const costs = elements.map((e) => weights[e]!);
  const quick = quickWeights(costs);
  let best: readonly number[] | null = null;
  let least = quick.zero;
  const meet = (set: readonly number[]) => {
    const weight = set.reduce((sum, e) => sum + quick.weights[e]!, quick.zero);
    if (
      !best || weight < least ||
      weight === least && (set.length - best.length ||
            compareLists(set, best)) < 0
    ) [best, least] = [set, weight];
    return [];
  };
  const start = hint?.flatMap((e) => at.get(e) ?? []).sort((a, b) => a - b);
  if (start && own.every((set) => set.some((e) => start.includes(e)))) {
    meet(start);
  }
  let left = nodes;
  const end = walkHittingSets({
    sets: own,
    ...quick,
    meet,
    stop: () => --left < 0,
    tooDear: (weight, size) =>
      best !== null &&
      (weight > least || weight === least && size > best.length),
  });
  if (end === "cut" || !best) return null;
  const set = (best as readonly number[]).map((i) => elements[i]!);
  return { set, ...costOf(set, weights), optimal: true };
}

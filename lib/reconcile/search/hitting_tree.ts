import { compareLists, type Cost } from "./cost.ts";
import type { Hitting } from "./hitting_set.ts";

/** Weights that add up to less are exact in a double. */
const SAFE = 2 ** 52;

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
  const costs = elements.map((e) => Number(weights[e]));
  if (!(costs.reduce((a, b) => a + b, 0) < SAFE)) return null;
  const own = sets.map((set) => Int32Array.from(set, (e) => at.get(e)!))
    .sort((a, b) => a.length - b.length);
  const where: number[][] = elements.map(() => []);
  own.forEach((set, s) => {
    for (const e of set) where[e]!.push(s);
  });
  /** How many chosen elements each set has. */
  const hits = new Int32Array(own.length);
  const out = new Uint8Array(elements.length);
  const seen = new Uint32Array(elements.length);
  let stamp = 0;
  let left = nodes;
  const chosen: number[] = [];
  let weight = 0;
  let best: number[] | null = null;
  let least = { weight: Infinity, size: Infinity };
  const tell = (set: readonly number[], weight: number) => {
    const sorted = set.toSorted((a, b) => a - b);
    const order = weight - least.weight || sorted.length - least.size ||
      compareLists(sorted, best!);
    if (order >= 0) return;
    best = sorted;
    least = { weight, size: sorted.length };
  };
  const start = hint?.flatMap((e) => at.get(e) ?? []) ?? [];
  if (
    own.length > 0 && own.every((set) => start.some((e) => set.includes(e)))
  ) {
    tell(start, start.reduce((sum, e) => sum + costs[e]!, 0));
  }
  /** Whether the tree was walked to its end. */
  const visit = (): boolean => {
    if (--left < 0) return false;
    stamp++;
    let tightest: Int32Array | null = null;
    let fewest = Infinity;
    let more = 0;
    let sets = 0;
    for (let s = 0; s < own.length; s++) {
      if (hits[s]! > 0) continue;
      const set = own[s]!;
      let open = 0;
      let apart = true;
      let cheapest = Infinity;
      for (let k = 0; k < set.length; k++) {
        const e = set[k]!;
        if (out[e]) continue;
        open++;
        if (seen[e] === stamp) apart = false;
        if (costs[e]! < cheapest) cheapest = costs[e]!;
      }
      if (open === 0) return true;
      if (open < fewest) [fewest, tightest] = [open, set];
      if (!apart) continue;
      // Sets that share nothing need an element each.
      for (let k = 0; k < set.length; k++) {
        if (!out[set[k]!]) seen[set[k]!] = stamp;
      }
      more += cheapest;
      sets++;
      const over = weight + more - least.weight ||
        chosen.length + sets - least.size;
      if (over > 0) return true;
    }
    if (!tightest) {
      tell(chosen, weight);
      return true;
    }
    const branch = [...tightest].filter((e) => !out[e]);
    let done = true;
    for (const e of branch) {
      chosen.push(e);
      weight += costs[e]!;
      for (const s of where[e]!) hits[s]!++;
      done = visit();
      for (const s of where[e]!) hits[s]!--;
      weight -= costs[e]!;
      chosen.pop();
      if (!done) break;
      out[e] = 1;
    }
    for (const e of branch) out[e] = 0;
    return done;
  };
  if (!visit() || !best) return null;
  const set = (best as number[]).map((e) => elements[e]!);
  const cost: Cost = {
    weight: set.reduce((sum, e) => sum + weights[e]!, 0n),
    size: set.length,
  };
  return { set, ...cost, optimal: true };
}

import type { Wholes } from "../solve/network_graph.ts";
import { Apart } from "./apart.ts";

/** What a walk over minimal hitting sets is told. */
export interface HittingWalk {
  /** Sets to be hit. */
  readonly sets: readonly (readonly number[])[];
  /** What choosing each element costs. */
  readonly weights: Wholes;
  /** Zero, of the kind that the weights are. */
  readonly zero: number;
  /**
   * Takes a minimal hitting set.
   *
   * @param set Its elements, ascending.
   * @returns Sets that it misses, which are to be hit from then on.
   */
  meet(set: readonly number[]): readonly (readonly number[])[];
  /** Whether to go no further; asked at every step. */
  stop(): boolean;
  /**
   * Whether sets are left out which cost no less. Not asked where it is not
   * given: no set is too dear then.
   *
   * @param whole Whether nothing more is known of what they cost.
   */
  tooDear?(weight: number, size: number, whole: boolean): boolean;
}

/**
 * Walks over the minimal hitting sets of sets that may become more on the way.
 * Sets that have become more are hit from where the walk is: what it passed
 * before is walked over once more where it is begun again.
 *
 * Method: Murakami & Uno, "Efficient algorithms for dualizing large-scale
 * hypergraphs", Discrete Applied Mathematics 170 (2014), branching on the set
 * that leaves the fewest elements to choose from.
 *
 * @returns `cut` where it was stopped, `grown` where sets have become more.
 *
 * @example
 * ```ts
 * import { walkHittingSets } from "./walk_hitting_sets.ts";
 * import assert from "node:assert/strict";
 *
 * const found: (readonly number[])[] = [];
 * const end = walkHittingSets({
 *   sets: [[0, 1], [1, 2]],
 *   weights: [1, 1, 1],
 *   zero: 0,
 *   meet(set) {
 *     found.push(set);
 *     return [];
 *   },
 *   stop: () => false,
 * });
 * assert.deepEqual([end, found], ["done", [[0, 2], [1]]]);
 * ```
 */
export function walkHittingSets(
  { weights, zero, meet, stop, tooDear, ...given }: HittingWalk,
): "done" | "grown" | "cut" {
  const size = weights.length;
  const sets: Int32Array[] = [];
  /** The sets that each element is in. */
  const where: number[][] = Array.from({ length: size }, () => []);
  /** By set, how many elements chosen hit it, and their sum. */
  const hits: number[] = [];
  const hitters: number[] = [];
  const include = (set: readonly number[]) => {
    for (const element of set) where[element]!.push(sets.length);
    sets.push(Int32Array.from(set));
    hits.push(0);
    hitters.push(0);
  };
  // Small ones first: they say most about what the rest must weigh.
  given.sets.toSorted((a, b) => a.length - b.length).forEach(include);
  const open = new Uint8Array(size).fill(1);
  const chosen: number[] = [];
  /** How many sets only this element hits. */
  const alone = new Int32Array(size);
  const apart = new Apart(weights, zero);
  let weight = zero;
  let grown = false;
  let cut = false;

  const add = (element: number) => {
    chosen.push(element);
    weight += weights[element]!;
    for (const s of where[element]!) {
      if (++hits[s]! === 1) alone[element]!++;
      else if (hits[s] === 2) alone[hitters[s]!]!--;
      hitters[s]! += element;
    }
  };
  const remove = (element: number) => {
    chosen.pop();
    weight -= weights[element]!;
    for (const s of where[element]!) {
      hitters[s]! -= element;
      if (--hits[s]! === 0) alone[element]!--;
      else if (hits[s] === 1) alone[hitters[s]!]!++;
    }
  };
  const dear = (whole: boolean) =>
    tooDear!(weight + apart.weight, chosen.length + apart.size, whole);
  const visit = (): void => {
    if (cut || stop()) {
      cut = true;
      return;
    }
    apart.clear();
    let tightest: Int32Array | undefined;
    let fewest = Infinity;
    for (let s = 0; s < sets.length; s++) {
      if (hits[s]! > 0) continue;
      const set = sets[s]!;
      let n = 0;
      for (let i = 0; i < set.length; i++) n += open[set[i]!]!;
      if (n === 0) return;
      if (n < fewest) [fewest, tightest] = [n, set];
      if (tooDear && apart.add(set, open) && dear(false)) return;
    }
    if (tooDear && dear(true)) return;
    if (!tightest) {
      const missed = meet(chosen.toSorted((a, b) => a - b));
      if (missed.length === 0) return;
      grown = true;
      missed.forEach(include);
      return visit();
    }
    const branch = [...tightest].filter((element) => open[element]);
    for (const element of branch) open[element] = 0;
    for (const element of branch) {
      add(element);
      if (chosen.every((other) => alone[other]! > 0)) visit();
      remove(element);
      open[element] = 1;
    }
  };
  visit();
  return cut ? "cut" : grown ? "grown" : "done";
}

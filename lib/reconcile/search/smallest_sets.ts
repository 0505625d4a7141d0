/**
 * What of some sets holds no other one of them, by size; of equal ones the first.
 *
 * @example
 * ```ts
 * import { smallestSets } from "./smallest_sets.ts";
 * import assert from "node:assert/strict";
 *
 * const left = smallestSets([[0, 1, 2], [1, 2], [3]], (set) => set);
 * assert.deepEqual(left, [[3], [1, 2]]);
 * ```
 */
export function smallestSets<T>(
  all: readonly T[],
  setOf: (one: T) => readonly number[],
): T[] {
  const kept: T[] = [];
  /** By element, which of those kept hold it. */
  const holding = new Map<number, number[]>();
  const bySize = all.toSorted((a, b) => setOf(a).length - setOf(b).length);
  for (const one of bySize) {
    const set = setOf(one);
    const shared = new Map<number, number>();
    const holds = set.some((element) =>
      holding.get(element)?.some((k) => {
        const n = (shared.get(k) ?? 0) + 1;
        shared.set(k, n);
        return n === setOf(kept[k]!).length;
      })
    );
    if (holds) continue;
    for (const element of set) {
      const list = holding.get(element);
      if (list) list.push(kept.length);
      else holding.set(element, [kept.length]);
    }
    kept.push(one);
  }
  return kept;
}

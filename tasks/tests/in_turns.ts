/**
 * Works on all of a list, on so many at once, in their order; the results in
 * the order of the list.
 *
 * @example
 * ```ts
 * import { inTurns } from "./in_turns.ts";
 * import assert from "node:assert/strict";
 *
 * const double = (n: number) => Promise.resolve(2 * n);
 * assert.deepEqual(await inTurns([1, 2, 3], 2, double), [2, 4, 6]);
 * ```
 */
export async function inTurns<T, R>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, lane));
  return results;
}

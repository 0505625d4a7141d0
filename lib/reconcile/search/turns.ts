/**
 * Takes so many of a list in turns: every group that has one in it is given its
 * first before any is given a second, and so on; one that is of several groups
 * is a turn of each.
 *
 * @param groups The groups that each of the list is of.
 * @returns Positions in the list, ascending.
 *
 * @example
 * ```ts
 * import { takeTurns } from "./turns.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(takeTurns([["a"], ["a"], ["a"], ["b"]], 2), [0, 3]);
 * ```
 */
export function takeTurns(
  groups: readonly (readonly (number | string)[])[],
  most: number,
): number[] {
  if (groups.length <= most) return [...groups.keys()];
  const queues = new Map<number | string, number[]>();
  groups.forEach((own, i) => {
    for (const group of own) {
      const queue = queues.get(group);
      if (queue) queue.push(i);
      else queues.set(group, [i]);
    }
  });
  const taken = new Set<number>();
  const turns = new Map([...queues.keys()].map((group) => [group, 0]));
  const next = new Map([...queues.keys()].map((group) => [group, 0]));
  const take = (i: number) => {
    taken.add(i);
    for (const group of groups[i]!) turns.set(group, turns.get(group)! + 1);
  };
  for (let round = 1; taken.size < most && queues.size > 0; round++) {
    // What gives nobody a turn too many goes first.
    for (const strict of [true, false]) {
      for (const [group, queue] of queues) {
        if (taken.size >= most) break;
        if (turns.get(group)! >= round) continue;
        let at = next.get(group)!;
        while (at < queue.length && taken.has(queue[at]!)) at++;
        next.set(group, at);
        const fits = (i: number) =>
          !taken.has(i) && groups[i]!.every((g) => turns.get(g)! < round);
        const found = strict ? queue.slice(at).find(fits) : queue[at];
        if (found !== undefined) take(found);
        else if (at >= queue.length) queues.delete(group);
      }
    }
  }
  groups.forEach((_, i) => {
    if (taken.size < most) taken.add(i);
  });
  return [...taken].sort((a, b) => a - b);
}

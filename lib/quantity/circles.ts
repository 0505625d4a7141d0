/**
 * Those that come back to themselves when one goes up from each to its parent,
 * through others or directly. Each way up is walked once: a chain may be as long
 * as the table.
 *
 * @param parents The parent of each; nothing where it has none.
 *
 * @example
 * ```ts
 * import { circular } from "./circles.ts";
 * import assert from "node:assert/strict";
 *
 * const parents = new Map([["a", "b"], ["b", "a"], ["c", "a"], ["d", null]]);
 * assert.deepEqual([...circular(parents)], ["a", "b"]);
 * ```
 */
export function circular(
  parents: ReadonlyMap<string, string | null | undefined>,
): Set<string> {
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const way = new Set<string>();
    let at: string | null | undefined = start;
    while (at && !done.has(at) && !way.has(at)) {
      way.add(at);
      at = parents.get(at);
    }
    const turn = at && way.has(at) ? at : undefined;
    let inside = false;
    for (const step of way) {
      inside ||= step === turn;
      if (inside) found.add(step);
      done.add(step);
    }
  }
  return found;
}

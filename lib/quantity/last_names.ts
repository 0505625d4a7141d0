import type { Measure } from "./claim.ts";

/**
 * The name by which a measure goes: the last one of its chain of `same_as`. Each
 * chain is walked once, and one that comes back to itself ends where it does.
 *
 * @example
 * ```ts
 * import { lastNames } from "./last_names.ts";
 * import assert from "node:assert/strict";
 *
 * const nameOf = lastNames([
 *   { measure: "a", same_as: "b" },
 *   { measure: "b", same_as: "c" },
 * ]);
 * assert.deepEqual(["a", "b", "c", "d"].map(nameOf), ["c", "c", "c", "d"]);
 * ```
 */
export function lastNames(
  measures: Iterable<Pick<Measure, "measure" | "same_as">>,
): (measure: string) => string {
  const next = new Map<string, string>();
  for (const { measure, same_as } of measures) {
    if (same_as) next.set(measure, same_as);
  }
  const last = new Map<string, string>();
  return (measure) => {
    const way = new Set<string>();
    let at = measure;
    for (;;) {
      const known = last.get(at);
      if (known !== undefined) {
        at = known;
        break;
      }
      const to = next.get(at);
      if (to === undefined || way.has(at)) break;
      way.add(at);
      at = to;
    }
    for (const step of way) last.set(step, at);
    return at;
  };
}

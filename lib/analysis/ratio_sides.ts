/** The extremes of one count over another; `null` is open. */
export interface RatioRange {
  /** At least. */
  readonly low: number | null;
  /** At most. */
  readonly high: number | null;
}

/** Ratios by the side of one on which they certainly lie. */
export interface RatioSides<T> {
  /** Above one at either end, the farthest above first, by the low. */
  readonly more: readonly T[];
  /** Below one at either end, the farthest below first, by the high. */
  readonly less: readonly T[];
  /** All others, in the order given: one lies within, or an end is open. */
  readonly either: readonly T[];
}

/**
 * Sorts ratios by what is certain of them: more than one, less than one, or
 * neither. A ratio that is bounded on one side alone is certain where that side
 * decides it: at most 0.85 is less, whatever the low.
 *
 * @example
 * ```ts
 * import { ratioSides } from "./ratio_sides.ts";
 * import assert from "node:assert/strict";
 *
 * const { more, less, either } = ratioSides([
 *   { pair: "a", ratio: { low: 0.4, high: 2.9 } },
 *   { pair: "b", ratio: { low: null, high: 0.85 } },
 *   { pair: "c", ratio: { low: 1.3, high: null } },
 * ]);
 * assert.deepEqual(more.map(({ pair }) => pair), ["c"]);
 * assert.deepEqual(less.map(({ pair }) => pair), ["b"]);
 * assert.deepEqual(either.map(({ pair }) => pair), ["a"]);
 * ```
 */
export function ratioSides<T extends { readonly ratio: RatioRange }>(
  pairs: readonly T[],
): RatioSides<T> {
  const more = pairs.filter(({ ratio: { low } }) => low !== null && low > 1);
  const less = pairs.filter(({ ratio: { high } }) => high !== null && high < 1);
  const sure = new Set([...more, ...less]);
  return {
    more: more.toSorted((a, b) => b.ratio.low! - a.ratio.low!),
    less: less.toSorted((a, b) => a.ratio.high! - b.ratio.high!),
    either: pairs.filter((pair) => !sure.has(pair)),
  };
}

import { formatNumber } from "./phrase.ts";

/** A low and a high; a high of `null` is open. */
export interface Range {
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/**
 * A range of counts in words, rounded to whole numbers.
 *
 * @example
 * ```ts
 * import { phraseBounds } from "./phrase_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(phraseBounds({ low: 17_000, high: 19_000 }), "17,000 to 19,000");
 * assert.equal(phraseBounds({ low: 0, high: 400 }), "at most 400");
 * assert.equal(phraseBounds({ low: 55_000, high: null }), "at least 55,000");
 * assert.equal(phraseBounds({ low: 0, high: null }), "any number");
 * ```
 */
export function phraseBounds({ low, high }: Range): string {
  const from = formatNumber(Math.round(low));
  if (high === null) return low === 0 ? "any number" : `at least ${from}`;
  const to = formatNumber(Math.round(high));
  if (from === to) return from;
  return low === 0 ? `at most ${to}` : `${from} to ${to}`;
}

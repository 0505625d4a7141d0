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
  const [from, to] = [Math.round(low), high === null ? null : Math.round(high)];
  if (low === 0 && to !== null && to > 0) return phraseBetween(null, to);
  return phraseBetween(from, to);
}

/**
 * What lies between two ends, in words, each as exact as it is shown elsewhere;
 * `null` is open, and so is 0 where there is no other end: counts begin there.
 *
 * @example
 * ```ts
 * import { phraseBetween } from "./phrase_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(phraseBetween(0, 1.5), "0 to 1.5");
 * assert.equal(phraseBetween(null, 400), "at most 400");
 * assert.equal(phraseBetween(-400, null), "at least -400");
 * assert.equal(phraseBetween(0, null), "any number");
 * ```
 */
export function phraseBetween(low: number | null, high: number | null): string {
  const [from, to] = [low, high].map((end) => end && formatNumber(end));
  if (high === null) return low ? `at least ${from}` : "any number";
  if (low === null) return `at most ${to}`;
  return from === to ? `${from}` : `${from} to ${to}`;
}

/** A range of which either end may be open. */
interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Whether some number is in both ranges; an end of `null` is open.
 *
 * @example
 * ```ts
 * import { meets } from "./meets.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { low: 15_000, high: 18_000 };
 * assert.equal(meets(claim, { low: 18_000, high: null }), true);
 * assert.equal(meets(claim, { low: null, high: 14_999 }), false);
 * ```
 */
export function meets(a: Ends, b: Ends): boolean {
  return (a.low ?? -Infinity) <= (b.high ?? Infinity) &&
    (b.low ?? -Infinity) <= (a.high ?? Infinity);
}

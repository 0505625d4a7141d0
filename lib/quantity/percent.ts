/** Below this, and as near to the whole, digits would say too much. */
const LEAST = 1e-6;

/**
 * A share as a percentage, with three digits that count (or `digits`): more
 * where it would else read as nothing, or as the whole, which it is not.
 *
 * @param share At least 0; 1 is the whole.
 *
 * @example
 * ```ts
 * import { formatPercent } from "./percent.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatPercent(1), "100%");
 * assert.equal(formatPercent(0.0004), "0.04%");
 * assert.equal(formatPercent(0.99996), "99.996%");
 * assert.equal(formatPercent(1 / 3, 2), "33%");
 * ```
 */
export function formatPercent(share: number, digits = 3): string {
  if (share > 0 && share < LEAST) return "less than 0.0001%";
  if (share < 1 && share > 1 - LEAST) return "more than 99.9999%";
  for (let places = digits;; places++) {
    const percent = Number((share * 100).toPrecision(places));
    if (share < 1 && percent >= 100) continue;
    return `${PLAIN.format(percent)}%`;
  }
}

// Never an exponent; thousands are grouped.
const PLAIN = new Intl.NumberFormat("en-US", { maximumFractionDigits: 12 });

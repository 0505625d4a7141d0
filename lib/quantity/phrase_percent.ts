const PERCENT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });

/**
 * A share as a percentage, with the digits that count: what is not nothing is
 * never shown as 0%, and what is not all never as 100%.
 *
 * @param digits How many digits count. Default: 3.
 *
 * @example
 * ```ts
 * import { phrasePercent } from "./phrase_percent.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(phrasePercent(1 / 3), "33.3%");
 * assert.equal(phrasePercent(0.0004), "0.04%");
 * assert.equal(phrasePercent(0.99996), "99.996%");
 * assert.equal(phrasePercent(1), "100%");
 * ```
 */
export function phrasePercent(share: number, digits = 3): string {
  const percent = share * 100;
  let rounded = Number(percent.toPrecision(digits));
  // A share near to all is told by what it lacks of it.
  for (let more = digits + 1; rounded === 100 && share !== 1; more++) {
    if (more > 15) break;
    rounded = Number(percent.toPrecision(more));
  }
  return `${PERCENT.format(rounded)}%`;
}

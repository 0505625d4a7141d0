import { parseDecimal } from "../quantity/decimal.ts";
import { compare, rational } from "../quantity/rational.ts";
import { percentDigits } from "./plain_form.ts";

/** A few times the whole may be meant as such. */
const TIMES = rational(10);
const WHOLE = rational(100);
/** Nobody states so high a percentage, but a count. */
const COUNT = rational(1000);

/** A percentage as the fraction it is, at the places that its digits show. */
function fraction(cell: string): string {
  const digits = percentDigits(cell);
  const places = digits.split(".")[1]?.length ?? 0;
  if (places >= 2) return digits;
  const finer = `${digits}${places === 0 ? "." : ""}${"0".repeat(2 - places)}`;
  return `${digits}, or as ${finer} if it is rounded to 1%`;
}

/**
 * What is wrong with a share above 1, and what would be right: per cents are a
 * hundredth each, and what is more than the whole is no share.
 *
 * @param cell The number, plain digits of more than 1.
 * @param rounding The unit that it is rounded to, where the claim says so.
 *
 * @example
 * ```ts
 * import { shareAboveOne } from "./share_above_one.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   shareAboveOne("45"),
 *   "a share of 45 is above 1; state 45% as 0.45",
 * );
 * ```
 */
export function shareAboveOne(cell: string, rounding?: string | null): string {
  const { value } = parseDecimal(cell);
  const wrong = `a share of ${cell} is above 1; `;
  if (compare(value, COUNT) > 0) {
    return `${wrong}it is a fraction of another count: state a count as a total`;
  }
  if (compare(value, WHOLE) > 0) {
    return `${wrong}${cell}% of another count is a ratio: write ` +
      `${percentDigits(cell)} with kind ratio`;
  }
  // A rounding below a tenth may be one of the fraction already.
  const percent = rounding &&
      compare(parseDecimal(rounding).value, rational(1, 10)) >= 0
    ? ` with rounding ${percentDigits(rounding)}`
    : undefined;
  const share = percent === undefined
    ? fraction(cell)
    : percentDigits(cell) + percent;
  const times = compare(value, TIMES) < 0
    ? `, or ${cell} times as many with kind ratio`
    : "";
  return `${wrong}state ${cell}% as ${share}${times}`;
}

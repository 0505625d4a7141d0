import { formatRational } from "./format_rational.ts";
import { multiply, type Rational, rational } from "./rational.ts";

/** Most digits after the point of a decimal that ends. */
const DIGITS = 6;

/** Digits after the point of one that does not. */
const SHOWN = 3;

function grouped(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Whether a number is a decimal that ends within some digits. */
function ends(value: Rational, digits: number): boolean {
  return multiply(value, rational(10n ** BigInt(digits))).d === 1n;
}

/**
 * A number that goes into a sum, so that whoever adds the sum up by hand gets
 * what is printed: the decimal where it ends within six digits after the point,
 * the fraction where it does not. It is never rounded.
 *
 * @example
 * ```ts
 * import { formatExact } from "./format_exact.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatExact(rational(19_922)), "19,922");
 * assert.equal(formatExact(rational(367, 200)), "1.835");
 * // Of 0.2667 × 19,922 the product is 5,313.1974; of this it is 5,312.533….
 * assert.equal(formatExact(rational(4, 15)), "4/15");
 * ```
 */
export function formatExact(value: Rational): string {
  if (ends(value, DIGITS)) return formatRational(value, DIGITS);
  const negative = value.n < 0n;
  const top = grouped(negative ? -value.n : value.n);
  return `${negative ? "−" : ""}${top}/${grouped(value.d)}`;
}

/**
 * What a sum comes to: the decimal where it ends within six digits after the
 * point; where it does not, its first digits and `…`, cut and not rounded. As
 * many are shown as tell it from nothing.
 *
 * @example
 * ```ts
 * import { formatSum } from "./format_exact.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatSum(rational(251_550)), "251,550");
 * // 4/15 × 19,922
 * assert.equal(formatSum(rational(79_688, 15)), "5,312.533…");
 * ```
 */
export function formatSum(value: Rational): string {
  if (ends(value, DIGITS)) return formatRational(value, DIGITS);
  const negative = value.n < 0n;
  const top = negative ? -value.n : value.n;
  let digits = SHOWN;
  while (top * 10n ** BigInt(digits) < value.d) digits++;
  const cut = top * 10n ** BigInt(digits) / value.d;
  const scale = 10n ** BigInt(digits);
  const fraction = (cut % scale).toString().padStart(digits, "0");
  return `${negative ? "−" : ""}${grouped(cut / scale)}.${fraction}…`;
}

/** The largest denominator of a fraction that a double is read back as. */
const LARGEST = 1e6;

/**
 * The simplest fraction that a double is the rounding of, by its continued
 * fraction; the double's own where only a long one would do.
 */
function fractionOf(value: number): Rational | null {
  const size = Math.abs(value);
  let rest = size;
  let [n0, d0, n1, d1] = [0, 1, 1, 0];
  for (let i = 0; i < 40; i++) {
    const whole = Math.floor(rest);
    [n0, n1] = [n1, whole * n1 + n0];
    [d0, d1] = [d1, whole * d1 + d0];
    if (d1 > LARGEST || !Number.isSafeInteger(n1)) return null;
    if (n1 / d1 === size) return rational(value < 0 ? -n1 : n1, d1);
    rest = 1 / (rest - whole);
  }
  return null;
}

/**
 * A number that goes into a sum, as `formatExact()` writes it, from a double
 * that is an exact number rounded once, as results hold them. Where no short
 * fraction is rounded to it, all its digits are shown.
 *
 * @example
 * ```ts
 * import { formatExactNumber } from "./format_exact.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatExactNumber(29_000), "29,000");
 * assert.equal(formatExactNumber(0.0725), "0.0725");
 * assert.equal(formatExactNumber(4 / 15), "4/15");
 * ```
 */
export function formatExactNumber(value: number): string {
  const exact = fractionOf(value);
  return exact ? formatExact(exact) : ALL_DIGITS.format(value)
    .replace("-", "−");
}

const ALL_DIGITS = new Intl.NumberFormat("en-US", {
  maximumSignificantDigits: 17,
});

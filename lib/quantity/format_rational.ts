import { type Rational, rational, toNumber } from "./rational.ts";

// What rounding would make 0, by the digits that count; never an exponent.
const small = (digits: number) =>
  new Intl.NumberFormat("en-US", { maximumSignificantDigits: digits });

/**
 * An exact number for readers: thousands commas, as many decimals as it takes and no
 * more than `digits`.
 *
 * @example
 * ```ts
 * import { formatRational } from "./format_rational.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatRational(rational(251550)), "251,550");
 * assert.equal(formatRational(rational(367, 200)), "1.835");
 * assert.equal(formatRational(rational(1, 30_000_000)), "0.0000000333");
 * ```
 */
export function formatRational(value: Rational, digits = 3): string {
  const scale = 10n ** BigInt(digits);
  const negative = value.n < 0n;
  const top = negative ? -value.n : value.n;
  // Half away from zero, in whole numbers, so that no double rounds twice.
  const rounded = (top * scale * 2n + value.d) / (2n * value.d);
  if (rounded === 0n && value.n !== 0n) {
    return small(digits).format(toNumber(value)).replace("-", "−");
  }
  const integer = (rounded / scale).toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const fraction = (rounded % scale).toString().padStart(digits, "0")
    .replace(/0+$/, "");
  return `${negative ? "−" : ""}${integer}${fraction ? "." + fraction : ""}`;
}

/**
 * A whole number for readers, given as a number or, beyond 2^53, by its digits.
 *
 * @example
 * ```ts
 * import { formatWhole } from "./format_rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatWhole(12000), "12,000");
 * assert.equal(formatWhole("9007199254740993"), "9,007,199,254,740,993");
 * ```
 */
export function formatWhole(value: number | string | bigint): string {
  return formatRational(rational(BigInt(value)));
}

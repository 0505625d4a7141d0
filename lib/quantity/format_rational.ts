import { type Rational, toNumber } from "./rational.ts";

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
 * ```
 */
export function formatRational(value: Rational, digits = 3): string {
  const scale = 10n ** BigInt(digits);
  const negative = value.n < 0n;
  const top = negative ? -value.n : value.n;
  // Half away from zero, in whole numbers, so that no double rounds twice.
  const rounded = (top * scale * 2n + value.d) / (2n * value.d);
  if (rounded === 0n && value.n !== 0n) {
    return Number(toNumber(value).toPrecision(digits)).toString();
  }
  const integer = (rounded / scale).toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const fraction = (rounded % scale).toString().padStart(digits, "0")
    .replace(/0+$/, "");
  return `${negative ? "−" : ""}${integer}${fraction ? "." + fraction : ""}`;
}

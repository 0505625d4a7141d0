import { digitsOf } from "./digits.ts";
import { InputError } from "./input_error.ts";
import { type Rational, rational } from "./rational.ts";
import { showValue } from "./show_value.ts";

/** A number as it was written: its exact value and the unit its digits show. */
export interface Decimal {
  /** The exact value. */
  readonly value: Rational;
  /** The rounding unit read from the digits, above zero. */
  readonly unit: Rational;
}

const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;

/**
 * Reads plain digits with at most one point, and the rounding unit they show:
 * the place of the last digit that is not a trailing zero, or of the last digit
 * after the point. Done on the text, because a number forgets that 0.20 was
 * stated more finely than 0.2; of a number, on the digits that can be told.
 *
 * @throws {InputError} On a sign, an exponent, a separator, a percent sign or
 * anything else that is not plain digits.
 *
 * @example
 * ```ts
 * import { parseDecimal } from "./decimal.ts";
 * import { toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(toNumber(parseDecimal("231000").unit), 1000);
 * assert.equal(toNumber(parseDecimal("0.20").unit), 0.01);
 * assert.equal(toNumber(parseDecimal("19922").unit), 1);
 * ```
 */
export function parseDecimal(digits: string | number | bigint): Decimal {
  const text = typeof digits === "number" || typeof digits === "bigint"
    ? digitsOf(digits)
    : digits;
  if (typeof text !== "string" || !PLAIN.test(text)) {
    throw new InputError(
      `${showValue(text)} is not plain digits with at most one point`,
    );
  }
  const point = text.indexOf(".");
  const fraction = point < 0 ? "" : text.slice(point + 1);
  if (fraction !== "") {
    const scale = 10n ** BigInt(fraction.length);
    const whole = BigInt(text.slice(0, point) || "0");
    return {
      value: rational(whole * scale + BigInt(fraction), scale),
      unit: rational(1n, scale),
    };
  }
  const whole = point < 0 ? text : text.slice(0, point);
  const value = BigInt(whole);
  const zeros = value === 0n ? 0 : whole.length - whole.search(/0*$/);
  return { value: rational(value), unit: rational(10n ** BigInt(zeros)) };
}

import { InputError } from "../quantity/input_error.ts";

/** A decimal number as it was written: digits × 10^exponent, exactly. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A number of more digits than this counts nothing. */
export const MOST_DIGITS = 30;

/** A decimal from plain digits with at most one point. */
export function decimalOf(text: string): Decimal {
  const point = text.indexOf(".");
  const digits = point < 0
    ? text
    : text.slice(0, point) + text.slice(point + 1);
  if (digits.length > MOST_DIGITS || !/^\d+$/.test(digits)) {
    throw new InputError(`'${text.slice(0, 40)}' is no number of a text`);
  }
  return {
    digits: BigInt(digits),
    exponent: point < 0 ? 0 : point + 1 - text.length,
  };
}

/** The product of two decimals. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** The sum of two decimals. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = (x: Decimal) => x.digits * 10n ** BigInt(x.exponent - exponent);
  return { digits: at(a) + at(b), exponent };
}

/** The decimal with its sign turned round. */
export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, exponent: a.exponent };
}

/** One decimal less than, equal to or greater than another: -1, 0, 1. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { digits } = plus(a, negate(b));
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** The decimal in plain digits, without zeros that say nothing: `0.2`. */
export function plainText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits);
  if (exponent >= 0) return sign + (digits ? text + "0".repeat(exponent) : "0");
  const padded = text.padStart(1 - exponent, "0");
  const whole = padded.slice(0, exponent);
  let end = padded.length;
  while (end > whole.length && padded[end - 1] === "0") end--;
  const fraction = padded.slice(whole.length, end);
  return sign + whole + (fraction ? `.${fraction}` : "");
}

/** The nearest double. */
export function toNumber(value: Decimal): number {
  return Number(plainText(value));
}

/** A fraction in a few digits that count: 1/3 is 0.33, 1/7 is 0.143. */
export function fractionText(over: number, under: number): Decimal {
  const value = over / under;
  // An eighth is 0.125; where no few digits are exact, two that count will do,
  // and three where the first of them is a 1.
  const exact = value.toFixed(3);
  if (Number(exact) === value) return decimalOf(exact.replace(/0+$/, "0"));
  const leading = Math.floor(value * 10 ** Math.ceil(-Math.log10(value)));
  const places = value >= 1
    ? 2
    : Math.ceil(-Math.log10(value)) + (leading === 1 ? 2 : 1);
  return decimalOf(value.toFixed(Math.min(places, 12)));
}

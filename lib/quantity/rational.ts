/**
 * An exact fraction in lowest terms, the denominator above zero. Plain data:
 * two bigints, so that it can be compared, copied and sent to a worker.
 */
export interface Rational {
  /** Numerator; carries the sign. */
  readonly n: bigint;
  /** Denominator, at least 1. */
  readonly d: bigint;
}

/** Zero. */
export const ZERO: Rational = { n: 0n, d: 1n };

/** One. */
export const ONE: Rational = { n: 1n, d: 1n };

/**
 * The greatest common divisor, 0 or more.
 *
 * @example
 * ```ts
 * import { gcd } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(gcd(-12n, 18n), 6n);
 * ```
 */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** The least common multiple of two whole numbers above zero. */
export function lcm(a: bigint, b: bigint): bigint {
  return b === 1n || a % b === 0n ? a : a / gcd(a, b) * b;
}

/**
 * The fraction n/d in lowest terms.
 *
 * @throws {RangeError} When `d` is zero, or a number is not a whole one.
 *
 * @example
 * ```ts
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(rational(6, -4), { n: -3n, d: 2n });
 * ```
 */
export function rational(
  n: bigint | number,
  d: bigint | number = 1n,
): Rational {
  let top = BigInt(n);
  let bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError(`Cannot divide ${n} by zero`);
  if (bottom === 1n) return { n: top, d: 1n };
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const by = gcd(top, bottom);
  return by === 1n ? { n: top, d: bottom } : { n: top / by, d: bottom / by };
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n - b.n, d: 1n };
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a · b. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return rational(a.n * b.n, a.d * b.d);
}

/**
 * a / b.
 *
 * @throws {RangeError} When `b` is zero.
 */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** −a. */
export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** Negative when a < b, zero when they are equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The smaller of the two. */
export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of the two. */
export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

function bitLength(a: bigint): number {
  return a === 0n ? 0 : a.toString(16).length * 4;
}

/**
 * The double nearest to the fraction, rounded once (ties to even), so that two
 * routes to the same fraction always print the same digits.
 *
 * @example
 * ```ts
 * import { rational, toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(toNumber(rational(1, 10)), 0.1);
 * ```
 */
export function toNumber(a: Rational): number {
  if (a.d === 1n) return Number(a.n);
  const negative = a.n < 0n;
  const top = negative ? -a.n : a.n;
  // At least 64 bits of quotient with a sticky last bit: then the one rounding
  // that `Number(bigint)` does is the rounding of the true quotient.
  const shift = Math.max(0, 66 - bitLength(top) + bitLength(a.d));
  const scaled = top << BigInt(shift);
  let quotient = scaled / a.d;
  if (scaled % a.d !== 0n) quotient |= 1n;
  // In two steps, since 2 ** -1100 alone would already be zero.
  const half = shift >> 1;
  const value = Number(quotient) * 2 ** -half * 2 ** (half - shift);
  return negative ? -value : value;
}

/**
 * The exact value of a finite double.
 *
 * @throws {RangeError} When the number is not finite.
 */
export function fromNumber(value: number): Rational {
  if (!Number.isFinite(value)) {
    throw new RangeError(`Cannot make a fraction of ${value}`);
  }
  let d = 1n;
  while (!Number.isInteger(value)) {
    value *= 2;
    d *= 2n;
  }
  return rational(BigInt(value), d);
}

import { InputError } from "./input_error.ts";

/**
 * A number as plain digits, without an exponent: those it prints with.
 *
 * @example
 * ```ts
 * import { plainDigits } from "./digits.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainDigits(0.0000001), "0.0000001");
 * assert.equal(plainDigits(1e21), "1000000000000000000000");
 * ```
 */
export function plainDigits(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const places = Number(exponent) + 1;
  return places > 0
    ? sign + digits.padEnd(places, "0")
    : `${sign}0.${"0".repeat(-places)}${digits}`;
}

/** Digits that a double gives back whatever they are. */
const KEPT = 15;

/**
 * A number that stands for a cell of a table, as the text of that cell. Its
 * digits show how finely it was stated, and a number does not always tell them:
 * it forgets that 0.20 was stated more finely than 0.2, and the digits of one
 * that was computed, such as 0.1 + 0.2, are nobody's. So only what can be told
 * is taken: whole numbers up to 2^53, and others of 15 digits at most.
 *
 * @throws {InputError} When the digits cannot be told.
 *
 * @example
 * ```ts
 * import { digitsOf } from "./digits.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(digitsOf(3000), "3000");
 * assert.equal(digitsOf(0.25), "0.25");
 * assert.equal(digitsOf(12n), "12");
 * assert.throws(() => digitsOf(0.1 + 0.2), /17 digits/);
 * assert.throws(() => digitsOf(1e21), /beyond 9007199254740991/);
 * ```
 */
export function digitsOf(value: number | bigint): string {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) {
    return String(value);
  }
  const advice = "write the digits that were stated, as text";
  if (!Number.isFinite(value)) {
    throw new InputError(`${value} is not a number with digits; ${advice}`);
  }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new InputError(
      `${value} is beyond ${Number.MAX_SAFE_INTEGER}, where a number loses ` +
        `digits; ${advice}`,
    );
  }
  const digits = plainDigits(value);
  const count = digits.replace(/\D/g, "").replace(/^0+/, "").length;
  if (count > KEPT) {
    throw new InputError(
      `${value} has ${count} digits, which a number does not keep for ` +
        `certain; ${advice}`,
    );
  }
  return digits;
}

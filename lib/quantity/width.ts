import { parseDecimal } from "./decimal.ts";
import { plainDigits } from "./digits.ts";
import { InputError } from "./input_error.ts";
import { ONE, type Rational } from "./rational.ts";
import { showValue } from "./show_value.ts";

/**
 * A width as a caller gives it: digits, a number or an exact fraction.
 *
 * @example
 * ```ts
 * import type { Width } from "./width.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const halves: Width[] = ["0.5", 0.5, rational(1, 2)];
 * assert.equal(halves.length, 3);
 * ```
 */
export type Width = string | number | Rational;

/**
 * A width as an exact fraction, 1 where none is given. Text is read as plain
 * digits, to the letter; a number is taken as it prints, so that 0.1 is a tenth.
 *
 * @throws {InputError} When it is not a number of at least 0.
 *
 * @example
 * ```ts
 * import { parseWidth } from "./width.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseWidth(0.1), { n: 1n, d: 10n });
 * assert.deepEqual(parseWidth("0.10"), { n: 1n, d: 10n });
 * assert.throws(() => parseWidth("wide"), /'wide' is not a width/);
 * ```
 */
export function parseWidth(width: Width = 1): Rational {
  if (width === 1) return ONE;
  if (typeof width === "string" || typeof width === "number") {
    try {
      const digits = typeof width === "string" ? width : plainDigits(width);
      return parseDecimal(digits).value;
    } catch { /* said below */ }
  } else if (
    typeof width?.n === "bigint" && typeof width.d === "bigint" &&
    width.n >= 0n && width.d > 0n
  ) {
    return width;
  }
  throw new InputError(
    `${showValue(width)} is not a width; give a number of 0 or more, such as ` +
      "1 or 0.5",
  );
}

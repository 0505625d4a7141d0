import { parseDecimal } from "./decimal.ts";
import { fromNumber, ONE, type Rational } from "./rational.ts";

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
 * A width as an exact fraction, 1 where none is given. A number is taken as it
 * prints, so that 0.1 is a tenth.
 *
 * @throws {RangeError} When it is not a number of at least 0.
 *
 * @example
 * ```ts
 * import { parseWidth } from "./width.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseWidth(0.1), { n: 1n, d: 10n });
 * ```
 */
export function parseWidth(width: Width = 1): Rational {
  if (width === 1) return ONE;
  if (typeof width === "object") {
    if (width.n < 0n) throw new RangeError("The width must be 0 or more");
    return width;
  }
  try {
    return parseDecimal(String(width)).value;
  } catch {
    if (typeof width === "number" && Number.isFinite(width) && width >= 0) {
      return fromNumber(width);
    }
    throw new RangeError(
      `'${width}' is not a width; a number of 0 or more, such as 1 or 0.5`,
    );
  }
}

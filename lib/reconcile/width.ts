import { parseDecimal } from "../quantity/decimal.ts";
import { fromNumber, ONE, type Rational } from "../quantity/rational.ts";
import { InputError } from "./input_error.ts";

/**
 * A width as an exact fraction. A number is taken as it prints, so that 0.1 is
 * a tenth.
 *
 * @throws {InputError} When it is not a number of at least 0.
 *
 * @example
 * ```ts
 * import { widthOf } from "./width.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(widthOf(0.1), { n: 1n, d: 10n });
 * ```
 */
export function widthOf(
  width: number | string | Rational | undefined,
): Rational {
  if (width === undefined) return ONE;
  if (typeof width === "object") {
    if (width.n < 0n) throw new InputError("The width must be 0 or more");
    return width;
  }
  try {
    return parseDecimal(String(width)).value;
  } catch {
    if (typeof width === "number" && Number.isFinite(width) && width >= 0) {
      return fromNumber(width);
    }
    throw new InputError(
      `'${width}' is not a width; a number of 0 or more, such as 1 or 0.5`,
    );
  }
}

/**
 * The input or the call is wrong. The message names the value and says what
 * would be right; a command prints it and exits with status 2. It is a
 * `RangeError`, as single numbers and dates throw that cannot be read.
 *
 * @example
 * ```ts
 * import { InputError } from "./input_error.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new InputError("'x' is not a claim");
 * assert.equal(error.name, "InputError");
 * assert.ok(error instanceof RangeError);
 * ```
 */
export class InputError extends RangeError {
  /** What kind of error it is, where only its text is at hand. */
  override name = "InputError";
}

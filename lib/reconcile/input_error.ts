/**
 * The input or the call is wrong. The message names the value and says what
 * would be right; a command prints it and exits with status 2.
 *
 * @example
 * ```ts
 * import { InputError } from "./input_error.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new InputError("'x' is not a claim");
 * assert.equal(error.name, "InputError");
 * ```
 */
export class InputError extends Error {
  /** What kind of error it is, where only its text is at hand. */
  override name = "InputError";
}

/** What `read` gives. What it throws is the input's fault, and says so. */
export function readInput<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/**
 * Says that an id is unknown and which ids are known, shortened to a few.
 */
export function unknownId(
  what: string,
  id: string,
  known: Iterable<string>,
): InputError {
  const all = [...known];
  const shown = all.slice(0, 8).join(", ");
  const rest = all.length > 8 ? ` and ${all.length - 8} more` : "";
  return new InputError(
    all.length === 0
      ? `'${id}' is not a ${what}; there are none`
      : `'${id}' is not a ${what}; known are ${shown}${rest}`,
  );
}

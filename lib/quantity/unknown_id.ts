import { InputError } from "./input_error.ts";
import { instead } from "./nearest.ts";
import { showValue } from "./show_value.ts";

/**
 * Says that an id is unknown, with the nearest one that is known, or the first
 * few where none is near.
 *
 * @example
 * ```ts
 * import { unknownId } from "./unknown_id.ts";
 * import assert from "node:assert/strict";
 *
 * const known = ["reports", "record"];
 * assert.equal(
 *   unknownId("collection", "repots", known).message,
 *   "'repots' is not a collection; did you mean 'reports'?",
 * );
 * assert.equal(
 *   unknownId("collection", "a", []).message,
 *   "'a' is not a collection; there are none",
 * );
 * ```
 */
export function unknownId(
  what: string,
  id: unknown,
  known: Iterable<string>,
): InputError {
  const all = [...known];
  const advice = all.length === 0
    ? "; there are none"
    : instead(typeof id === "string" ? id : "", all);
  return new InputError(`${showValue(id)} is not a ${what}${advice}`);
}

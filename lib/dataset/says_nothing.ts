import { typedText } from "../quantity/typed_text.ts";

/** What people and programs write where there is nothing to be stated. */
const NOTHING: ReadonlySet<string> = new Set([
  ..."n/a na n.a. nan null none unknown missing tbd tba nd n.d. ? - -- . .. ..."
    .split(" "),
  ...["no data", "not available", "not stated", "not known", "#n/a", ":"],
]);

/**
 * Whether a cell says in words or marks that it is empty.
 *
 * @example
 * ```ts
 * import { saysNothing } from "./says_nothing.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(saysNothing("N/A"));
 * assert.ok(saysNothing("–"));
 * assert.ok(!saysNothing("0"));
 * ```
 */
export function saysNothing(cell: string): boolean {
  if (cell.length > 20) return false;
  return NOTHING.has(typedText(cell).toLowerCase());
}

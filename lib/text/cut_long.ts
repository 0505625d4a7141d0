/** Longest text shown: a cell may hold a megabyte, and a page many cells. */
const LONGEST = 2000;

/**
 * A text cut with an ellipsis where it is too long to be shown whole.
 *
 * @example
 * ```ts
 * import { cutLong } from "./cut_long.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(cutLong("short"), "short");
 * assert.equal(cutLong("long ".repeat(1000)).length, 2000);
 * ```
 */
export function cutLong(text: string): string {
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST - 1).toWellFormed()}…`;
}

// Full-width and small forms are what an input method may write for them.
const FORMULA = /^(?:[\t\r\n]|[\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/**
 * Text as a cell of a spreadsheet that does not run it. Where Excel and its like
 * would take it for a formula an apostrophe is put before it, which they read as
 * "this is text": where it begins with `=`, `+`, `-` or `@`, as such, in their
 * full-width forms or after blanks and marks that cannot be seen, or with a tab
 * or a line break.
 *
 * @example
 * ```ts
 * import { guardCell } from "./guard_cell.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(guardCell("=1+1"), "'=1+1");
 * assert.equal(guardCell("1 + 1 = 2"), "1 + 1 = 2");
 * ```
 */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

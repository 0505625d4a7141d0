// Full-width and small forms are what an input method may write for them.
const SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫]";

// What is passed over before a formula: blanks and marks that cannot be seen.
const BLANK = "[\\p{Z}\\p{Cc}\\p{Cf}]";

const FORMULA = new RegExp(`^(?:[\\t\\r\\n]|${BLANK}*${SIGN})`, "u");

// Where a spreadsheet that takes another separator begins a cell: it reads the
// quotes of a cell that is not the first of its line as text, and cuts.
const CUT = new RegExp(
  `([;|\\t]|\\r\\n?|\\n)(?=["\\p{Z}\\p{Cc}\\p{Cf}]*${SIGN})`,
  "gu",
);

/**
 * Text as a cell of a spreadsheet that does not run it. Where Excel and its like
 * would take it for a formula an apostrophe is put before it, which they read as
 * "this is text": where it begins with `=`, `+`, `-` or `@`, as such, in their
 * full-width forms or after blanks and marks that cannot be seen, or with a tab
 * or a line break; and where such a sign follows a semicolon, a tab, a `|` or a
 * line break, at which a spreadsheet of another language cuts the cell.
 *
 * @example
 * ```ts
 * import { guardCell } from "./guard_cell.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(guardCell("=1+1"), "'=1+1");
 * assert.equal(guardCell("x;=1+1;y"), "x;'=1+1;y");
 * assert.equal(guardCell("1 + 1 = 2"), "1 + 1 = 2");
 * ```
 */
export function guardCell(text: string): string {
  return (FORMULA.test(text) ? "'" : "") + text.replace(CUT, "$1'");
}

/**
 * Text as a field of CSV: in quotes where a comma or any other separator that
 * programs know would cut it, and where it is empty without being missing.
 *
 * @example
 * ```ts
 * import { quoteCell } from "./guard_cell.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(quoteCell('a "b"; c'), '"a ""b""; c"');
 * assert.equal(quoteCell("plain"), "plain");
 * ```
 */
export function quoteCell(text: string): string {
  return text === "" || /[",;|\t\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

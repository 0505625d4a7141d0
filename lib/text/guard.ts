// Full-width and small forms are what an input method may write for them.
const SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫]";

// What is passed over before a formula: blanks and marks that cannot be seen.
const BLANK = "\\p{Z}\\p{Cc}\\p{Cf}";

// Where a spreadsheet that takes another separator begins a cell: it reads the
// quotes of a cell that is not the first of its line as text, and cuts.
const CUT = /([;|\t\r\n])/;

/** How the pieces of a text begin that a spreadsheet would run. */
interface Beginnings {
  readonly first: RegExp;
  readonly later: RegExp;
  /** Of a first piece with a tab or a line break after it. */
  readonly none: RegExp;
}

const beginnings = (before: string): Beginnings => ({
  first: new RegExp(`^${before}[${BLANK}]*${SIGN}`, "u"),
  later: new RegExp(`^${before}["${BLANK}]*${SIGN}`, "u"),
  none: new RegExp(`^${before}$`),
});

const RUN = beginnings("");
const ANY = beginnings("'*");
const GUARDED = beginnings("'+");

/** Changes each piece of a text that a cell may begin with. */
function eachPiece(
  text: string,
  { first, later, none }: Beginnings,
  change: (piece: string) => string,
): string {
  return text.split(CUT).map((piece, i, pieces) => {
    if (i % 2 === 1) return piece;
    const found = i > 0 ? later.test(piece) : first.test(piece) ||
      none.test(piece) && /[\t\r\n]/.test(pieces[1] ?? "");
    return found ? change(piece) : piece;
  }).join("");
}

/**
 * What {@linkcode guardCell} looks for, as a script writes it: where a cell is
 * cut, and how the first and the later pieces begin that would be run.
 */
export const GUARD_PATTERNS: string =
  `{ cut: ${CUT}, first: ${RUN.first}, later: ${RUN.later}, none: ${RUN.none} }`;

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
 * import { guardCell } from "./guard.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(guardCell("=1+1"), "'=1+1");
 * assert.equal(guardCell("x;=1+1;y"), "x;'=1+1;y");
 * assert.equal(guardCell("1 + 1 = 2"), "1 + 1 = 2");
 * ```
 */
export function guardCell(text: string): string {
  return eachPiece(text, RUN, (piece) => `'${piece}`);
}

// A number is shown as a number, and a lone sign runs nothing: in a dataset `-`
// has a meaning of its own.
const PLAIN = /^(?:-?\d+(?:\.\d+)?|[-+@=])$/;

/**
 * A cell of a dataset that a spreadsheet may open and a program reads back: as
 * {@linkcode guardCell}, but for numbers and lone signs, which stay; and where
 * an apostrophe stands there already it is doubled, so that
 * {@linkcode unguardData} gives the cell again, whatever it held.
 *
 * @example
 * ```ts
 * import { guardData, unguardData } from "./guard.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(["=1", "'=1", "-5"].map(guardData), ["'=1", "''=1", "-5"]);
 * assert.equal(unguardData(guardData("'=1")), "'=1");
 * ```
 */
export function guardData(cell: string): string {
  return PLAIN.test(cell) ? cell : eachPiece(cell, ANY, (piece) => `'${piece}`);
}

/**
 * The cell that {@linkcode guardData} was given.
 *
 * @example
 * ```ts
 * import { unguardData } from "./guard.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(unguardData("x;'=1;y"), "x;=1;y");
 * assert.equal(unguardData("it's"), "it's");
 * ```
 */
export function unguardData(cell: string): string {
  return eachPiece(cell, GUARDED, (piece) => piece.slice(1));
}

/**
 * Text as a field of CSV: in quotes where a comma or any other separator that
 * programs know would cut it, and where it is empty without being missing.
 *
 * @example
 * ```ts
 * import { quoteCell } from "./guard.ts";
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

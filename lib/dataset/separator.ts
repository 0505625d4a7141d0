import { InputError } from "../quantity/input_error.ts";
import { nearest } from "../quantity/nearest.ts";
import { ownValue } from "../quantity/own_value.ts";
import { showValue } from "../quantity/show_value.ts";
/** What may stand between the fields of a table, with its name. */
const SEPARATORS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

/**
 * What stands between the fields of a dataset's tables: one character for all
 * of them, or `auto`, for each table what its header shows.
 */
export type Separator = "," | ";" | "\t" | "|" | "auto";

/** What may be asked for. */
export const FIELD_SEPARATORS: readonly Separator[] = [
  ",",
  ";",
  "\t",
  "|",
  "auto",
];

const WORDS: Readonly<Record<string, Separator>> = {
  ",": ",",
  comma: ",",
  ";": ";",
  semicolon: ";",
  "\t": "\t",
  "\\t": "\t",
  tab: "\t",
  "|": "|",
  bar: "|",
  pipe: "|",
  auto: "auto",
};

/**
 * A separator as somebody types it: the character itself, or `tab`, `\t`,
 * `comma`, `semicolon`, `bar`, `auto`.
 *
 * @throws {InputError} When it is none of these.
 *
 * @example
 * ```ts
 * import { readSeparator } from "./separator.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(readSeparator("tab"), "\t");
 * assert.equal(readSeparator(";"), ";");
 * ```
 */
export function readSeparator(text: string): Separator {
  const separator = ownValue(WORDS, String(text).toLowerCase());
  if (separator !== undefined) return separator;
  const near = nearest(String(text), Object.keys(WORDS));
  throw new InputError(
    `${showValue(text)} is not a separator; ` +
      (near ? `did you mean '${near}'?` : "use , or ; or tab or | or auto"),
  );
}

/** A separator in words: "semicolons". */
export function nameSeparator(separator: string): string {
  return ownValue(SEPARATORS, separator) ?? `'${separator}'`;
}

/** How many of the columns the first line names when it is cut so. */
function named(
  line: string,
  separator: string,
  columns: readonly string[],
): number {
  const names = line.split(separator).map((name) =>
    name.trim().replace(/^"(.*)"$/, "$1")
  );
  return columns.filter((column) => names.includes(column)).length;
}

/**
 * The separator that a table's first line shows: the one that cuts most of the
 * columns out of it. Where several do equally well, `preferred`.
 *
 * @example
 * ```ts
 * import { recogniseSeparator } from "./separator.ts";
 * import assert from "node:assert/strict";
 *
 * const line = "source_id;publisher, if known";
 * assert.equal(recogniseSeparator(line, ["source_id"], ","), ";");
 * ```
 */
export function recogniseSeparator(
  line: string,
  columns: readonly string[],
  preferred: string,
): string {
  let best = preferred;
  let most = named(line, preferred, columns);
  for (const separator of Object.keys(SEPARATORS)) {
    const count = named(line, separator, columns);
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}

import { parse } from "@std/csv";
import { nameSeparator } from "../../../dataset/separator.ts";
import { InputError } from "../../../quantity/input_error.ts";
import { MOST, type Sheet } from "./sheet.ts";

/** A table from its text, and what has to be said of it. */
export interface SheetText {
  readonly sheet: Sheet;
  /** What stands between its fields. */
  readonly separator: string;
  readonly told: readonly string[];
}

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** So many lines tell what separates fields. */
const LOOKED = 20;

/** How many fields each of some lines has, quotes aside. */
const fieldsOf = (line: string, separator: string): number =>
  line.replace(/"[^"]*"/g, "").split(separator).length;

/** The separator that cuts the first lines into the most fields, all alike. */
function separatorOf(text: string): string {
  const lines = text.split("\n").slice(0, LOOKED)
    .filter((line) => line.trim() !== "");
  let [best, most] = [",", 1];
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => fieldsOf(line, separator));
    const first = counts[0] ?? 1;
    const alike = counts.filter((count) => count === first).length;
    const score = first > 1 ? first * alike / counts.length : 1;
    // Numbers have commas; a tab is never in one.
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/**
 * A table from text, whatever stands between its fields: a CSV file, or rows
 * that were copied from a spreadsheet.
 *
 * @param name What it is called.
 * @throws {InputError} When its quotes do not close, or it is too large.
 *
 * @example
 * ```ts
 * import { sheetOf } from "./sheet_text.ts";
 * import assert from "node:assert/strict";
 *
 * const { sheet, separator } = sheetOf("pasted", "von;Zahl\n1.2.2023;1.234,5\n");
 * assert.equal(separator, ";");
 * assert.deepEqual(sheet.rows[1], ["1.2.2023", "1.234,5"]);
 * ```
 */
export function sheetOf(name: string, text: string): SheetText {
  const told: string[] = [];
  let body = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const [line, sign] = /^"?sep=(.)"?\s*\n/.exec(body) ?? [];
  if (line !== undefined) body = body.slice(line.length);
  const separator = sign ?? separatorOf(body);
  if (separator !== ",") {
    told.push(
      `${name} is read with ${nameSeparator(separator)} between fields`,
    );
  }
  let rows: string[][];
  try {
    rows = parse(body, { separator });
  } catch {
    // Quotes in the midst of words, as a copied table has them.
    try {
      rows = parse(body, { separator, lazyQuotes: true });
      // One that does not close goes on to the end, over what it meets.
      const swallowed = rows.findIndex((row, i) =>
        row.some((cell) =>
          cell.includes(separator) &&
          (cell.includes("\n") || i === rows.length - 1)
        )
      );
      if (swallowed >= 0) {
        throw new Error(`a quote in row ${swallowed + 1} does not close`);
      }
      told.push(`${name} has quotes inside cells, which are taken as they are`);
    } catch (error) {
      throw new InputError(`${name} is no table: ${(error as Error).message}`);
    }
  }
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > MOST.cells) {
    throw new InputError(
      `${name} has ${cells.toLocaleString("en-US")} cells; ` +
        `${MOST.cells.toLocaleString("en-US")} can be opened`,
    );
  }
  const long = rows.findIndex((row) =>
    row.some((cell) => cell.length > MOST.letters)
  );
  if (long >= 0) {
    throw new InputError(
      `${name}, row ${long + 1}, has a cell of more than ` +
        `${MOST.letters.toLocaleString("en-US")} letters; is a quote missing?`,
    );
  }
  return { sheet: { name, rows }, separator, told };
}

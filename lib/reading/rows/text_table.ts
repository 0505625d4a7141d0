import { parse, stringify } from "@std/csv";
import { InputError } from "../../quantity/input_error.ts";
import { guardData, unguardData } from "../../text/guard.ts";

/** A row of a table, by column. */
export type Row = Readonly<Record<string, string>>;

/** A table of a folder: its columns and rows, and how it is written. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The file as it stands; empty where there is none yet. */
  readonly text: string;
  /** Whether its cells are guarded against spreadsheets, in the file alone. */
  readonly guarded: boolean;
}

/** A table of columns that has no file and no rows yet. */
export const newTable = (
  columns: readonly string[],
  guarded: boolean,
): TextTable => ({ columns, rows: [], text: "", guarded });

/**
 * A table from its text.
 *
 * @param name What it is called where something is wrong with it.
 * @param guarded Whether its cells are guarded against spreadsheets.
 * @param key The column that it must have.
 * @throws {InputError} When it is no table.
 */
export function parseTable(
  text: string,
  name: string,
  guarded: boolean,
  key: string,
): TextTable {
  let records: string[][];
  try {
    records = parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new InputError(`${name} is no table: ${(error as Error).message}`);
  }
  const [columns = [], ...lines] = records;
  if (columns.length === 0) return { columns, rows: [], text: "", guarded };
  if (!columns.includes(key)) {
    const [separator] = /[;\t|]/.exec(columns.join(",")) ?? [];
    throw new InputError(
      `${name} has no column ${key}` +
        (separator && columns.length === 1
          ? "; between its fields must be commas: save it as CSV with those"
          : `; its first line must name its columns, as ${key},…`),
    );
  }
  const cell = (text: string) => guarded ? unguardData(text) : text;
  return {
    columns,
    rows: lines.filter((line) => line.some((cell) => cell !== "")).map((line) =>
      Object.fromEntries(
        columns.map((column, i) => [column, cell(line[i] ?? "")]),
      )
    ),
    text,
    guarded,
  };
}

/** What ends a line of a file. */
const lineEnd = (text: string): string => text.includes("\r\n") ? "\r\n" : "\n";

/** Rows as lines of a table, each with its end. */
function linesOf(
  rows: readonly (readonly string[])[],
  { text, guarded }: TextTable,
): string {
  if (rows.length === 0) return "";
  const cells = guarded ? rows.map((row) => row.map(guardData)) : rows;
  // A line break inside a cell stays as it is.
  return cells.map((row) =>
    stringify([[...row]]).replace(/\r?\n$/, "") + lineEnd(text)
  ).join("");
}

const cellsOf = (columns: readonly string[], rows: readonly Row[]) =>
  rows.map((row) => columns.map((name) => row[name] ?? ""));

/** The text of a table with other rows and columns; its mark and line ends stay. */
export function rewritten(
  table: TextTable,
  columns: readonly string[],
  rows: readonly Row[],
): string {
  const mark = table.text.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + linesOf([columns, ...cellsOf(columns, rows)], table);
}

/**
 * The text of a table with rows added at its end: what stands there stays,
 * letter for letter.
 */
export function appended(table: TextTable, rows: readonly Row[]): string {
  if (table.text === "") return rewritten(table, table.columns, rows);
  const { text } = table;
  const end = text.endsWith("\n") || rows.length === 0 ? "" : lineEnd(text);
  return text + end + linesOf(cellsOf(table.columns, rows), table);
}

import type { TableName } from "../../dataset/rows.ts";
import { TABLES } from "../../dataset/tables.ts";

/**
 * A table as text, cell by cell as its CSV file has it: nothing is read into a
 * cell, and an empty one is `""`.
 *
 * @example
 * ```ts
 * import type { Table } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const table: Table = { columns: ["measure", "label"], rows: [["cases", ""]] };
 * assert.equal(table.rows[0]!.length, table.columns.length);
 * ```
 */
export interface Table {
  /** The names of the columns; those that the contract does not know are kept. */
  readonly columns: readonly string[];
  /** The rows, as many cells each as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

/** All tables of a dataset; one without rows has no file. */
export type Tables = Readonly<Record<TableName, Table>>;

/** The names of all tables, in the order of the contract. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The columns of the contract of a table, in its order. */
export function contractColumns(table: TableName): readonly string[] {
  return Object.keys(TABLES[table].shape);
}

/** All columns that a table's cells may stand in: the contract's, then its own. */
export function allColumns(name: TableName, { columns }: Table): string[] {
  return [...new Set([...contractColumns(name), ...columns])];
}

/**
 * A table without rows, with the columns of the contract.
 *
 * @example
 * ```ts
 * import { emptyTable } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(emptyTable("claims").columns[0], "claim_id");
 * ```
 */
export function emptyTable(table: TableName): Table {
  return { columns: contractColumns(table), rows: [] };
}

/** Every table without rows. */
export function emptyTables(): Tables {
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [name, emptyTable(name)]),
  ) as Record<TableName, Table>;
}

/** The cells of a row by column. */
export type Cells = Readonly<Record<string, string>>;

/**
 * A table of rows given by column. Columns of the contract come first, then the
 * rows' own in the order in which they come.
 *
 * @example
 * ```ts
 * import { tableOf } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const table = tableOf("measures", [{ measure: "cases", colour: "red" }]);
 * assert.equal(table.columns.at(-1), "colour");
 * assert.equal(table.rows[0]!.at(-1), "red");
 * ```
 */
export function tableOf(table: TableName, rows: readonly Cells[]): Table {
  return withRows(emptyTable(table), rows);
}

/** The same table with rows put at its end or before the row `at`. */
export function withRows(
  { columns, rows }: Table,
  added: readonly Cells[],
  at: number = rows.length,
): Table {
  const all = [
    ...new Set([...columns, ...added.flatMap((row) => Object.keys(row))]),
  ];
  const made = added.map((row) => all.map((name) => cellOf(row, name)));
  const more = all.length - columns.length;
  const wider = more === 0
    ? rows
    : rows.map((row) => [...row, ...Array<string>(more).fill("")]);
  return {
    columns: more === 0 ? columns : all,
    rows: [...wider.slice(0, at), ...made, ...wider.slice(at)],
  };
}

/** A row's own cell: a column may be called like what every object has. */
function cellOf(row: Cells, column: string): string {
  return Object.hasOwn(row, column) ? row[column]! : "";
}

/**
 * The rows of a table by column; a later column of a name that stands twice is
 * lost.
 *
 * @example
 * ```ts
 * import { cellsOf, tableOf } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const [row] = cellsOf(tableOf("hedges", [{ hedge: "some", low: "1" }]));
 * assert.equal(row!.low, "1");
 * assert.equal(row!.high, "");
 * ```
 */
export function cellsOf({ columns, rows }: Table): Cells[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((name, i) => [name, row[i] ?? ""]))
  );
}

/** The cells of one column, row by row; empty where there is no such column. */
export function columnOf({ columns, rows }: Table, name: string): string[] {
  const at = columns.indexOf(name);
  return at < 0 ? [] : rows.map((row) => row[at]!);
}

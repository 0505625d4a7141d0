import type { Dataset } from "../dataset/load.ts";
import type { TableName } from "../dataset/rows.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";
import { ownValue } from "../quantity/own_value.ts";
import {
  findRenames,
  KEYS,
  type PlainRow,
  type PlainTables,
  type Renames,
  translate,
} from "./renames.ts";

/** A cell that differs; `null` is empty. */
export interface CellChange {
  /** The column. */
  readonly column: string;
  /** What it held. */
  readonly old: string | null;
  /** What it holds. */
  readonly new: string | null;
}

/** A row that is in one version only. */
export interface LoneRow {
  /** What it is called: its id, or the ids that make it one. */
  readonly id: string;
  /** Its cells that are not empty. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A row that is in both and differs. */
export interface ChangedRow {
  /** What it is called now. */
  readonly id: string;
  /** The cells that differ, in the order of the columns. */
  readonly cells: readonly CellChange[];
}

/** What changed in a table. */
export interface TableDiff {
  /** The table. */
  readonly table: TableName;
  /** Rows that are new, in file order. */
  readonly added: readonly LoneRow[];
  /** Rows that are gone, in file order. */
  readonly removed: readonly LoneRow[];
  /** Rows that have another id and are otherwise the same. */
  readonly renamed: readonly { readonly old: string; readonly new: string }[];
  /** Rows that differ, in file order. */
  readonly changed: readonly ChangedRow[];
}

/** What changed in the tables of a dataset. */
export interface TablesDiff {
  /** The tables in which something changed, in the order of the contract. */
  readonly tables: readonly TableDiff[];
  /** The ids that changed. */
  readonly renames: Renames;
}

const TABLES = Object.keys(KEYS) as TableName[];

function plain(dataset: Dataset): PlainTables {
  return dataset as unknown as PlainTables;
}

function nameOf(table: TableName, row: PlainRow): string {
  return KEYS[table].map((column) => row[column] ?? "").filter(Boolean)
    .join(" ");
}

/** Rows by what makes them one; rows that are alike by their number too. */
function byKey(table: TableName, rows: readonly PlainRow[]) {
  const seen = new Map<string, number>();
  return new Map(rows.map((row) => {
    const key = JSON.stringify(
      KEYS[table].map((column) => row[column] ?? null),
    );
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return [`${key}${nth}`, row] as const;
  }));
}

function lone(table: TableName, row: PlainRow): LoneRow {
  const cells = Object.entries(row).filter((entry): entry is [string, string] =>
    entry[1] !== null
  );
  return { id: nameOf(table, row), cells: Object.fromEntries(cells) };
}

function changes(old: PlainRow, now: PlainRow): CellChange[] {
  const columns = new Set([...Object.keys(now), ...Object.keys(old)]);
  return [...columns].flatMap((column) => {
    // One version may have a column that the other lacks.
    const before = ownValue(old, column) ?? null;
    const after = ownValue(now, column) ?? null;
    return before === after ? [] : [{ column, old: before, new: after }];
  });
}

function compareTable(
  table: TableName,
  old: readonly PlainRow[],
  now: readonly PlainRow[],
  renames: Renames,
): TableDiff {
  const id = KEYS[table][0]!;
  const own = renames[table];
  const before = byKey(
    table,
    old.map((row) => {
      const known = translate(table, row, renames);
      const renamed = own.get(row[id] ?? "");
      return renamed === undefined ? known : { ...known, [id]: renamed };
    }),
  );
  const after = byKey(table, now);
  return {
    table,
    added: [...after].filter(([key]) => !before.has(key))
      .map(([, row]) => lone(table, row)),
    removed: [...before].filter(([key]) => !after.has(key))
      .map(([, row]) => lone(table, row)),
    renamed: [...own].map(([from, to]) => ({ old: from, new: to })),
    changed: [...after].flatMap(([key, row]) => {
      const was = before.get(key);
      const cells = was ? changes(was, row) : [];
      return cells.length > 0 ? [{ id: nameOf(table, row), cells }] : [];
    }),
  };
}

/**
 * What changed from one version of a dataset to another, row by row and cell by
 * cell. The order of rows and columns does not count, and a row that only has
 * another id is one that was renamed; what refers to it is then the same.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { compareTables } from "./compare_tables.ts";
 * import assert from "node:assert/strict";
 *
 * const old = await loadDataset(new URL("../../data", import.meta.url));
 * const [first, ...others] = old.claims;
 * const { tables } = compareTables(old, { ...old, claims: others });
 * assert.deepEqual(tables.map(({ table }) => table), ["claims"]);
 * assert.equal(tables[0]?.removed[0]?.id, first?.claim_id);
 * ```
 */
export function compareTables(old: Dataset, now: Dataset): TablesDiff {
  takesDataset(old);
  takesDataset(now);
  const [before, after] = [plain(old), plain(now)];
  const renames = findRenames(before, after);
  const tables = TABLES.map((table) =>
    compareTable(table, before[table], after[table], renames)
  ).filter(({ added, removed, renamed, changed }) =>
    added.length + removed.length + renamed.length + changed.length > 0
  );
  return { tables, renames };
}

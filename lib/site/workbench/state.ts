import type { TableName } from "../../dataset/rows.ts";
import {
  type Cells,
  emptyTables,
  type Table,
  type Tables,
  withRows,
} from "./tables.ts";

export * from "./tables.ts";

/** What the workbench holds: plain data, never changed in place. */
export interface Workbench {
  /** The tables of the dataset, as text. */
  readonly tables: Tables;
  /**
   * The descriptor `datapackage.json` as it was opened; what stands in it of the
   * tables is written anew when the dataset is saved.
   */
  readonly about: Readonly<Record<string, unknown>>;
  /** Other files of the folder, by name, kept as they are: README.md, drafts.csv. */
  readonly files: Readonly<Record<string, string>>;
  /** Documents that claims were read from, by file name: kept, never saved as claims. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Something done to a workbench. Rows are counted from 0, as they stand when
 * it is done.
 */
export type Change =
  | {
    /** A cell is set; a column that the table lacks is added. */
    readonly type: "set";
    readonly table: TableName;
    readonly row: number;
    readonly column: string;
    readonly value: string;
  }
  | {
    /** Rows are added, at the end or before the row `at`. */
    readonly type: "add";
    readonly table: TableName;
    readonly rows: readonly Cells[];
    readonly at?: number | undefined;
  }
  | {
    /** Rows are removed. */
    readonly type: "remove";
    readonly table: TableName;
    readonly rows: readonly number[];
  }
  | {
    /** Whole tables, or anything else, are put in the place of what was there. */
    readonly type: "replace";
    readonly tables?: Readonly<Partial<Record<TableName, Table>>> | undefined;
    readonly about?: Workbench["about"] | undefined;
    readonly files?: Workbench["files"] | undefined;
    readonly texts?: Workbench["texts"] | undefined;
  }
  | {
    /** Several, one after the other, taken back as one. */
    readonly type: "all";
    readonly changes: readonly Change[];
  };

/**
 * A workbench with nothing in it.
 *
 * @example
 * ```ts
 * import { applyChange, emptyWorkbench } from "./state.ts";
 * import assert from "node:assert/strict";
 *
 * const { tables } = emptyWorkbench();
 * assert.deepEqual(tables.claims.rows, []);
 * ```
 */
export function emptyWorkbench(): Workbench {
  return { tables: emptyTables(), about: {}, files: {}, texts: {} };
}

function withTable(bench: Workbench, name: TableName, table: Table): Workbench {
  return { ...bench, tables: { ...bench.tables, [name]: table } };
}

function setCell(
  { columns, rows }: Table,
  row: number,
  column: string,
  value: string,
): Table {
  let at = columns.indexOf(column);
  if (at < 0) {
    // Of a row that is not there nothing is set, no column either.
    if (row >= rows.length || value === "") return { columns, rows };
    at = columns.length;
    columns = [...columns, column];
    rows = rows.map((cells) => [...cells, ""]);
  }
  if (rows[row] === undefined || rows[row][at] === value) {
    return { columns, rows };
  }
  return { columns, rows: rows.with(row, rows[row].with(at, value)) };
}

/**
 * The workbench after a change. What does not change is the same object as
 * before.
 *
 * @example
 * ```ts
 * import { applyChange, emptyWorkbench } from "./state.ts";
 * import assert from "node:assert/strict";
 *
 * const table = "claims";
 * const added = applyChange(emptyWorkbench(), {
 *   type: "add",
 *   table,
 *   rows: [{ claim_id: "a", stated: "7,000" }],
 * });
 * const { tables } = applyChange(added, {
 *   type: "set",
 *   table,
 *   row: 0,
 *   column: "stated",
 *   value: "7000",
 * });
 * const at = tables.claims.columns.indexOf("stated");
 * assert.equal(tables.claims.rows[0]![at], "7000");
 * ```
 */
export function applyChange(bench: Workbench, change: Change): Workbench {
  switch (change.type) {
    case "set": {
      const { table, row, column, value } = change;
      const before = bench.tables[table];
      const after = setCell(before, row, column, value);
      return after.rows === before.rows
        ? bench
        : withTable(bench, table, after);
    }
    case "add": {
      const { table, rows, at } = change;
      if (rows.length === 0) return bench;
      return withTable(bench, table, withRows(bench.tables[table], rows, at));
    }
    case "remove": {
      const { table } = change;
      const gone = new Set(change.rows);
      const { columns, rows } = bench.tables[table];
      const left = rows.filter((_, i) => !gone.has(i));
      if (left.length === rows.length) return bench;
      return withTable(bench, table, { columns, rows: left });
    }
    case "replace":
      return {
        tables: { ...bench.tables, ...change.tables },
        about: change.about ?? bench.about,
        files: change.files ?? bench.files,
        texts: change.texts ?? bench.texts,
      };
    case "all":
      return change.changes.reduce(applyChange, bench);
  }
}

/** A step that was done, and can be undone or done again. */
interface Step {
  /** What was done, in a few words: "remove 3 rows". */
  readonly words: string;
  /** The workbench before it, or after it where it was undone. */
  readonly bench: Workbench;
}

/** A workbench with what was done to it. */
export interface History {
  readonly bench: Workbench;
  /** What can be undone, the last step last. */
  readonly past: readonly Step[];
  /** What can be done again, the next step last. */
  readonly future: readonly Step[];
}

/** So many steps can be undone. */
const MOST_STEPS = 500;

/** A history that begins. */
export function beginHistory(bench: Workbench): History {
  return { bench, past: [], future: [] };
}

/**
 * A history after a change; without effect it is no step.
 *
 * @param words What is done, in a few words.
 *
 * @example
 * ```ts
 * import { beginHistory, emptyWorkbench, redo, takeChange, undo } from "./state.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = [{ measure: "cases" }];
 * const start = beginHistory(emptyWorkbench());
 * const done = takeChange(start, { type: "add", table: "measures", rows }, "add");
 * assert.equal(undo(done).bench, start.bench);
 * assert.equal(redo(undo(done)).bench, done.bench);
 * ```
 */
export function takeChange(
  history: History,
  change: Change,
  words: string,
): History {
  const bench = applyChange(history.bench, change);
  if (bench === history.bench) return history;
  return {
    bench,
    past: [...history.past, { words, bench: history.bench }].slice(-MOST_STEPS),
    future: [],
  };
}

/** A history with its last step undone; the same where there is none. */
export function undo({ bench, past, future }: History): History {
  const last = past.at(-1);
  if (!last) return { bench, past, future };
  return {
    bench: last.bench,
    past: past.slice(0, -1),
    future: [...future, { words: last.words, bench }],
  };
}

/** A history with its next step done again; the same where there is none. */
export function redo({ bench, past, future }: History): History {
  const next = future.at(-1);
  if (!next) return { bench, past, future };
  return {
    bench: next.bench,
    past: [...past, { words: next.words, bench }],
    future: future.slice(0, -1),
  };
}

import { checkTexts, type DatasetRows } from "../../dataset/check_texts.ts";
import type { Problem } from "../../dataset/problem.ts";
import type { TableName } from "../../dataset/rows.ts";
import { quoteCell } from "../../text/guard.ts";
import { type Table, TABLE_NAMES, type Tables } from "./tables.ts";

/** Something wrong or suspicious, and the row in which it stands. */
export interface Located extends Problem {
  readonly table: TableName;
  /** From 0; -1 for the names of the columns, or for the table as a whole. */
  readonly row: number;
}

/** What a check of the tables found. */
export interface Checked {
  /** Everything wrong, as `validate` has it. */
  readonly problems: readonly Located[];
  /** What is allowed and suspicious; none while there are problems. */
  readonly warnings: readonly Located[];
  /** What can be reconciled; `null` where nothing can. */
  readonly data: DatasetRows | null;
  /** Rows of claims, readings and relations that it is without, for their problems. */
  readonly leftOut: number;
}

/** A table as CSV, as it is checked and as a folder has it without guards. */
function csvOf({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell === "" ? "" : quoteCell(cell)).join(",");
  return [line(columns), ...rows.map(line), ""].join("\n");
}

/** On which line each row begins. */
function linesOf({ columns, rows }: Table): number[] {
  const height = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1);
  let line = 1 + height(columns);
  return rows.map((row) => {
    const start = line;
    line += height(row);
    return start;
  });
}

function locate(tables: Tables): (problem: Problem) => Located {
  const places = new Map<string, [TableName, Map<number, number>]>();
  return (problem) => {
    const { file, line } = problem;
    let place = places.get(file);
    if (!place) {
      const name = TABLE_NAMES.find((table) => `${table}.csv` === file)!;
      const lines = linesOf(tables[name]).map((at, row) => [at, row] as const);
      place = [name, new Map(lines)];
      places.set(file, place);
    }
    const [table, rows] = place;
    return { ...problem, table, row: rows.get(line) ?? -1 };
  };
}

function check(tables: Tables) {
  return checkTexts(
    Object.fromEntries(
      TABLE_NAMES.filter((name) =>
        name === "claims" || tables[name].rows.length > 0
      ).map((name) => [name, csvOf(tables[name])]),
    ),
  );
}

/** Rows that say something by themselves: without them the others mean the same. */
const SEPARATE: readonly TableName[] = ["claims", "readings", "relations"];

/** How often rows are left out: what is left may refer to them. */
const TIMES = 3;

/**
 * Checks tables as `validate` does, each problem with its row. Where only rows
 * of claims, readings and relations have any, the others can be reconciled
 * meanwhile, and how many were left out is told.
 *
 * @example
 * ```ts
 * import { checkTables } from "./check.ts";
 * import { emptyTables, tableOf } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = {
 *   measure: "cases",
 *   kind: "total",
 *   start: "2024-01",
 *   end: "2024-01",
 * };
 * const claims = tableOf("claims", [
 *   { ...claim, claim_id: "a", stated: "70" },
 *   { ...claim, claim_id: "b", stated: "7,000" },
 * ]);
 * const { problems, data, leftOut } = checkTables({ ...emptyTables(), claims });
 * assert.deepEqual(problems.map(({ row, field }) => [row, field]), [[1, "stated"]]);
 * assert.deepEqual(data!.claims.map(({ claim_id }) => claim_id), ["a"]);
 * assert.equal(leftOut, 1);
 * ```
 */
export function checkTables(tables: Tables): Checked {
  const first = check(tables);
  const located = locate(tables);
  const problems = first.problems.map(located);
  if (first.dataset) {
    return {
      problems,
      get warnings() {
        return first.warnings.map(located);
      },
      data: first.dataset,
      leftOut: 0,
    };
  }
  return { problems, warnings: [], ...without(tables, problems) };
}

/** What is left of tables without the rows that have problems. */
function without(
  tables: Tables,
  problems: readonly Located[],
): Pick<Checked, "data" | "leftOut"> {
  let left = tables;
  let found = problems;
  let leftOut = 0;
  for (let time = 0; time < TIMES; time++) {
    const bad = Map.groupBy(found, ({ table }) => table);
    if (
      found.some(({ table, row }) => row < 0 || !SEPARATE.includes(table))
    ) break;
    for (const [table, problems] of bad) {
      const gone = new Set(problems.map(({ row }) => row));
      const { columns, rows } = left[table];
      leftOut += gone.size;
      left = {
        ...left,
        [table]: { columns, rows: rows.filter((_, i) => !gone.has(i)) },
      };
    }
    const { dataset, problems } = check(left);
    if (dataset) return { data: dataset, leftOut };
    found = problems.map(locate(left));
  }
  return { data: null, leftOut: 0 };
}

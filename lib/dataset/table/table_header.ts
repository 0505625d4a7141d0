import { nearest } from "../../quantity/nearest.ts";
import { LIMITS } from "../limits.ts";
import type { TableName } from "../rows.ts";
import { REQUIRED_COLUMNS, TABLES } from "../tables.ts";

/** Takes the number of a column, from 1, its name, and what is wrong with it. */
export type ReportColumn = (
  column: number,
  field: string,
  message: string,
) => void;

/** The names of a table's columns as the contract lists them. */
function contractColumns(table: TableName): readonly string[] {
  return Object.keys(TABLES[table].shape);
}

/** The columns that rows have: the contract's, then those of the table's own. */
export function allColumns(
  table: TableName,
  header: readonly string[],
): string[] {
  return [...new Set([...contractColumns(table), ...header])];
}

/** The columns that a table has, in the order of {@linkcode allColumns}. */
export function orderColumns(
  table: TableName,
  header: readonly string[],
): string[] {
  const there = new Set(header);
  return allColumns(table, header).filter((name) => there.has(name));
}

/** Reports names that stand twice, are missing or cannot be. */
export function checkHeader(
  table: TableName,
  header: readonly string[],
  report: ReportColumn,
): void {
  const known = contractColumns(table);
  if (header.length > LIMITS.columns) {
    return report(
      LIMITS.columns + 1,
      "(header)",
      `names ${header.length} columns; a table may have ${LIMITS.columns}`,
    );
  }
  const first = new Map<string, number>();
  header.forEach((name, i) => {
    const before = first.get(name);
    if (name === "") {
      report(i + 1, "(header)", "a column has no name; name it or drop it");
    } else if (name === "__proto__") {
      // As an object's key it would be lost, and what stands in it too.
      report(i + 1, name, "cannot name a column; rename it");
    } else if (before !== undefined) {
      report(i + 1, name, `is column ${before + 1} too; keep one of them`);
    } else {
      first.set(name, i);
    }
  });
  for (const name of REQUIRED_COLUMNS[table]) {
    if (header.includes(name)) continue;
    const strangers = header.filter((other) => !known.includes(other));
    const slip = nearest(name, strangers);
    report(
      slip ? header.indexOf(slip) + 1 : header.length + 1,
      name,
      slip
        ? `the column is missing; is it the one named '${slip}'?`
        : `the column is missing; required are ${
          REQUIRED_COLUMNS[table].join(", ")
        }`,
    );
  }
}

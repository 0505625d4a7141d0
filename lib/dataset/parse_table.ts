import { parse } from "@std/csv";
import { nearest } from "./cells.ts";
import { legible } from "./legible.ts";
import type { Problem } from "./problem.ts";
import { recordLines } from "./record_lines.ts";
import type { Row, TableName } from "./rows.ts";
import { REQUIRED_COLUMNS, TABLES } from "./tables.ts";

/** A table read from its text. */
export interface Table<T extends TableName> {
  /** File name. */
  readonly file: string;
  /** Column names as the header gives them; unknown ones are kept. */
  readonly header: readonly string[];
  /** The rows that are sound, in file order. */
  readonly rows: Row<T>[];
  /** For each sound row, the line on which its record starts. */
  readonly lineOf: (row: number) => number;
  /** Everything wrong with the table by itself. */
  readonly problems: Problem[];
}

type Report = (
  line: number,
  column: number,
  field: string,
  message: string,
) => void;

/** Reads the records, or reports why the text is not a table. */
function records(source: string, report: Report): string[][] {
  try {
    return parse(source);
  } catch (error) {
    // The parser counts a record that runs over several lines as one.
    const { message } = error as SyntaxError;
    const [, record, line, column, what] =
      /^Syntax error on line (\d+); parse error on line (\d+), column (\d+): (.*)$/s
        .exec(message) ?? [];
    const start =
      recordLines(source, { blank: true })[Number(record ?? 1) - 1] ?? 1;
    report(
      start + (Number(line ?? 1) - Number(record ?? 1)),
      1,
      "(record)",
      what === undefined
        ? message
        : `${what} at character ${column}; put a field with quotes, commas or ` +
          'line breaks in double quotes and double the quotes inside it ("")',
    );
    return [];
  }
}

function checkHeader(
  table: TableName,
  header: readonly string[],
  report: Report,
): void {
  const known = Object.keys(TABLES[table].shape);
  header.forEach((name, i) => {
    if (name === "") {
      report(1, i + 1, "(header)", "a column has no name; name it or drop it");
    } else if (name === "__proto__") {
      // As an object's key it would be lost, and what stands in it too.
      report(1, i + 1, name, "cannot name a column; rename it");
    } else if (header.indexOf(name) < i) {
      report(
        1,
        i + 1,
        name,
        `is column ${header.indexOf(name) + 1} too; keep one of them`,
      );
    }
  });
  for (const name of REQUIRED_COLUMNS[table]) {
    if (header.includes(name)) continue;
    const strangers = header.filter((other) => !known.includes(other));
    const slip = nearest(name, strangers);
    report(
      1,
      slip ? header.indexOf(slip) + 1 : header.length + 1,
      name,
      slip
        ? `the column is missing; is it the one named '${slip}'?`
        : `the column is missing${
          header.length === 1 && /[;\t]/.test(header[0] ?? "")
            ? "; the fields look to be separated by something else than commas"
            : `; required are ${REQUIRED_COLUMNS[table].join(", ")}`
        }`,
    );
  }
}

/**
 * Reads one table from its text and checks it cell by cell. Nothing is thrown
 * for what stands in the table: every problem is collected and located, and the
 * rows that are sound are returned.
 *
 * @example
 * ```ts
 * import { parseTable } from "./parse_table.ts";
 * import assert from "node:assert/strict";
 *
 * const table = parseTable("measures", "measure,split\ncases,fulll\n");
 * assert.equal(
 *   table.problems[0]?.message,
 *   "'fulll' is not a split; did you mean 'full'?",
 * );
 * ```
 */
export function parseTable<T extends TableName>(
  name: T,
  source: string,
): Table<T> {
  const file = `${name}.csv`;
  const problems: Problem[] = [];
  const report: Report = (line, column, field, message) =>
    problems.push({
      file,
      line,
      column,
      field: legible(field),
      message: legible(message),
    });

  const [header = [], ...cells] = records(source, report);
  if (header.length > 0) checkHeader(name, header, report);
  else if (problems.length === 0) {
    report(
      1,
      1,
      "(header)",
      `the table is empty; its first line names the columns, ${
        REQUIRED_COLUMNS[name].join(",")
      } at least`,
    );
  }
  const rows: Row<T>[] = [];
  const recordOf: number[] = [];
  let lines: number[] | undefined;
  // Only located when something is wrong: most tables never need it.
  const lineOfRecord = (i: number) =>
    (lines ??= recordLines(source))[i + 1] ?? 1;
  const table: Table<T> = {
    file,
    header,
    rows,
    lineOf: (row) => lineOfRecord(recordOf[row] ?? 0),
    problems,
  };
  // With a broken header every row would be reported for one mistake.
  if (problems.length > 0) return table;

  const schema = TABLES[name];
  const absent = Object.keys(schema.shape)
    .filter((column) => !header.includes(column))
    .map((column): [string, null] => [column, null]);
  cells.forEach((record, i) => {
    if (record.length !== header.length) {
      report(
        lineOfRecord(i),
        Math.min(record.length, header.length) + 1,
        header[record.length] ?? "(record)",
        `the record has ${record.length} ${
          record.length === 1 ? "field" : "fields"
        }; the header names ` +
          `${header.length}${
            record.length > header.length
              ? "; put a field with commas in double quotes"
              : ""
          }`,
      );
      return;
    }
    const entries: [string, string | null][] = [...absent];
    record.forEach((cell, j) => entries.push([header[j]!, cell || null]));
    const checked = schema.safeParse(Object.fromEntries(entries));
    if (checked.success) {
      rows.push(checked.data as unknown as Row<T>);
      recordOf.push(i);
      return;
    }
    for (const issue of checked.error.issues) {
      const field = String(issue.path[0]);
      report(lineOfRecord(i), header.indexOf(field) + 1, field, issue.message);
    }
  });
  return table;
}

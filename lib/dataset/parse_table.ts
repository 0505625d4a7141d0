import { parse } from "@std/csv";
import type { z } from "zod";
import { CellJudge } from "./cell_judge.ts";
import { nearest, text } from "./cells.ts";
import { legible } from "./legible.ts";
import { LIMITS } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { ProblemList } from "./problem_list.ts";
import { type RecordBlock, RecordBlocks } from "./record_blocks.ts";
import { recordLines } from "./record_lines.ts";
import { Repeats } from "./repeats.ts";
import type { Row, TableName } from "./rows.ts";
import {
  nameSeparator,
  recogniseSeparator,
  type Separator,
} from "./separator.ts";
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
  /** Whether every record is a sound row: only then is what it lacks known. */
  readonly complete: boolean;
}

/** Reports what is wrong with a field of a row. */
export type ReportField = (field: string, message: string) => void;

/** Checks what no cell of a row shows by itself. */
export type RowCheck<T extends TableName> = (
  row: Row<T>,
  report: ReportField,
) => void;

/** The columns whose cells are ids, one a row. */
const ID_COLUMNS: Readonly<Partial<Record<TableName, string>>> = {
  claims: "claim_id",
  sources: "source_id",
  measures: "measure",
  hedges: "hedge",
};

/** One of a table's columns. */
interface Column {
  readonly name: string;
  /** Its field's number in a record, from 0. */
  readonly at: number;
  /** Judges its cells; none is needed where any text will do. */
  readonly judge: CellJudge | undefined;
}

/** Reads one table, cell by cell, while its text comes in. */
export class TableParser<T extends TableName> {
  readonly #name: T;
  readonly #file: string;
  readonly #separator: Separator;
  readonly #problems: ProblemList;
  readonly #blocks = new RecordBlocks();
  readonly #rows: Row<T>[] = [];
  readonly #lines: number[] = [];
  readonly #repeats = new Repeats();
  readonly #idColumn: string | undefined;
  readonly #check: RowCheck<T> | undefined;
  #between = ",";
  #header: readonly string[] = [];
  #columns: readonly Column[] = [];
  #blank: Record<string, string | null> = {};
  #width = 0;
  #cells = 0;
  #unsound = 0;
  #started = false;
  #stopped = false;

  /**
   * Takes the table's name, what stands between its fields, the list that gets
   * its problems, and what else to check of each sound row.
   */
  constructor(
    name: T,
    separator: Separator,
    problems: ProblemList,
    check?: RowCheck<T>,
  ) {
    this.#name = name;
    this.#file = `${name}.csv`;
    this.#separator = separator;
    this.#problems = problems;
    this.#idColumn = ID_COLUMNS[name];
    this.#check = check;
  }

  /** Whether it reads no further: something is wrong with all that follows. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Takes the next lines, whole ones. */
  push(lines: string): void {
    if (this.#stopped) return;
    if (!this.#started) this.#start(lines);
    if (this.#stopped) return;
    const block = this.#blocks.push(lines);
    if (block) this.#read(block);
    // It ends inside quotes: what was misplaced is found, or it goes too far.
    if (this.#blocks.waiting > LIMITS.record) this.#read(this.#blocks.rest());
  }

  /**
   * Reports what is wrong with the text so many lines after those it took, and
   * reads no further.
   */
  fail(after: number, message: string): void {
    this.#stop(this.#blocks.line + after, message);
  }

  /** The table, once all its text came in. */
  finish(): Table<T> {
    if (!this.#stopped) this.#read(this.#blocks.rest());
    if (!this.#stopped && this.#header.length === 0) {
      this.#report(
        1,
        1,
        "(header)",
        `the table is empty; its first line names the columns, ${
          REQUIRED_COLUMNS[this.#name].join(",")
        } at least`,
      );
      this.#stopped = true;
    }
    this.#checkIds();
    const lines = this.#lines;
    return {
      file: this.#file,
      header: this.#header,
      rows: this.#rows,
      lineOf: (row) => lines[row] ?? 1,
      complete: !this.#stopped && this.#unsound === 0,
    };
  }

  #report(line: number, column: number, field: string, message: string): void {
    this.#problems.add({
      file: this.#file,
      line,
      column,
      field: legible(field),
      message: legible(message),
    });
    if (this.#problems.full) this.#stopped = true;
  }

  #stop(line: number, message: string): void {
    this.#report(line, 1, "(record)", message);
    this.#stopped = true;
  }

  /** Looks at the first lines: what separates the fields, and the lines. */
  #start(text: string): void {
    this.#started = true;
    const first = text.slice(0, LIMITS.field).split("\n", 1)[0]!;
    if (first.replace(/\r$/, "").includes("\r")) {
      return this.#stop(
        1,
        "the lines end with CR alone, as on old Macs; save the table with LF " +
          "or CRLF",
      );
    }
    if (/^"?sep=.?"?\s*$/.test(first)) {
      return this.#stop(
        1,
        `'${first.trim()}' is a line for spreadsheets; take it out`,
      );
    }
    const asked = this.#separator === "auto" ? "," : this.#separator;
    const required = REQUIRED_COLUMNS[this.#name];
    const shown = recogniseSeparator(first.trimEnd(), required, asked);
    this.#between = shown;
    if (shown === asked || this.#separator === "auto") return;
    this.#report(
      1,
      1,
      "(header)",
      `the fields are separated by ${nameSeparator(shown)}, not by ${
        nameSeparator(asked)
      }; save the table with ${nameSeparator(asked)}, or read it with ${
        asked === ","
          ? `--separator ${shown === "\t" ? "tab" : `"${shown}"`}`
          : "--separator auto, which takes each table as it is"
      }`,
    );
    this.#stopped = true;
  }

  /** Reads whole records; at a misplaced quote, those before it. */
  #read(block: RecordBlock): void {
    const { text, line, lines } = block;
    if (text === "") return;
    const nul = text.indexOf("\0");
    if (nul >= 0) {
      return this.#stop(
        line + text.slice(0, nul).split("\n").length - 1,
        "holds a NUL character, as UTF-16 text read as UTF-8 does; save the " +
          "table as UTF-8 text",
      );
    }
    let records: string[][];
    try {
      // The parser takes one mark of byte order off whatever it is given.
      const marked = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
      records = parse(marked, { separator: this.#between });
    } catch (error) {
      return this.#misquoted(block, error as SyntaxError);
    }
    // As many records as lines: none is blank, none goes over several.
    const plain = records.length === lines + (text.endsWith("\n") ? 0 : 1);
    const starts = plain ? undefined : recordLines(text);
    records.forEach((record, i) => {
      if (this.#stopped) return;
      const at = line + (starts ? starts[i]! - 1 : i);
      if (this.#header.length === 0) this.#readHeader(record, at);
      else this.#readRecord(record, at);
    });
  }

  /** Reads the records before a misplaced quote, and reports that. */
  #misquoted({ text, line }: RecordBlock, { message }: SyntaxError): void {
    // The parser counts a record that runs over several lines as one.
    const [, record, at, column, what] =
      /^Syntax error on line (\d+); parse error on line (\d+), column (\d+): (.*)$/s
        .exec(message) ?? [];
    const lines = recordLines(text, { blank: true });
    const start = lines[Number(record ?? 1) - 1] ?? 1;
    const further = Number(at ?? 1) - Number(record ?? 1);
    if (start > 1) {
      const before = text.split("\n", start - 1).join("\n") + "\n";
      this.#read({ text: before, line, lines: start - 1 });
      if (this.#stopped) return;
    }
    const place = line + start - 1;
    this.#stop(
      place,
      what === undefined
        ? message
        : `${what}${
          further > 0 ? ` on line ${place + further}` : ""
        } at character ${column}; put a field with quotes, commas or line ` +
          'breaks in double quotes and double the quotes inside it ("")',
    );
  }

  #readHeader(header: readonly string[], line: number): void {
    const before = this.#problems.size;
    this.#header = header;
    const known = Object.keys(TABLES[this.#name].shape);
    const report = (column: number, field: string, message: string) =>
      this.#report(line, column, field, message);
    checkHeader(this.#name, known, header, report);
    // With a broken header every row would be reported for one mistake.
    if (this.#problems.size > before) {
      this.#stopped = true;
      return;
    }
    const shape: Readonly<Record<string, z.ZodType>> = TABLES[this.#name].shape;
    const own = header.filter((name) => !Object.hasOwn(shape, name));
    const names = [...known, ...own];
    this.#width = names.length;
    // Copied for each row. Engines lay out what `JSON.parse` makes all at once,
    // and filling a copy is many times faster than growing `{}`.
    const members = names.map((name) => `${JSON.stringify(name)}:null`);
    this.#blank = JSON.parse(`{${members.join(",")}}`);
    const places = new Map(header.map((name, i) => [name, i]));
    this.#columns = names.flatMap((name) => {
      const at = places.get(name);
      if (at === undefined) return [];
      const schema = Object.hasOwn(shape, name) ? shape[name]! : text;
      // Any text at all is sound where `text` is the schema.
      const judge = schema === text ? undefined : new CellJudge(schema);
      return [{ name, at, judge }];
    });
  }

  #readRecord(record: readonly string[], line: number): void {
    const header = this.#header;
    if (record.length !== header.length) {
      this.#unsound++;
      this.#report(
        line,
        Math.min(record.length, header.length) + 1,
        header[record.length] ?? "(record)",
        `the record has ${record.length} ${
          record.length === 1 ? "field" : "fields"
        }; the header names ` +
          `${header.length}${
            record.length > header.length
              ? `; put a field with ${
                nameSeparator(this.#between)
              } in double quotes`
              : ""
          }`,
      );
      return;
    }
    const row = { ...this.#blank };
    let sound = true;
    for (const { name, at, judge } of this.#columns) {
      const cell = record[at]!;
      let complaint: string | undefined;
      if (cell === "") complaint = judge?.empty;
      else if (cell.length > LIMITS.field) {
        complaint = `holds ${cell.length} characters; ${LIMITS.field} at most`;
      } else if (judge) {
        const kept = judge.keep(cell);
        if (kept === undefined) complaint = judge.complaint;
        else row[name] = kept;
      } else row[name] = cell;
      if (complaint === undefined) continue;
      sound = false;
      this.#report(line, at + 1, name, complaint);
    }
    this.#cells += this.#width;
    if (this.#cells > LIMITS.cells) {
      this.#stop(
        line,
        `the table has more than ${LIMITS.cells} cells; split the dataset`,
      );
    }
    if (!sound) {
      this.#unsound++;
      return;
    }
    this.#rows.push(row as Row<T>);
    this.#lines.push(line);
    // Now, while the row is at hand: to come back to a million takes long.
    if (this.#idColumn) {
      this.#repeats.add((row as Record<string, string>)[this.#idColumn]!);
    }
    this.#check?.(
      row as Row<T>,
      (field, message) => this.#reportField(line, field, message),
    );
  }

  #reportField(line: number, field: string, message: string): void {
    // An absent column has no number; the next one is where it would stand.
    const column = this.#header.indexOf(field) + 1;
    this.#report(line, column || this.#header.length + 1, field, message);
  }

  /** Reports ids where they come again. */
  #checkIds(): void {
    const column = this.#idColumn;
    if (column === undefined) return;
    const idOf = (row: number) =>
      (this.#rows[row] as Record<string, string>)[column]!;
    for (const [row, first] of this.#repeats.find(idOf)) {
      this.#reportField(
        this.#lines[row]!,
        column,
        `'${idOf(row)}' stands on line ${this.#lines[first]} too; ids are ` +
          "unique",
      );
    }
  }
}

function checkHeader(
  table: TableName,
  known: readonly string[],
  header: readonly string[],
  report: (column: number, field: string, message: string) => void,
): void {
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

/** A table with everything wrong with it by itself. */
export interface ParsedTable<T extends TableName> extends Table<T> {
  /** The problems, in the order in which they were found. */
  readonly problems: readonly Problem[];
}

/** How tables are read. */
export interface ParseOptions {
  /** What stands between the fields. Default: a comma. */
  readonly separator?: Separator;
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
  { separator = "," }: ParseOptions = {},
): ParsedTable<T> {
  const problems = new ProblemList();
  const parser = new TableParser(name, separator, problems);
  parser.push(source.replace(/^\ufeff/, ""));
  return { ...parser.finish(), problems: problems.list() };
}

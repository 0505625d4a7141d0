import type { TableName } from "../../../dataset/rows.ts";
import { REQUIRED_COLUMNS } from "../../../dataset/tables.ts";
import { slug } from "../../../reading/rows/slug.ts";
import { type Cells, contractColumns, type Table, tableOf } from "../tables.ts";
import { dateForms } from "./date_forms.ts";
import {
  type ColumnMatch,
  matchColumns,
  SPAN,
  tableFor,
} from "./match_columns.ts";
import { numberForms } from "./number_forms.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet that was opened, and whether its cells are to stay as they are. */
export interface OpenedSheet extends Sheet {
  /** A table of a dataset: nothing in it is read in another way. */
  readonly asIs: boolean;
}

/** What was answered of what was asked; nothing where it is not yet. */
export interface Answers {
  /** What comes first in a date. */
  readonly dates?: "day" | "month" | undefined;
  /** What stands before decimals. */
  readonly numbers?: "point" | "comma" | undefined;
  /** Whether first days of months, alone in their column, stand for the months. */
  readonly months?: "month" | "day" | undefined;
  /** What the numbers are, where no column says so. */
  readonly kind?: string | undefined;
  /** What is counted, where no column says so. */
  readonly measure?: string | undefined;
  /** What a column is read as, by the sheet's number and the column's. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** Something that the rows do not say, asked once for all of them. */
export interface Question {
  readonly id: "dates" | "numbers" | "months" | "kind" | "measure";
  readonly words: string;
  /** What can be answered; nothing where any words will do. */
  readonly choices: readonly {
    readonly value: string;
    readonly words: string;
  }[];
  /** What is likeliest, or null. */
  readonly likely: string | null;
  /** Whether it must be answered before the rows can be taken. */
  readonly needed: boolean;
}

/** A sheet as it is understood. */
export interface UnderstoodSheet {
  readonly name: string;
  /** The table that it is; null where it is none, and left out. */
  readonly table: TableName | null;
  readonly columns: readonly ColumnMatch[];
  readonly rows: number;
}

/** What sheets are understood as. */
export interface Understood {
  readonly tables: Readonly<Partial<Record<TableName, Table>>>;
  readonly sheets: readonly UnderstoodSheet[];
  /** What was understood, a sentence each. */
  readonly told: readonly string[];
  /** What has to be asked, answered or not. */
  readonly questions: readonly Question[];
}

const DATES: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  claims: ["start", "end", "as_of", "of_start", "of_end"],
  readings: ["start", "end", "of_start", "of_end"],
  sources: ["published", "accessed"],
};

const NUMBERS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  claims: ["stated", "stated_high", "rounding", "weight"],
  readings: ["stated", "stated_high", "rounding"],
  hedges: ["low", "high"],
};

const isDate = (table: TableName, column: string): boolean =>
  DATES[table]?.includes(column) ?? false;
const isNumber = (table: TableName, column: string): boolean =>
  NUMBERS[table]?.includes(column) ?? false;

/** A year is a day of publication as it is. */
const endOf = (column: string) =>
  column === "end" || column === "of_end"
    ? "end"
    : column === "start" || column === "of_start"
    ? "start"
    : undefined;

/** A sheet with its columns named and its rows by them. */
interface Read {
  readonly name: string;
  readonly asIs: boolean;
  readonly table: TableName;
  readonly columns: readonly ColumnMatch[];
  readonly rows: readonly Cells[];
}

const says = (row: readonly string[]): boolean =>
  row.some((cell) => cell.trim() !== "");

/** Whether the first row names columns: one that holds numbers or dates does not. */
const isHeader = (row: readonly string[]): boolean =>
  !row.some((cell) => numberForms(cell) ?? dateForms(cell, "start"));

/** Whether most of what stands in a column are numbers. */
function holdsNumbers(
  rows: readonly (readonly string[])[],
  at: number,
): boolean {
  const cells = rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
  const numbers = cells.filter((cell) => numberForms(cell)).length;
  return cells.length > 0 && numbers * 2 > cells.length;
}

function rowCells(
  row: readonly string[],
  columns: readonly ColumnMatch[],
  asIs: boolean,
): Cells {
  return Object.fromEntries(
    columns.flatMap(({ column, how }, i) => {
      const cell = row[i] ?? "";
      const text = asIs || how === "own" ? cell : cell.trim();
      return column === SPAN
        ? [["start", text], ["end", text]]
        : [[column, text]];
    }),
  );
}

/** Columns of which none takes the place of another: a second one is numbered. */
function apart(columns: readonly ColumnMatch[]): ColumnMatch[] {
  const taken = new Set<string>();
  return columns.map((one) => {
    const names = one.column === SPAN ? ["start", "end"] : [one.column];
    let column = one.column;
    if (names.some((name) => taken.has(name))) {
      const used = (name: string) =>
        taken.has(name) || columns.some(({ header }) => header === name);
      let n = 2;
      while (used(`${one.header} ${n}`)) n++;
      column = `${one.header} ${n}`;
    }
    for (const name of column === SPAN ? names : [column]) taken.add(name);
    return column === one.column ? one : { ...one, column, how: "own" };
  });
}

/** Names the columns of a sheet, as they match or as they were answered. */
function read(
  sheet: OpenedSheet,
  number: number,
  answers: Answers,
  told: string[],
): Read | UnderstoodSheet {
  const [first = [], ...others] = sheet.rows.filter(says);
  const named = sheet.asIs || isHeader(first);
  const width = sheet.rows.reduce(
    (most, { length }) => Math.max(most, length),
    0,
  );
  const headers = Array.from(
    { length: width },
    (_, i) => (named ? first[i] : "") || `column ${i + 1}`,
  );
  const rows = named ? others : [first, ...others].filter(says);
  const table = tableFor(sheet.name, headers) ??
    (headers.some((_, i) => holdsNumbers(rows, i)) ? "claims" : null);
  if (table === null) {
    told.push(`${sheet.name} is no table of a dataset, and is left out`);
    return { name: sheet.name, table, columns: [], rows: rows.length };
  }
  if (!named) told.push(`${sheet.name} does not name its columns`);
  let columns: ColumnMatch[] = sheet.asIs
    ? headers.map((header) => ({ header, column: header, how: "name" }))
    : matchColumns(headers, table);
  if (
    table === "claims" && !columns.some(({ column }) => column === "stated")
  ) {
    const only = columns.flatMap(({ how }, i) =>
      how === "own" && holdsNumbers(rows, i) ? [i] : []
    );
    // "Month" and "Thefts": the one column of numbers is what is stated.
    if (only.length === 1) {
      columns = columns.map((one, i) =>
        i === only[0] ? { ...one, column: "stated", how: "near" } : one
      );
    }
  }
  columns = columns.map((one, i) => {
    const answer = answers.columns?.[`${number}:${i}`];
    if (answer === undefined) return one;
    return answer === ""
      ? { ...one, column: one.header, how: "own" }
      : { ...one, column: answer, how: "name" };
  });
  columns = apart(columns);
  for (const { header, column, how } of columns) {
    if (how === "own" && header !== column) {
      told.push(
        `“${header}” is there already: this one is kept as “${column}”`,
      );
    } else if (how === "own" && !sheet.asIs) {
      told.push(`“${header}” is kept as a column of its own`);
    } else if (header !== column) {
      told.push(
        `“${header}” is read as ${column === SPAN ? "start and end" : column}`,
      );
    }
  }
  return {
    name: sheet.name,
    asIs: sheet.asIs,
    table,
    columns,
    rows: rows.map((row) => rowCells(row, columns, sheet.asIs)),
  };
}

const isRead = (sheet: Read | UnderstoodSheet): sheet is Read =>
  "asIs" in sheet;

/** The cells of sheets that may be read in two ways, and what settles them. */
interface Evidence {
  readonly first: number;
  readonly second: number;
  /** Cells that both ways read, and differently. */
  readonly open: number;
  /** One that is read in one way alone, and one that is read in both. */
  readonly settled: string;
  readonly either:
    | readonly [cell: string, first: string, second: string]
    | null;
}

function weigh(
  cells: Iterable<readonly [string, string | null, string | null]>,
): Evidence {
  let [first, second, open] = [0, 0, 0];
  let settled = "";
  let either: Evidence["either"] = null;
  for (const [cell, a, b] of cells) {
    if (a === b) continue;
    if (a !== null && b !== null) {
      open++;
      either ??= [cell, a, b];
      continue;
    }
    if (a !== null) first++;
    else second++;
    settled ||= cell;
  }
  return { first, second, open, settled, either };
}

function* dateCells(sheets: readonly Read[]) {
  for (const { table, asIs, rows } of sheets) {
    if (asIs) continue;
    for (const row of rows) {
      for (const column of DATES[table] ?? []) {
        const cell = row[column] ?? "";
        const forms = cell && dateForms(cell, endOf(column));
        if (forms) yield [cell, forms.day, forms.month] as const;
      }
    }
  }
}

function* numberCells(sheets: readonly Read[]) {
  for (const { table, asIs, rows } of sheets) {
    if (asIs) continue;
    for (const row of rows) {
      for (const column of NUMBERS[table] ?? []) {
        const cell = row[column] ?? "";
        const forms = cell && numberForms(cell);
        if (forms) yield [cell, forms.point, forms.comma] as const;
      }
    }
  }
}

/** What one way of reading is decided by: what else stands there, or an answer. */
function decide<T extends string>(
  { first, second, open }: Evidence,
  [a, b]: readonly [T, T],
  answer: T | undefined,
): T | null {
  if (answer !== undefined) return answer;
  if (open === 0) return first > 0 ? a : second > 0 ? b : a;
  if (first > 0 && second === 0) return a;
  return second > 0 && first === 0 ? b : null;
}

/** Headers that say that a column holds months. */
const MONTH = /^(month|monat|mois|mes|місяць|месяц)$/i;

/** The column that gives both ends and holds nothing but first days of months. */
function firstDays(
  sheets: readonly Read[],
  order: "day" | "month",
): ColumnMatch | undefined {
  for (const { asIs, columns, rows } of sheets) {
    const span = asIs
      ? undefined
      : columns.find(({ column }) => column === SPAN);
    if (!span) continue;
    const days = rows.flatMap(({ start }) => {
      const forms = start ? dateForms(start, "start") : null;
      return forms ? [forms[order] ?? forms.day ?? forms.month!] : [];
    });
    if (
      days.length > 0 &&
      days.every((day) => day.endsWith("-01") && day.length > 7)
    ) {
      return span;
    }
  }
  return undefined;
}

/** Kinds that a column of numbers may be, where none says so. */
const KINDS = [
  { value: "total", words: "counts over their period (total)" },
  { value: "rate", words: "counts a month, on average (rate)" },
  { value: "level", words: "how many there were at the end of a day (level)" },
] as const;

/** Headers that say nothing of what is counted. */
const GENERIC =
  /^(column \d+|number|value|figure|amount|count|total|stated|num|zahl|wert|anzahl)$/i;

/** What is likely counted where no column says so: the number's own header. */
function likelyMeasure(sheets: readonly Read[]): string | null {
  for (const { columns } of sheets) {
    const stated = columns.find(({ column }) => column === "stated");
    if (stated && !GENERIC.test(stated.header.trim())) {
      return slug(stated.header) || null;
    }
  }
  return null;
}

/** A cell in plain digits or as a date of the contract, and whether it changed. */
function plainCell(
  table: TableName,
  column: string,
  cell: string,
  dates: "day" | "month" | null,
  numbers: "point" | "comma" | null,
): string {
  if (cell === "") return cell;
  if (isDate(table, column)) {
    const forms = dateForms(cell, endOf(column));
    if (!forms) return cell;
    if (forms.day === forms.month) return forms.day!;
    return (dates && forms[dates]) ??
      (dates
        ? cell
        : forms.day && forms.month
        ? cell
        : forms.day ?? forms.month ?? cell);
  }
  if (isNumber(table, column)) {
    const forms = numberForms(cell);
    if (!forms) return cell;
    if (forms.point === forms.comma) return forms.point!;
    return (numbers && forms[numbers]) ??
      (forms.point && forms.comma ? cell : forms.point ?? forms.comma ?? cell);
  }
  return cell;
}

/** An id that is free for a row without one. */
function freeIds(taken: ReadonlySet<string>): () => string {
  let n = 0;
  return () => {
    do n++; while (taken.has(`row-${n}`));
    return `row-${n}`;
  };
}

/**
 * What opened sheets are as tables of a dataset: which table each is, what its
 * columns stand for, how its dates and numbers are written. What was understood
 * is told, and what the rows do not settle is asked once for all of them;
 * nothing is read in a way that is not told.
 *
 * @param taken Ids of claims that are there already.
 *
 * @example
 * ```ts
 * import { understand } from "./understand.ts";
 * import { cellsOf } from "../tables.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = [["Month", "Thefts"], ["1.2.2023", "1.234"]];
 * const sheets = [{ name: "pasted", rows, asIs: false }];
 * const { questions } = understand(sheets, {});
 * assert.deepEqual(questions.map(({ id }) => id), [
 *   "dates",
 *   "months",
 *   "numbers",
 *   "measure",
 *   "kind",
 * ]);
 * const { tables } = understand(sheets, {
 *   dates: "day",
 *   months: "month",
 *   numbers: "comma",
 *   measure: "thefts",
 *   kind: "total",
 * });
 * const [row] = cellsOf(tables.claims!);
 * assert.deepEqual([row!.stated, row!.start, row!.end], [
 *   "1234",
 *   "2023-02",
 *   "2023-02",
 * ]);
 * ```
 */
export function understand(
  opened: readonly OpenedSheet[],
  answers: Answers,
  taken: ReadonlySet<string> = new Set(),
): Understood {
  const told: string[] = [];
  const questions: Question[] = [];
  const all = opened.map((sheet, i) => read(sheet, i, answers, told));
  const sheets = all.filter(isRead);

  const dated = weigh(dateCells(sheets));
  const dates = decide(dated, ["day", "month"], answers.dates);
  if (dated.open > 0) {
    const [cell, day, month] = dated.either!;
    questions.push({
      id: "dates",
      words: `${dated.open} dates such as ${cell} can be read in two ways`,
      choices: [
        { value: "day", words: `day.month: ${cell} is ${day}` },
        { value: "month", words: `month.day: ${cell} is ${month}` },
      ],
      // Points stand between day and month, whoever writes them.
      likely: dates ?? (cell.includes(".") ? "day" : null),
      needed: true,
    });
  }
  if (dates && dated.first + dated.second + dated.open > 0) {
    const other = answers.dates === undefined && dated.settled;
    told.push(
      `these dates read as ${dates === "day" ? "day.month" : "month.day"}` +
        (other ? `: ${other} can be nothing else` : ""),
    );
  }

  const firsts = firstDays(sheets, dates ?? "day");
  if (firsts) {
    questions.push({
      id: "months",
      words: `Every date under “${firsts.header}” is the first of a month`,
      choices: [
        { value: "month", words: "it stands for the whole month" },
        { value: "day", words: "it is that one day" },
      ],
      likely: MONTH.test(firsts.header.trim()) ? "month" : null,
      needed: true,
    });
    if (answers.months === "month") {
      told.push(
        `“${firsts.header}” holds months: 2024-05-01 is all of May 2024`,
      );
    }
  }
  const months = firsts && answers.months === "month";

  const numbered = weigh(numberCells(sheets));
  const numbers = decide(numbered, ["point", "comma"], answers.numbers);
  if (numbered.open > 0) {
    const [cell, point, comma] = numbered.either!;
    questions.push({
      id: "numbers",
      words: `${numbered.open} numbers such as ${cell} can be read in two ways`,
      choices: [
        { value: "point", words: `decimal point: ${cell} is ${point}` },
        { value: "comma", words: `decimal comma: ${cell} is ${comma}` },
      ],
      likely: numbers,
      needed: true,
    });
  }
  if (numbers && numbered.first + numbered.second + numbered.open > 0) {
    const other = answers.numbers === undefined && numbered.settled;
    told.push(
      `these numbers read with a decimal ${numbers}` +
        (other ? `: ${other} can be nothing else` : ""),
    );
  }

  const claims = sheets.filter(({ table, asIs }) =>
    table === "claims" && !asIs
  );
  const lacks = (name: string) =>
    claims.some(({ columns }) =>
      !columns.some(({ column }) => column === name)
    );
  if (claims.length > 0 && lacks("measure")) {
    questions.push({
      id: "measure",
      words: "What do these rows count?",
      choices: [],
      likely: likelyMeasure(claims),
      needed: true,
    });
  }
  if (claims.length > 0 && lacks("kind")) {
    questions.push({
      id: "kind",
      words: "What are these numbers?",
      choices: KINDS,
      likely: null,
      needed: true,
    });
  }

  const nextId = freeIds(
    new Set([
      ...taken,
      ...claims.flatMap(({ rows }) => rows.map((row) => row.claim_id ?? "")),
    ]),
  );
  let ids = 0;
  let changed = 0;
  const mend = (sheet: Read, row: Cells): Cells => {
    if (sheet.asIs) return row;
    const mended = Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        const text = plainCell(sheet.table, column, cell, dates, numbers);
        if (text !== cell) changed++;
        return [column, text];
      }),
    );
    if (sheet.table !== "claims") return mended;
    if (months && sheet.columns.some(({ column }) => column === SPAN)) {
      for (const end of ["start", "end"] as const) {
        mended[end] = (mended[end] ?? "").replace(/^(\d{4}-\d{2})-01$/, "$1");
      }
    }
    if (!mended.claim_id) {
      ids++;
      mended.claim_id = nextId();
    }
    if (!mended.measure && answers.measure && lacks("measure")) {
      mended.measure = answers.measure;
    }
    if (!mended.kind && answers.kind && lacks("kind")) {
      mended.kind = answers.kind;
    }
    if (mended.kind === "level" && lacks("kind") && mended.end) {
      // A number at a moment is of its last day.
      mended.start = mended.end;
      mended.end = "";
    }
    return mended;
  };
  const tables: Partial<Record<TableName, Table>> = {};
  for (const [table, group] of Map.groupBy(sheets, ({ table }) => table)) {
    const rows = group.flatMap((sheet) =>
      sheet.rows.map((row) => mend(sheet, row))
    );
    const made = tableOf(table, rows);
    // A table as it was opened has the columns that its file had.
    tables[table] = group.every(({ asIs }) => asIs) && group.length === 1
      ? asOpened(group[0]!, made)
      : made;
  }
  if (changed > 0) {
    told.push(
      `${changed} dates and numbers are written as the dataset writes them`,
    );
  }
  if (ids > 0) {
    told.push(`${ids} rows without an id are given one: row-1 and so on`);
  }
  return {
    tables,
    sheets: all.map((sheet) =>
      isRead(sheet) ? { ...sheet, rows: sheet.rows.length } : sheet
    ),
    told,
    questions,
  };
}

/** The table with the columns that its file had, in their order. */
function asOpened({ columns }: Read, made: Table): Table {
  const names = columns.map(({ column }) => column);
  const at = names.map((name) => made.columns.indexOf(name));
  return {
    columns: names,
    rows: made.rows.map((row) => at.map((i) => row[i] ?? "")),
  };
}

/** Whether headers are those of a table of a dataset, to the letter. */
export function isContract(name: string, headers: readonly string[]): boolean {
  const table = tableFor(name, []);
  if (table === null) return false;
  const known = contractColumns(table);
  return REQUIRED_COLUMNS[table].every((column) => headers.includes(column)) ||
    headers.length > 0 && headers.every((header) => known.includes(header));
}

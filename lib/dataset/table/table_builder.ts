import { legible } from "../../text/legible.ts";
import { LIMITS } from "../limits.ts";
import type { ProblemList } from "../problem_list.ts";
import type { Row, Rows, TableName } from "../rows.ts";
import { REQUIRED_COLUMNS } from "../tables.ts";
import type { CellBlock, LineProblem } from "./cell_block.ts";
import { IdColumn } from "./id_column.ts";
import { makeRows } from "./make_rows.ts";
import { RowView } from "./row_view.ts";
import { allColumns, orderColumns } from "./table_header.ts";
import { WordLists } from "./word_lists.ts";

/** A table read from its text. */
export interface Table<T extends TableName> {
  /** File name. */
  readonly file: string;
  /** Column names as the header gives them; unknown ones are kept. */
  readonly header: readonly string[];
  /** The rows that are sound, in file order; made when they are asked for. */
  readonly rows: readonly Row<T>[];
  /** For each sound row, the line on which its record starts. */
  readonly lineOf: (row: number) => number;
  /** Whether every record is a sound row: only then is what it lacks known. */
  readonly complete: boolean;
}

/** Reports what is wrong with a field of a row. */
export type ReportField = (field: string, message: string) => void;

/** Checks what no cell of a row shows by itself. */
export interface RowCheck<T extends TableName, C extends keyof Rows[T]> {
  /** The columns it looks at. */
  readonly columns: readonly (C & string)[];
  /** Takes a row's cells, which are others afterwards. */
  readonly check: (cells: Pick<Row<T>, C>, report: ReportField) => void;
}

/** The columns whose cells are ids, one a row. */
const ID_COLUMNS: Readonly<Partial<Record<TableName, string>>> = {
  claims: "claim_id",
  sources: "source_id",
  measures: "measure",
  hedges: "hedge",
};

/**
 * Takes a table's judged cells, block by block in file order, checks what they
 * mean together, and keeps them by column. Rows are made of them when they are
 * asked for: a million objects take as long as to parse what is in them.
 */
export class TableBuilder<T extends TableName, C extends keyof Rows[T]> {
  readonly #name: T;
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #check: RowCheck<T, C> | undefined;
  readonly #blocks: CellBlock[] = [];
  readonly #lines: number[] = [];
  #header: readonly string[] = [];
  #columns: readonly string[] = [];
  #width = 0;
  #words = new WordLists([]);
  #view = new RowView([], []);
  #ids: IdColumn | undefined;
  #cells = 0;
  #complete = true;
  #stopped = false;

  /**
   * Takes the table's name, the list that gets its problems, and what else to
   * check of each sound row.
   */
  constructor(name: T, problems: ProblemList, check?: RowCheck<T, C>) {
    this.#name = name;
    this.#file = `${name}.csv`;
    this.#problems = problems;
    this.#check = check;
  }

  /** Whether it takes no further blocks. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Takes the next block. */
  push(block: CellBlock): void {
    if (this.#stopped) return;
    if (this.#header.length === 0) this.#readHeader(block.header);
    const found = this.#checkRows(block);
    if (found.length > 0 && block.problems.length > 0) {
      found.push(...block.problems);
      found.sort((a, b) => a.line - b.line);
    }
    this.#report(found.length > 0 ? found : block.problems);
    // Not to keep a million problems twice.
    this.#blocks.push(
      block.problems.length > 0 ? { ...block, problems: [] } : block,
    );
    this.#countCells(block);
    if (!block.whole) this.#complete = false;
    if (block.stopped) this.#stopped = true;
  }

  /** The table, once all blocks came in. */
  finish(): Table<T> {
    if (!this.#stopped && this.#header.length === 0) {
      this.#report([{
        line: 1,
        column: 1,
        field: "(header)",
        message: `the table is empty; its first line names the columns, ${
          REQUIRED_COLUMNS[this.#name].join(",")
        } at least`,
      }]);
      this.#stopped = true;
    }
    this.#checkIds();
    const name = this.#name;
    const columns = this.#columns;
    const blocks = this.#blocks;
    const lines = this.#lines;
    let rows: Row<T>[] | undefined;
    return {
      file: this.#file,
      header: this.#header,
      get rows() {
        if (!rows) {
          rows = makeRows(name, columns, blocks);
          blocks.length = 0;
        }
        return rows;
      },
      lineOf: (row) => lines[row] ?? 1,
      complete: this.#complete && !this.#stopped,
    };
  }

  #report(problems: readonly LineProblem[]): void {
    const file = this.#file;
    for (const problem of problems) this.#problems.add({ file, ...problem });
    if (this.#problems.full) this.#stopped = true;
  }

  #problem(line: number, field: string, message: string): LineProblem {
    // An absent column has no number; the next one is where it would stand.
    const column = (this.#header.indexOf(field) + 1) || this.#header.length + 1;
    return { line, column, field: legible(field), message: legible(message) };
  }

  #readHeader(header: readonly string[]): void {
    this.#header = header;
    this.#columns = orderColumns(this.#name, header);
    this.#width = allColumns(this.#name, header).length;
    const looked: readonly string[] = this.#check?.columns ?? [];
    this.#view = new RowView(looked, this.#columns);
    this.#words = new WordLists(
      this.#columns.map((name) => looked.includes(name)),
    );
    const ids = this.#columns.indexOf(ID_COLUMNS[this.#name] ?? "");
    if (ids >= 0) this.#ids = new IdColumn(ids);
  }

  /** Checks the sound rows of a block; gives what is wrong with them. */
  #checkRows(block: CellBlock): LineProblem[] {
    const problems: LineProblem[] = [];
    let line = 0;
    const report = (field: string, message: string) =>
      void problems.push(this.#problem(line, field, message));
    const { lines, unsound } = block;
    const ids = this.#ids;
    const view = this.#view;
    const check = this.#check?.check;
    ids?.open(block);
    view.open(block, this.#words.take(block));
    for (let i = 0; i < lines.length; i++) {
      if (unsound?.[i]) continue;
      line = lines[i]!;
      this.#lines.push(line);
      ids?.add(i);
      if (!check) continue;
      view.move(i);
      check(view.cells as Pick<Row<T>, C>, report);
    }
    return problems;
  }

  /** Reports ids where they come again. */
  #checkIds(): void {
    const ids = this.#ids;
    if (!ids) return;
    for (const [row, first] of ids.repeats()) {
      this.#report([this.#problem(
        this.#lines[row]!,
        ID_COLUMNS[this.#name]!,
        `'${ids.of(row)}' stands on line ${this.#lines[first]} too; ids are ` +
          "unique",
      )]);
    }
  }

  #countCells({ lines }: CellBlock): void {
    const left = Math.floor((LIMITS.cells - this.#cells) / this.#width);
    this.#cells += lines.length * this.#width;
    if (lines.length <= left) return;
    this.#report([{
      line: lines[left]!,
      column: 1,
      field: "(record)",
      message:
        `the table has more than ${LIMITS.cells} cells; split the dataset`,
    }]);
    this.#stopped = true;
  }
}

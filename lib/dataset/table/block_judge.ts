import { parse } from "@std/csv";
import type { z } from "zod";
import { text as anyText } from "../cells.ts";
import { legible } from "../../text/legible.ts";
import type { TableName } from "../rows.ts";
import { nameSeparator } from "../separator.ts";
import { TABLES } from "../tables.ts";
import type { CellBlock, LineProblem } from "./cell_block.ts";
import { CellColumn } from "./cell_column.ts";
import type { TableFault, TableText } from "./read_records.ts";
import { recordLines } from "./record_lines.ts";
import { checkHeader, orderColumns } from "./table_header.ts";

const NEWLINE = 10;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** After how many lines the text is no UTF-8 any more. */
function undecodable(bytes: Uint8Array): number {
  // A line end is never part of a longer character: try line by line.
  let start = 0;
  for (let after = 0;; after++) {
    const end = bytes.indexOf(NEWLINE, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return after;
    }
    start = end + 1;
  }
}

/** Some records of a table. */
interface Lines {
  readonly text: string;
  /** The line on which they start. */
  readonly line: number;
  /** How many line ends there are. */
  readonly lines: number;
  readonly separator: string;
}

/** What was parsed of a block, before its cells are judged. */
class Parsed {
  readonly records: string[][] = [];
  readonly lines: number[] = [];
  readonly problems: LineProblem[] = [];
  whole = true;
  stopped = false;

  report(line: number, column: number, field: string, message: string): void {
    this.problems.push({
      line,
      column,
      field: legible(field),
      message: legible(message),
    });
  }

  stop(line: number, message: string): void {
    this.report(line, 1, "(record)", message);
    this.stopped = true;
  }
}

/**
 * Judges the cells of a table, block by block. It looks at no other row and no
 * other table, so that several may work on one table side by side.
 */
export class BlockJudge {
  readonly #table: TableName;
  readonly #number: number;
  #header: readonly string[] = [];
  #columns: readonly CellColumn[] = [];

  /**
   * Takes the table's name, the judge's number, and the table's header, which
   * otherwise is the first record that it gets.
   */
  constructor(
    table: TableName,
    number: number,
    header: readonly string[] = [],
  ) {
    this.#table = table;
    this.#number = number;
    if (header.length > 0) this.#setHeader(header);
  }

  /** The header, once it was read. */
  get header(): readonly string[] {
    return this.#header;
  }

  /** Judges the records of a text; a fault is a block that says so. */
  judge(text: TableText | TableFault): CellBlock {
    const parsed = new Parsed();
    if ("fault" in text) {
      parsed.problems.push(text.fault);
      parsed.stopped = true;
    } else this.#decode(text, parsed);
    const { records, problems } = parsed;
    const lines = new Int32Array(parsed.lines);
    const codes = new Int32Array(this.#columns.length * records.length);
    const words: string[] = [];
    let unsound: Uint8Array | undefined;
    const counts = this.#columns.map((column, i) => {
      const before = words.length;
      const offset = i * records.length;
      column.number(records, codes, offset, words, (record, complaint) => {
        unsound ??= new Uint8Array(records.length);
        unsound[record] = 1;
        parsed.report(lines[record]!, column.at + 1, column.name, complaint);
      });
      return words.length - before;
    });
    const ends = new Int32Array(words.length);
    let end = 0;
    for (let i = 0; i < words.length; i++) ends[i] = end += words[i]!.length;
    if (problems.length > 1) problems.sort((a, b) => a.line - b.line);
    return {
      judge: this.#number,
      header: this.#header,
      lines,
      codes,
      text: words.join(""),
      ends,
      counts,
      unsound,
      problems,
      whole: parsed.whole && !unsound,
      stopped: parsed.stopped,
    };
  }

  #decode({ bytes, line, lines, separator }: TableText, parsed: Parsed) {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      return parsed.stop(
        line + undecodable(bytes),
        "is not UTF-8 text; save the table as UTF-8",
      );
    }
    this.#read({ text, line, lines, separator }, parsed);
  }

  /** Reads whole records; at a misplaced quote, those before it. */
  #read(block: Lines, parsed: Parsed): void {
    const { text, line, lines, separator } = block;
    if (text === "") return;
    const nul = text.indexOf("\0");
    if (nul >= 0) {
      return parsed.stop(
        line + text.slice(0, nul).split("\n").length - 1,
        "holds a NUL character, as UTF-16 text read as UTF-8 does; save the " +
          "table as UTF-8 text",
      );
    }
    let records: string[][];
    try {
      // The parser takes one mark of byte order off whatever it is given.
      const marked = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
      records = parse(marked, { separator });
    } catch (error) {
      return this.#misquoted(block, error as SyntaxError, parsed);
    }
    // As many records as lines: none is blank, none goes over several.
    const plain = records.length === lines + (text.endsWith("\n") ? 0 : 1);
    const starts = plain ? undefined : recordLines(text);
    for (let i = 0; i < records.length && !parsed.stopped; i++) {
      const record = records[i]!;
      const at = line + (starts ? starts[i]! - 1 : i);
      if (this.#header.length === 0) this.#readHeader(record, at, parsed);
      else this.#readRecord(record, at, separator, parsed);
    }
  }

  /** Reads the records before a misplaced quote, and reports that. */
  #misquoted(
    { text, line, separator }: Lines,
    { message }: SyntaxError,
    parsed: Parsed,
  ): void {
    // The parser counts a record that runs over several lines as one.
    const [, record, at, column, what] =
      /^Syntax error on line (\d+); parse error on line (\d+), column (\d+): (.*)$/s
        .exec(message) ?? [];
    const lines = recordLines(text, { blank: true });
    const start = lines[Number(record ?? 1) - 1] ?? 1;
    const further = Number(at ?? 1) - Number(record ?? 1);
    if (start > 1) {
      const before = text.split("\n", start - 1).join("\n") + "\n";
      this.#read({ text: before, line, lines: start - 1, separator }, parsed);
      if (parsed.stopped) return;
    }
    const place = line + start - 1;
    parsed.stop(
      place,
      what === undefined
        ? message
        : `${what}${
          further > 0 ? ` on line ${place + further}` : ""
        } at character ${column}; put a field with quotes, commas or line ` +
          'breaks in double quotes and double the quotes inside it ("")',
    );
  }

  #readHeader(
    header: readonly string[],
    line: number,
    parsed: Parsed,
  ): void {
    const before = parsed.problems.length;
    checkHeader(
      this.#table,
      header,
      (column, field, message) => parsed.report(line, column, field, message),
    );
    // With a broken header every row would be reported for one mistake.
    if (parsed.problems.length === before) return this.#setHeader(header);
    this.#header = header;
    parsed.stopped = true;
  }

  #setHeader(header: readonly string[]): void {
    const shape: Readonly<Record<string, z.ZodType>> =
      TABLES[this.#table].shape;
    this.#header = header;
    const places = new Map(header.map((name, i) => [name, i]));
    this.#columns = orderColumns(this.#table, header).map((name) => {
      const schema = Object.hasOwn(shape, name) ? shape[name]! : anyText;
      // Any text at all is sound where `text` is the schema.
      return new CellColumn(
        name,
        places.get(name)!,
        schema === anyText ? undefined : schema,
      );
    });
  }

  #readRecord(
    record: string[],
    line: number,
    separator: string,
    parsed: Parsed,
  ): void {
    const header = this.#header;
    if (record.length === header.length) {
      parsed.records.push(record);
      parsed.lines.push(line);
      return;
    }
    parsed.whole = false;
    parsed.report(
      line,
      Math.min(record.length, header.length) + 1,
      header[record.length] ?? "(record)",
      `the record has ${record.length} ${
        record.length === 1 ? "field" : "fields"
      }; the header names ` +
        `${header.length}${
          record.length > header.length
            ? `; put a field with ${nameSeparator(separator)} in double quotes`
            : ""
        }`,
    );
  }
}

/**
 * Reads comma-separated values from a string.
 *
 * @module
 */
import { assertSeparator, type Dialect } from "./_dialect.ts";
import { namedBy } from "./_objects.ts";
import { parseRows } from "./_parse_rows.ts";
import type { ParseResult, RecordWithColumn } from "./_result.ts";

export type { ParseResult, RecordWithColumn };

/** Options for {@linkcode parse}. */
export interface ParseOptions {
  /**
   * What stands between two fields.
   *
   * @default {","}
   */
  separator?: string;
  /**
   * The character that makes a line a comment when it is the very first of it.
   * Without this option there are no comments.
   */
  comment?: string;
  /**
   * Whether white space before a field is dropped, also when the separator is
   * white space itself.
   *
   * @default {false}
   */
  trimLeadingSpace?: boolean;
  /**
   * Whether quotes may stand inside a bare field, and single ones inside a
   * quoted field.
   *
   * @default {false}
   */
  lazyQuotes?: boolean;
  /**
   * How many fields each record must have: a positive number for that many, 0
   * for as many as the first one, a negative number for any.
   *
   * @default {-1}
   */
  fieldsPerRecord?: number;
  /**
   * Whether the first record is no data. It names the columns unless `columns`
   * does.
   *
   * @default {false}
   */
  skipFirstRow?: boolean;
  /** The names of the columns. */
  columns?: readonly string[];
}

const NEVER_DELIMITERS = ["\r", "\n", '"'];

/**
 * Reads CSV text into an array of records, each an array of its fields.
 *
 * Blank lines are no records, but a line of spaces is one. A leading byte-order
 * mark is dropped. Line breaks inside quoted fields become `\n`.
 *
 * @example Reading arrays
 * ```ts
 * import { parse } from "@std/csv/parse";
 * import { deepStrictEqual } from "node:assert";
 *
 * deepStrictEqual(parse('id,note\r\n1,"a, b"\r\n'), [
 *   ["id", "note"],
 *   ["1", "a, b"],
 * ]);
 * ```
 *
 * @param input The text.
 * @returns The records.
 * @throws {SyntaxError} If quotes are misplaced.
 */
export function parse(input: string): string[][];
/**
 * Reads CSV text into an array of records: objects if `skipFirstRow` or
 * `columns` is given, arrays of fields otherwise.
 *
 * @example Taking names from the first record
 * ```ts
 * import { parse } from "@std/csv/parse";
 * import { deepStrictEqual } from "node:assert";
 *
 * deepStrictEqual(parse("id;name\n1;Ada\n", {
 *   separator: ";",
 *   skipFirstRow: true,
 * }), [{ id: "1", name: "Ada" }]);
 * ```
 *
 * @example Refusing ragged records
 * ```ts
 * import { parse } from "@std/csv/parse";
 * import { throws } from "node:assert";
 *
 * throws(() => parse("a,b\nc\n", { fieldsPerRecord: 0 }), {
 *   name: "SyntaxError",
 *   message: "Syntax error on line 2: expected 2 fields but got 1",
 * });
 * ```
 *
 * @typeParam T The type of the options.
 * @param input The text.
 * @param options How to read it.
 * @returns The records.
 * @throws {SyntaxError} If quotes are misplaced, or a record has not the number
 * of fields that `fieldsPerRecord` asks for.
 * @throws {Error} If a record has more or fewer fields than there are names, or
 * the separator or comment character is impossible.
 * @throws {TypeError} If the first record is asked for and there is none.
 */
export function parse<const T extends ParseOptions>(
  input: string,
  options: T,
): ParseResult<ParseOptions, T>;
export function parse(
  input: string,
  options: ParseOptions = {},
): string[][] | Record<string, string>[] {
  const dialect = dialectOf(options);
  const rows = parseRows(input, dialect, options.fieldsPerRecord);
  const { skipFirstRow, columns } = options;
  if (!skipFirstRow && !columns) return rows;

  const first = skipFirstRow ? rows.shift() : undefined;
  if (skipFirstRow && first === undefined) {
    throw new TypeError("Cannot parse input: headers must be defined");
  }
  const toObject = namedBy(columns || first!);
  // Counted in records, not in lines of the text.
  const firstLine = skipFirstRow ? 2 : 1;
  return rows.map((row, index) => toObject(row, firstLine + index));
}

function dialectOf(options: ParseOptions): Dialect {
  const {
    separator = ",",
    comment,
    trimLeadingSpace = false,
    lazyQuotes = false,
  } = options;
  if (
    NEVER_DELIMITERS.includes(separator) ||
    (comment !== undefined && NEVER_DELIMITERS.includes(comment)) ||
    separator === comment
  ) {
    throw new Error("Cannot parse input: invalid delimiter");
  }
  assertSeparator(separator);
  return { separator, comment, trimLeadingSpace, lazyQuotes };
}

import { type Dialect, isPlain } from "./_dialect.ts";
import type { Fault } from "./_fault.ts";
import { BLANK, readFlawless, withNewlines } from "./_flawless.ts";
import { Scanner } from "./_scanner.ts";

export { BLANK };
/** Stands among the records where a comment was. */
export const COMMENT: string[] = [];
Object.freeze(COMMENT);

/**
 * Reads records from the blocks of one input. A block is some whole lines,
 * without the newline after the last of them.
 *
 * Flawless records of a plain dialect are read the quick way, the scanner takes
 * the rest and says what is wrong with it.
 */
export class RecordReader {
  readonly #dialect: Dialect;
  readonly #exactEnd: boolean;
  readonly #plain: boolean;
  readonly #scanner: Scanner;
  #fault: Fault | undefined;

  /** For `exactEnd` see {@linkcode Scanner.scan}. */
  constructor(dialect: Dialect, exactEnd: boolean) {
    this.#dialect = dialect;
    this.#exactEnd = exactEnd;
    this.#plain = isPlain(dialect);
    this.#scanner = new Scanner(dialect);
  }

  /**
   * The mistake that follows the records given so far. Not thrown, because
   * those records have a right to be looked at first.
   */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /**
   * The records of a block, with {@linkcode BLANK} and {@linkcode COMMENT} in
   * their places so that lines can be counted.
   *
   * @param last Whether no block follows.
   */
  read(block: string, last: boolean): string[][] {
    // A newline is \n or \r\n, in quotes too; any other \r is text. One at the
    // end belonged to the newline cut off, or ends the input, and goes too.
    const records: string[][] = [];
    if (this.#scanner.isOpen) {
      const text = withNewlines(block);
      const next = this.#finishOpen(text, last, records);
      if (next !== undefined && next <= text.length) {
        this.#scan(text.slice(next), last, records);
      }
      return records;
    }
    const next = this.#plain
      ? readFlawless(block, this.#dialect.separator, records)
      : 0;
    if (next <= block.length) {
      this.#scan(withNewlines(block.slice(next)), last, records);
    }
    return records;
  }

  /** Ends the record a former block began; where the next line starts. */
  #finishOpen(
    text: string,
    last: boolean,
    records: string[][],
  ): number | undefined {
    this.#scanner.load(text);
    const scan = this.#scanner.scan(0, last, this.#exactEnd);
    if (scan === "open") return undefined;
    if ("kind" in scan) {
      this.#fault = scan;
      return undefined;
    }
    records.push(scan.fields);
    return scan.next;
  }

  #scan(text: string, last: boolean, records: string[][]): void {
    const { comment } = this.#dialect;
    this.#scanner.load(text);
    // Up to and with the length: after a newline there is one more line.
    let at = 0;
    while (at <= text.length) {
      const first = text[at];
      if (first === undefined || first === "\n") {
        records.push(BLANK);
        at++;
      } else if (comment && first === comment) {
        records.push(COMMENT);
        const end = text.indexOf("\n", at);
        at = (end === -1 ? text.length : end) + 1;
      } else {
        const scan = this.#scanner.scan(at, last, this.#exactEnd);
        if (scan === "open") return;
        if ("kind" in scan) {
          this.#fault = scan;
          return;
        }
        records.push(scan.fields);
        at = scan.next;
      }
    }
  }
}

import type { Dialect } from "./_dialect.ts";
import type { Fault } from "./_fault.ts";

/** What came of scanning one record. */
export type Scan =
  /** A whole record; `next` is where the following line begins. */
  | { fields: string[]; next: number }
  /** The block ended inside a quoted field: resume with the next one. */
  | "open"
  /** A quoting mistake. */
  | Fault;

const NONE = -1;

/** Columns are counted in code points, as an editor shows them. */
function columnAt(block: string, lineStart: number, at: number): number {
  return Array.from(block.slice(lineStart, at)).length + 1;
}

/** Remembers where the next needle is, so that no stretch is searched twice. */
class Finder {
  #at = NONE;
  constructor(
    readonly block: string,
    readonly needle: string,
  ) {}

  /** The first place at or after `from`; the block's length when there is none. */
  from(from: number): number {
    if (this.#at < from) {
      const at = this.block.indexOf(this.needle, from);
      this.#at = at === -1 ? this.block.length : at;
    }
    return this.#at;
  }
}

/**
 * Reads one record at a time from blocks of whole lines (`\n` between lines,
 * none after the last), for every dialect, and says where quoting goes wrong.
 * Slower than reading what is flawless, so it gets only what that leaves.
 */
export class Scanner {
  readonly #dialect: Dialect;
  #block = "";
  #quotes = new Finder("", '"');
  #separators = new Finder("", "");
  #newlines = new Finder("", "\n");

  // The record that a block ended in, if one did.
  #open = false;
  #fields: string[] = [];
  #text = "";
  #linesIn = 0;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Whether the last block ended inside a quoted field. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Takes the block that {@linkcode scan} reads from. */
  load(block: string): void {
    this.#block = block;
    this.#quotes = new Finder(block, '"');
    this.#separators = new Finder(block, this.#dialect.separator);
    this.#newlines = new Finder(block, "\n");
  }

  /**
   * Reads the record at `start`, the beginning of a line that is neither blank
   * nor a comment; or goes on with the open record, from `start` = 0.
   *
   * @param last Whether the block's end is the input's end.
   * @param exactEnd Whether an unclosed quote at the very end of the last line
   * is placed after that line's text rather than in column 1.
   */
  scan(start: number, last: boolean, exactEnd: boolean): Scan {
    const block = this.#block;
    const { separator, trimLeadingSpace, lazyQuotes } = this.#dialect;
    let at = start;
    let lineStart = start;
    let lineEnd = this.#newlines.from(start);
    let quoted = this.#open;
    if (quoted) {
      this.#open = false;
      this.#linesIn++;
      this.#text += "\n";
    } else {
      this.#fields = [];
      this.#linesIn = 0;
    }

    while (true) {
      if (!quoted) {
        if (trimLeadingSpace) {
          // Whatever `trimStart` calls space, separators included.
          at = lineEnd - block.slice(at, lineEnd).trimStart().length;
        }
        if (at === lineEnd || block[at] !== '"') {
          const found = this.#separators.from(at);
          const more = found + separator.length <= lineEnd;
          const end = more ? found : lineEnd;
          if (!lazyQuotes) {
            const quote = this.#quotes.from(at);
            if (quote < end) {
              return {
                kind: "bare",
                linesIn: this.#linesIn,
                column: columnAt(block, lineStart, quote),
              };
            }
          }
          this.#fields.push(block.slice(at, end));
          if (!more) return this.#record(lineEnd);
          at = end + separator.length;
          continue;
        }
        quoted = true;
        this.#text = "";
        at++;
      }

      const quote = this.#quotes.from(at);
      if (quote < lineEnd) {
        this.#text += block.slice(at, quote);
        at = quote + 1;
        if (at < lineEnd && block[at] === '"') {
          this.#text += '"';
          at++;
        } else if (
          at + separator.length <= lineEnd && block.startsWith(separator, at)
        ) {
          this.#fields.push(this.#text);
          quoted = false;
          at += separator.length;
        } else if (at === lineEnd) {
          this.#fields.push(this.#text);
          return this.#record(lineEnd);
        } else if (lazyQuotes) {
          this.#text += '"';
        } else {
          return {
            kind: "quote",
            linesIn: this.#linesIn,
            column: columnAt(block, lineStart, quote),
          };
        }
        continue;
      }

      // No quote in the rest of the line: the field goes on in the next one.
      this.#text += block.slice(at, lineEnd);
      if (lineEnd < block.length) {
        this.#text += "\n";
        this.#linesIn++;
        lineStart = at = lineEnd + 1;
        lineEnd = this.#newlines.from(at);
      } else if (!last) {
        this.#open = true;
        return "open";
      } else if (lazyQuotes) {
        this.#fields.push(this.#text);
        return this.#record(lineEnd);
      } else {
        const column = exactEnd && at === lineEnd
          ? columnAt(block, lineStart, lineEnd)
          : 1;
        return { kind: "quote", linesIn: this.#linesIn, column };
      }
    }
  }

  #record(lineEnd: number): Scan {
    this.#text = "";
    return { fields: this.#fields, next: lineEnd + 1 };
  }
}

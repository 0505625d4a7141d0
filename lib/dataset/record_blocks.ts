/** Some whole records of a table. */
export interface RecordBlock {
  /** Their text. */
  readonly text: string;
  /** The line on which it starts, from 1. */
  readonly line: number;
  /** How many line ends it holds. */
  readonly lines: number;
}

function count(text: string, needle: string): number {
  let found = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at)) {
    found++;
    at++;
  }
  return found;
}

/**
 * Where the last record that the text completes ends: behind the last line end
 * that is not inside quotes, when the text's end is.
 */
function lastEnd(text: string): number {
  let end = text.length;
  let quoted = true;
  while (end > 0) {
    const quote = text.lastIndexOf('"', end - 1);
    const newline = quoted ? -1 : text.lastIndexOf("\n", end - 1);
    if (newline > quote) return newline + 1;
    end = Math.max(quote, 0);
    quoted = !quoted;
  }
  return 0;
}

/**
 * Cuts text that comes in pieces of whole lines into blocks of whole records,
 * so that a table is never held as one string. A record ends at a line end with
 * an even number of quotes before it; text whose quotes are misplaced before
 * that is cut at the latest where it goes wrong.
 */
export class RecordBlocks {
  #rest = "";
  #line = 1;

  /** How many characters wait for the end of their record. */
  get waiting(): number {
    return this.#rest.length;
  }

  /** The line that comes next. */
  get line(): number {
    return this.#line + count(this.#rest, "\n");
  }

  /** Takes the next lines; the block of records that they complete, if any. */
  push(lines: string): RecordBlock | undefined {
    // What waits has an odd number of quotes, or it would not.
    const quotes = count(lines, '"') + (this.#rest === "" ? 0 : 1);
    if (quotes % 2 === 0) return this.#block(this.#rest + lines, "");
    const end = lastEnd(lines);
    if (end > 0) {
      return this.#block(this.#rest + lines.slice(0, end), lines.slice(end));
    }
    this.#rest += lines;
    return undefined;
  }

  /** What is left when no line comes any more. */
  rest(): RecordBlock {
    return this.#block(this.#rest, "");
  }

  #block(text: string, rest: string): RecordBlock {
    const block = { text, line: this.#line, lines: count(text, "\n") };
    this.#line += block.lines;
    this.#rest = rest;
    return block;
  }
}

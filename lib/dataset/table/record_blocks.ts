/** Some whole records of a table. */
export interface RecordBlock {
  /** Their text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The line on which it starts, from 1. */
  readonly line: number;
  /** How many line ends it holds. */
  readonly lines: number;
}

const QUOTE = 34;
const NEWLINE = 10;

/** So many bytes that both counts fit into one integer. */
const STEP = 2 ** 15 - 1;
const ADDENDS = new Int32Array(256);
ADDENDS[QUOTE] = 1;
ADDENDS[NEWLINE] = STEP + 1;

/** Counts both in one pass without a branch, which takes half as long. */
function count(bytes: Uint8Array): { quotes: number; newlines: number } {
  let quotes = 0;
  let newlines = 0;
  for (let start = 0; start < bytes.length; start += STEP) {
    const end = Math.min(start + STEP, bytes.length);
    let sum = 0;
    for (let i = start; i < end; i++) sum += ADDENDS[bytes[i]!]!;
    quotes += sum & STEP;
    newlines += sum >> 15;
  }
  return { quotes, newlines };
}

/**
 * Where the last record that the text completes ends: behind the last line end
 * that is not inside quotes, when the text's end is.
 */
function lastEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  let quoted = true;
  // The last line end before `end`: no stretch is searched twice.
  let newline = end;
  while (end > 0) {
    const quote = bytes.lastIndexOf(QUOTE, end - 1);
    if (!quoted) {
      if (newline >= end) newline = bytes.lastIndexOf(NEWLINE, end - 1);
      if (newline > quote) return newline + 1;
    }
    end = Math.max(quote, 0);
    quoted = !quoted;
  }
  return 0;
}

function join(
  parts: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer> {
  if (parts.length === 1) return parts[0]!;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Cuts UTF-8 text that comes in pieces of whole lines into blocks of whole
 * records, so that a table is never held as one. A record ends at a line end
 * with an even number of quotes before it; text whose quotes are misplaced
 * before that is cut at the latest where it goes wrong.
 */
export class RecordBlocks {
  #rest: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  #waitingLines = 0;
  #line = 1;

  /** How many bytes wait for the end of their record. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The line that comes next. */
  get line(): number {
    return this.#line + this.#waitingLines;
  }

  /**
   * Takes the next lines, which may change afterwards; the block of records
   * that they complete, if any.
   */
  push(lines: Uint8Array): RecordBlock | undefined {
    const { quotes, newlines } = count(lines);
    // What waits has an odd number of quotes, or it would not.
    if ((quotes % 2 === 0) === (this.#waiting === 0)) {
      this.#wait(lines, newlines);
      return this.rest();
    }
    const end = lastEnd(lines);
    const head = lines.subarray(0, end);
    const tail = lines.subarray(end);
    const tailLines = count(tail).newlines;
    let block: RecordBlock | undefined;
    if (end > 0) {
      this.#wait(head, newlines - tailLines);
      block = this.rest();
    }
    this.#wait(tail, tailLines);
    return block;
  }

  /** What is left when no line comes any more. */
  rest(): RecordBlock {
    const block = {
      bytes: join(this.#rest),
      line: this.#line,
      lines: this.#waitingLines,
    };
    this.#line += block.lines;
    this.#rest = [];
    this.#waiting = 0;
    this.#waitingLines = 0;
    return block;
  }

  #wait(lines: Uint8Array, newlines: number): void {
    if (lines.length === 0) return;
    this.#rest.push(lines.slice());
    this.#waiting += lines.length;
    this.#waitingLines += newlines;
  }
}

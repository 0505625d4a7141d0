import { LIMITS } from "../limits.ts";

/** Text that cannot be read as a table. */
export class TextFault extends Error {
  /** Takes how many lines after those given it stands, and what is wrong. */
  constructor(readonly after: number, message: string) {
    super(message);
  }
}

/** How much is read at once: little at first, since most tables are small. */
const FIRST_CHUNK = 2 ** 16;
const LARGEST_CHUNK = 2 ** 22;
/**
 * How much is given at once: what is made of a small piece is garbage before
 * the collector looks.
 */
const PIECE = 2 ** 16;
const NEWLINE = 10;

/** What the first bytes of a file that is no UTF-8 text say it is. */
const SIGNATURES: readonly [bytes: readonly number[], message: string][] = [
  [[0xff, 0xfe], "is UTF-16 text; save the table as UTF-8 (CSV UTF-8)"],
  [[0xfe, 0xff], "is UTF-16 text; save the table as UTF-8 (CSV UTF-8)"],
  [
    [0x50, 0x4b, 0x03, 0x04],
    "is a workbook or another ZIP archive; save the table as CSV UTF-8",
  ],
  [[0x1f, 0x8b], "is compressed; unpack the table"],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

const MARK = [0xef, 0xbb, 0xbf];

/**
 * The text of a file in pieces of whole lines, without a byte-order mark: a
 * file may be longer than any string. A piece is there until the next is asked
 * for.
 *
 * @throws {TextFault} When it is in another encoding, or a line is too long.
 */
export async function* readLines(
  file: Pick<Deno.FsFile, "read">,
): AsyncGenerator<Uint8Array> {
  let buffer = new Uint8Array(FIRST_CHUNK);
  let filled = 0;
  let first = true;
  while (true) {
    const read = await file.read(buffer.subarray(filled));
    const searched = filled;
    filled += read ?? 0;
    if (first && read !== null && filled < 4) continue;
    if (first) {
      for (const [bytes, message] of SIGNATURES) {
        if (startsWith(buffer.subarray(0, filled), bytes)) {
          throw new TextFault(0, message);
        }
      }
    }
    const end = read === null
      ? filled
      : buffer.subarray(searched, filled).lastIndexOf(NEWLINE) + searched + 1;
    if (end > searched || read === null) {
      let start = first && startsWith(buffer.subarray(0, end), MARK)
        ? MARK.length
        : 0;
      first = false;
      while (start < end) {
        const newline = buffer.indexOf(NEWLINE, start + PIECE);
        const stop = newline >= 0 && newline < end ? newline + 1 : end;
        yield buffer.subarray(start, stop);
        start = stop;
      }
      if (read === null) return;
      const rest = buffer.subarray(end, filled);
      if (filled === buffer.length && filled < LARGEST_CHUNK) {
        buffer = new Uint8Array(buffer.length * 4);
      }
      buffer.set(rest);
      filled = rest.length;
    } else if (filled > LIMITS.record) {
      throw new TextFault(
        0,
        `is longer than ${LIMITS.record} bytes; is this a table?`,
      );
    }
    if (filled === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
  }
}

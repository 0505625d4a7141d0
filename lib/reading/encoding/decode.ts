import { guessEncoding } from "./guess.ts";
import { utf16Of } from "./utf16.ts";

/** A file as text, and what had to be assumed. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** What is wrong with the bytes and where, or null. */
  readonly note: string | null;
}

const BOMS: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How a page names its encoding: a meta element, or the head of XML. */
const NAMED = [
  /<meta\b[^<>]{0,400}?charset\s*=\s*["']?\s*([\w-]{2,30})/i,
  /<\?xml\b[^<>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})/i,
];

/** The encoding that a page names in its first bytes. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  for (const expression of NAMED) {
    const name = expression.exec(head)?.[1];
    if (name === undefined) continue;
    try {
      const { encoding } = new TextDecoder(name);
      // Who can read the name as ASCII does not read UTF-16.
      return encoding.startsWith("utf-16") ? "utf-8" : encoding;
    } catch {
      // A name that nobody knows says nothing.
    }
  }
  return null;
}

/** The first byte that is no UTF-8, counted from 0. */
function firstBad(bytes: Uint8Array): number {
  // By halves: decoding a beginning fails once the bad byte is in it.
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      const decoder = new TextDecoder("utf-8", { fatal: true });
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  // A letter of several bytes fails at the byte that does not go on with it.
  for (let first = bad - 1; first > Math.max(0, bad - 5); first--) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(
        bytes.subarray(0, first),
      );
      return first;
    } catch {
      // It began earlier.
    }
  }
  return bad - 1;
}

/** What stands where bytes are no letter. */
const LOST = "\ufffd";

/** The line of the first letter that was lost, from 1. */
const lineOf = (text: string): number =>
  text.slice(0, text.indexOf(LOST)).split("\n").length;

/** Bytes as text in an encoding, with the place of what is none in it. */
function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text.includes(LOST);
  return {
    text,
    encoding,
    note: lost
      ? `line ${lineOf(text)} has bytes that are no ${encoding}, shown as ` +
        `${LOST}; save the file as UTF-8 from where it is right`
      : null,
  };
}

/** Whether bytes are UTF-8 but for a few: cut, or put together of two files. */
function isNearlyUtf8(text: string): boolean {
  let [lost, letters] = [0, 0];
  for (const letter of text) {
    if (letter === LOST) lost++;
    else if (letter > "\u007f") letters++;
  }
  return lost * 10 < letters;
}

/**
 * The text of a file's bytes: by its byte order mark, as UTF-8 or UTF-16 where
 * they can be read so, by the encoding that a page names, or as their letters
 * suggest. What had to be assumed is said, with the byte that made it so.
 *
 * @example
 * ```ts
 * import { decode } from "./decode.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(decode(new TextEncoder().encode("é")).text, "é");
 * const { text, note } = decode(new Uint8Array([0x35, 0x20, 0xe9]));
 * assert.equal(text, "5 é");
 * assert.match(note!, /byte 3/);
 * ```
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const [encoding, mark] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) {
      return decodeAs(encoding, bytes);
    }
  }
  const wide = utf16Of(bytes);
  if (wide) return decodeAs(wide, bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8", note: null };
  } catch {
    const named = namedEncoding(bytes);
    if (named && named !== "utf-8") return decodeAs(named, bytes);
    const at = `byte ${firstBad(bytes) + 1} is no UTF-8`;
    const text = new TextDecoder("utf-8").decode(bytes);
    if (isNearlyUtf8(text)) {
      const note = `${at}, in line ${lineOf(text)}; shown as ${LOST}`;
      return { text, encoding: "utf-8", note };
    }
    const encoding = guessEncoding(bytes);
    return {
      ...decodeAs(encoding, bytes),
      note:
        `${at}; read as ${encoding}, by its letters: where that is wrong, ` +
        "save the file as UTF-8",
    };
  }
}

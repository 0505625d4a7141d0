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

/** The encoding that a page names in its first bytes. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const name = /charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ??
    /encoding\s*=\s*["']([\w-]{2,30})/i.exec(head)?.[1];
  if (!name) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
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

/**
 * The text of a file's bytes: by its byte order mark, as UTF-8, by the encoding
 * that a page names, or as windows-1252, which has a letter for every byte. What
 * had to be assumed is said, with the byte that made it so.
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
      return {
        text: new TextDecoder(encoding).decode(bytes),
        encoding,
        note: null,
      };
    }
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8", note: null };
  } catch {
    const named = namedEncoding(bytes);
    const at = `byte ${firstBad(bytes) + 1} is no UTF-8`;
    if (named && named !== "utf-8") {
      return {
        text: new TextDecoder(named).decode(bytes),
        encoding: named,
        note: null,
      };
    }
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      encoding: "windows-1252",
      note: `${at}; read as windows-1252: save the file as UTF-8`,
    };
  }
}

/** Whether a file is a PDF: its mark stands within the first bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024))
    .includes("%PDF-");
}

/** What a file is that no text can be read from, or null. */
export function notText(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("PK\u0003\u0004")) return "a Word or zip file";
  if (
    start.startsWith("\u0089PNG") || start.startsWith("ÿØÿ") ||
    start.startsWith("GIF8")
  ) {
    return "a picture";
  }
  const head = bytes.subarray(0, 4096);
  const utf16 = head[0] === 0xff || head[0] === 0xfe;
  return !utf16 && head.includes(0) ? "a binary file" : null;
}

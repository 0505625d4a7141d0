import { analyse } from "chardet";

/**
 * Encodings that texts in the languages that are read are written in, by the
 * names that the guess has for them. KOI8-U holds what KOI8-R does, and the
 * letters of Ukrainian besides.
 */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ["windows-1251", "windows-1251"],
  ["KOI8-R", "koi8-u"],
  ["ISO-8859-5", "iso-8859-5"],
  ["windows-1252", "windows-1252"],
  ["ISO-8859-1", "windows-1252"],
]);

/** How much is looked at, from the first letter that is not of ASCII. */
const SAMPLE = 60_000;

/** Words of Cyrillic have so many letters beside each other; others have not. */
const TOGETHER = /[\u0080-\u00ff]{3}/;

/** Bytes without the markup of a page, which tells nothing of its letters. */
function lettersOf(bytes: Uint8Array): string {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 200);
  return String.fromCharCode(...bytes.subarray(first, first + SAMPLE))
    .replace(/<[^<>]{0,2000}>/g, " ");
}

/**
 * The encoding that bytes which are no UTF-8 look written in, by how often
 * their letters stand beside each other.
 *
 * @example
 * ```ts
 * import { guessEncoding } from "./guess.ts";
 * import assert from "node:assert/strict";
 *
 * // "Погибли 12 человек." in windows-1251.
 * const bytes = new Uint8Array([
 *   207, 238, 227, 232, 225, 235, 232, 32, 49, 50, 32, 247, 229, 235, 238, 226,
 *   229, 234, 46,
 * ]);
 * assert.equal(guessEncoding(bytes), "windows-1251");
 * ```
 */
export function guessEncoding(bytes: Uint8Array): string {
  const letters = lettersOf(bytes);
  if (!TOGETHER.test(letters)) return "windows-1252";
  const sample = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  for (const { name } of analyse(sample)) {
    const encoding = ENCODINGS.get(name);
    if (encoding !== undefined) return encoding;
  }
  return "windows-1252";
}

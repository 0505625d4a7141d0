import { distance } from "fastest-levenshtein";

/** Words shorter than this differ by a letter as often as not. */
const LONG_WORD = 6;

/** Longer ones are sentences, and their slips are none of a name. */
const LONGEST = 60;

/** An internet address is spelt letter by letter: a hyphen makes another site. */
const ADDRESS = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/**
 * What is left of a name when case, spaces, punctuation and accents are taken
 * away; names that leave the same are the same in two spellings. Empty where
 * nothing is left.
 *
 * @example
 * ```ts
 * import { bareName } from "./names.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(bareName("El País "), bareName("el pais"));
 * assert.notEqual(bareName("news-1.org"), bareName("news1.org"));
 * ```
 */
export function bareName(name: string): string {
  if (ADDRESS.test(name.trim())) return name.trim().toLowerCase();
  return name.normalize("NFKD").toLowerCase()
    // "2024-1" and "20-241" are not the same number.
    .replace(/(?<=\p{N})[^\p{L}\p{N}]+(?=\p{N})/gu, "-")
    .replace(/[^\p{L}\p{N}-]|(?<!\p{N})-|-(?!\p{N})/gu, "");
}

const wordsOf = (name: string) =>
  name.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "")
    .split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

const isLong = (word: string) =>
  word.length >= LONG_WORD && /^\p{L}+$/u.test(word);

/**
 * Keys of a name; two names that are a slip apart share one. A key is the name
 * with one letter of a long word left out, or none.
 */
export function slipKeys(name: string): string[] {
  if (ADDRESS.test(name.trim()) || name.length > LONGEST) return [];
  const words = wordsOf(name);
  return words.flatMap((word, i) => {
    if (!isLong(word)) return [];
    const rest = [...words.slice(0, i), "", ...words.slice(i + 1)].join(" ");
    return [
      `${rest}|${word}`,
      ...Array.from(
        word,
        (_, at) => `${rest}|${word.slice(0, at)}${word.slice(at + 1)}`,
      ),
    ];
  });
}

/** Whether one letter more, less or else, or two changed over, is all. */
function isSlip(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false;
  const edits = distance(a, b);
  if (edits > 1) {
    const letters = (word: string) => [...word].sort().join("");
    return edits === 2 && a.length === b.length && letters(a) === letters(b);
  }
  // The last letter tells one from many and a woman from a man.
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const stem = short.slice(0, a.length === b.length ? -1 : undefined);
  return !(long.startsWith(stem) && /[aeosn]$/.test(long) &&
    !/y$/.test(short));
}

/**
 * Whether two names are the same but for a slip of the pen in one long word.
 * Names whose numbers differ are not, nor are one and many ("official",
 * "officials").
 *
 * @example
 * ```ts
 * import { isMisspelt } from "./names.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isMisspelt("City Library", "City Libary"));
 * assert.ok(!isMisspelt("an official", "officials"));
 * assert.ok(!isMisspelt("library-2024", "library-2025"));
 * ```
 */
export function isMisspelt(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length !== other.length) return false;
  const differ = one.flatMap((word, i) => word === other[i] ? [] : [i]);
  const [at] = differ;
  return differ.length === 1 && isLong(one[at!]!) && isLong(other[at!]!) &&
    isSlip(one[at!]!, other[at!]!);
}

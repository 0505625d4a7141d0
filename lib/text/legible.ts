// Control and formatting characters: they could move the cursor, recolour the
// terminal or turn the text round.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

// What has no place in a document, turns the text around it round, or ends its
// line. Joiners and marks that letters of some scripts need are none of these.
const DISRUPTIVE =
  /[^\P{Cc}\t\n]|[\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Longest message shown in full; a cell may hold a megabyte. */
const LONGEST = 400;

function writeOut(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`;
}

/**
 * Text from a dataset made fit to be drawn: as it is, but for characters that
 * would turn it round or break the document, which are written out.
 *
 * @example
 * ```ts
 * import { harmless } from "./legible.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(harmless("1,000 \u202e000,1"), "1,000 \\u202e000,1");
 * ```
 */
export function harmless(text: string): string {
  return text.replace(DISRUPTIVE, writeOut);
}

/**
 * Text from a dataset made fit to stand in a message: what cannot be seen is
 * written out, and the middle of a long text is left out.
 *
 * @example
 * ```ts
 * import { legible } from "./legible.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(legible("red \u001b[31m"), "red \\u001b[31m");
 * ```
 */
export function legible(text: string): string {
  const short = text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`;
  return short.replace(UNSEEN, writeOut);
}

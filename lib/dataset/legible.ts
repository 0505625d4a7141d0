// Control and formatting characters: they could move the cursor, recolour the
// terminal or turn the text round.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Longest message shown in full; a cell may hold a megabyte. */
const LONGEST = 400;

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
  return short.replace(
    UNSEEN,
    (character) =>
      `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

import { closest, distance } from "fastest-levenshtein";
import { otherWord } from "./other_words.ts";

/** Longer words cannot be a slip of the pen, and distance is quadratic. */
const LONGEST = 100;

/** How many of the valid words are named where none is near: every kind. */
const NAMED = 9;

/**
 * The valid word nearest to a misspelt one, when it is near enough to be meant.
 *
 * @example
 * ```ts
 * import { nearest } from "./nearest.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(nearest("totals", ["total", "rate"]), "total");
 * assert.equal(nearest("Cases", ["bases", "CASES"]), "CASES");
 * assert.equal(nearest("weather", ["total", "rate"]), undefined);
 * ```
 */
export function nearest(
  word: string,
  valid: readonly string[],
): string | undefined {
  if (word.length > LONGEST) return undefined;
  const near = valid.filter((one) => one.length <= LONGEST);
  if (near.length === 0) return undefined;
  const lower = word.trim().toLowerCase();
  const folded = near.map((one) => one.toLowerCase());
  const found = near[folded.indexOf(closest(lower, folded))]!;
  // Two letters swapped are two edits; half a word changed is another word.
  const edits = distance(lower, found.toLowerCase());
  return edits <= Math.max(2, found.length / 3) && edits <= found.length / 2
    ? found
    : undefined;
}

/**
 * "; did you mean 'total'?" or "; use total, rate", for a wrong word: how
 * every message of the library ends that has a valid word to offer.
 *
 * @example
 * ```ts
 * import { instead } from "./nearest.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(instead("totals", ["total", "rate"]), "; did you mean 'total'?");
 * assert.equal(instead("weather", ["total", "rate"]), "; use total, rate");
 * assert.equal(instead("weather", []), "");
 * ```
 */
export function instead(word: string, valid: readonly string[]): string {
  const found = otherWord(word, valid) ?? nearest(word, valid);
  if (found) return `; did you mean '${found}'?`;
  if (valid.length === 0) return "";
  const some = valid.slice(0, NAMED).join(", ");
  const of = valid.length < NAMED ? "" : "one of ";
  return `; use ${of}${some}${valid.length > NAMED ? ", …" : ""}`;
}

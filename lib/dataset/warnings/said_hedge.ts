import { HEDGE_WORDS } from "../../quantity/hedge_words.ts";

/** A hedge in a wording, and the words of the number that it hedges. */
export interface SaidHedge {
  /** As it is said. */
  readonly words: string;
  /** The built-in hedge that is meant. */
  readonly hedge: string;
  /** What it stands beside, up to the next pause. */
  readonly number: string;
}

const BEHIND = new Set(["or so", "odd", "or more", "plus", "+"]);

const alternatives = (words: Iterable<string>) =>
  Array.from(
    words,
    (word) => word.replace(/[+]/g, "\\+").replaceAll(" ", "\\s+"),
  )
    // "no more than" before "more than".
    .sort((a, b) => b.length - a.length).join("|");

const BEFORE_NUMBER = new RegExp(
  `(?<![\\p{L}\\d])(${
    alternatives([...HEDGE_WORDS.keys()].filter((word) => !BEHIND.has(word)))
  })(?![\\p{L}])\\s*(?:(?:a|the|another|only|by|of)\\s+)*((?:[^,;:.()]|[.,](?=\\d)){1,40})`,
  "giu",
);

const BEHIND_NUMBER = new RegExp(
  `(\\d[\\d.,'’ ]{0,20}(?:\\s?\\p{L}+)?)[\\s-]*(${
    alternatives(BEHIND)
  })(?![\\p{L}\\d])`,
  "giu",
);

/**
 * The English hedges of a wording, each with the words that stand beside it.
 *
 * @example
 * ```ts
 * import { saidHedges } from "./said_hedge.ts";
 * import assert from "node:assert/strict";
 *
 * const [said] = saidHedges("has risen to more than 60,000 cases, they say");
 * assert.deepEqual(said, {
 *   words: "more than",
 *   hedge: "over",
 *   number: "60,000 cases",
 * });
 * ```
 */
export function saidHedges(wording: string): SaidHedge[] {
  const meant = (words: string) =>
    HEDGE_WORDS.get(words.toLowerCase().replace(/\s+/g, " "))!;
  return [
    ...Array.from(wording.matchAll(BEFORE_NUMBER), ([, words, number]) => ({
      words: words!,
      hedge: meant(words!),
      number: number!.trim(),
    })),
    ...Array.from(wording.matchAll(BEHIND_NUMBER), ([, number, words]) => ({
      words: words!,
      hedge: meant(words!),
      number: number!.trim(),
    })),
  ];
}

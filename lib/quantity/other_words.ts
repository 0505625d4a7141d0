import { HEDGE_WORDS } from "./hedge_words.ts";

/** What people write in a column of few words, by the word that is meant. */
const MEANT = {
  total: "count|number|cumulative|amount|figure",
  rate: "monthly|per month|average",
  ratio: "times|factor|multiple|comparison",
  share: "percent|percentage|proportion|fraction",
  none: "unknown|vague|context|stock|n/a",
  mean: "average|avg|on average",
  each: "every|every month|each month|monthly",
  official: "register|confirmed|government",
  attributed: "said|reported|quoted|claimed|estimate|estimated",
  unverified: "unknown|anonymous|rumour|unconfirmed|unsourced",
  contested: "disputed|denied|contradicted",
  full: "complete|whole",
  part: "partial|some",
  contests: "disputes|denies|contradicts",
  restates: "repeats|echoes|quotes|copies",
  bare: "none|unhedged",
} as const;

/** The words that may be meant by another; its column has one of them. */
const OTHER_WORDS = Map.groupBy(
  [
    ...HEDGE_WORDS,
    ...Object.entries(MEANT).flatMap(([meant, words]) =>
      words.split("|").map((word): [string, string] => [word, meant])
    ),
  ],
  ([word]) => word,
);

/**
 * The valid word that another word means: "more than" is the hedge `over`.
 *
 * @example
 * ```ts
 * import { otherWord } from "./other_words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(otherWord("More than", ["about", "over"]), "over");
 * assert.equal(otherWord("average", ["mean", "each"]), "mean");
 * assert.equal(otherWord("average", ["total", "rate"]), "rate");
 * ```
 */
export function otherWord(
  word: string,
  valid: readonly string[],
): string | undefined {
  if (word.length > 40) return undefined;
  const plain = word.trim().toLowerCase().replace(/[\s_-]+/g, " ");
  return OTHER_WORDS.get(plain)?.map(([, meant]) => meant)
    .find((meant) => valid.includes(meant));
}

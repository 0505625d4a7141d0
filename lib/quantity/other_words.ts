import { HEDGE_WORDS } from "./hedge_words.ts";

/** What people write in a column of few words, by the word that is meant. */
const MEANT = {
  total: "count|number|cumulative|amount|figure|sum",
  rate: "monthly|per month|average",
  ratio: "times|factor|multiple|comparison",
  share: "percent|percentage|proportion|fraction",
  level: "stock|state|standing|headcount|balance|point in time|snapshot",
  difference: "change|delta|diff|increase|decrease|rise|fall|net change",
  highest: "max|maximum|peak|record|record high|most|all time high",
  lowest: "min|minimum|trough|record low|fewest|least",
  none: "unknown|vague|context|n/a",
  day: "daily|a day|per day|days",
  week: "weekly|a week|per week|weeks",
  month: "monthly|a month|per month|months",
  quarter: "quarterly|a quarter|per quarter|quarters",
  year: "yearly|annual|annually|a year|per year|per annum|years",
  flow: "count|events|total",
  in: "inflow|into|adds|added|plus|entry|+",
  out: "outflow|out of|takes|removes|removed|minus|exit",
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
  corrects: "correction|fixes|retracts|amends",
  supersedes: "replaces|updates|revises|updated",
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

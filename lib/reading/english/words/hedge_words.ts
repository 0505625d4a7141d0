/**
 * Words before a number, by the hedge they mean. Later lists are looked at
 * where the words fit several: the longest fits.
 */
const BEFORE: Readonly<Record<string, string>> = {
  about:
    "about|around|approximately|approx|roughly|circa|ca|c|some|an estimated|" +
    "estimated|an approximate|in the region of|in the order of|" +
    "on the order of|somewhere around|something like|more or less|barely|" +
    "averaged|averaging|averages|as around|an average of about|~|≈|±|" +
    "in the vicinity of|in the neighbourhood of|in the neighborhood of",
  nearly:
    "nearly|almost|close to|just under|just below|just short of|not quite|" +
    "shy of|just shy of|approached|approaching|approaches|approach|nearing|" +
    "neared|nears|virtually|practically|a little under|a little less than|" +
    "slightly less than|slightly under|slightly fewer than|" +
    "a little fewer than|little less than|little short of|nigh on|" +
    "just less than|fractionally under|a shade under|a touch under|" +
    "a little below|slightly below|marginally under|marginally below",
  over: "more than|over|above|upwards of|upward of|in excess of|exceeding|" +
    "exceeds|exceeded|exceed|passes|passing|surpassed|surpassing|surpasses|surpass|topped|" +
    "tops|topping|beyond|greater than|higher than|north of|well over|" +
    "passed|past|over the|more than the|better than|crossed|longer than|" +
    "larger than|bigger than|>",
  at_least:
    "at least|no fewer than|not fewer than|no less than|not less than|" +
    "a minimum of|minimum of|minimum|at the very least|≥|>=|at a minimum",
  up_to: "up to|as many as|as much as|as high as|as large as|at most|" +
    "at the most|no more than|not more than|fewer than|less than|under|" +
    "below|a maximum of|maximum of|maximum|a peak of up to|at the very most|" +
    "well under|well below|lower than|far fewer than|far less than|" +
    "no greater than|not exceeding|smaller than|shorter than|≤|<=|<|sub-",
  exact: "exactly|precisely",
};

/** Words after a number, by the hedge they mean. */
const AFTER: Readonly<Record<string, string>> = {
  about:
    "or so|or thereabouts|give or take|-odd|odd|more or less|approximately|" +
    "roughly",
  at_least:
    "or more|or over|or above|or higher|or greater|at least|at the least|" +
    "at a minimum|and more|and over|and above|plus|+|at the very least|" +
    "and counting|or better",
  up_to:
    "or less|or fewer|or under|or below|or lower|at most|at the most|at best|" +
    "tops|maximum|at the very most|and under|and below",
};

function byLast(
  table: Readonly<Record<string, string>>,
  end: "first" | "last",
): ReadonlyMap<string, readonly (readonly [string[], string])[]> {
  const map = new Map<string, [string[], string][]>();
  for (const [hedge, phrases] of Object.entries(table)) {
    for (const phrase of phrases.split("|")) {
      const words = phrase.split(/ |(?<=-)|(?=-)/).flatMap((word) =>
        word.length > 1 && /^[^\p{L}]+$/u.test(word) ? [...word] : [word]
      );
      const key = end === "last" ? words[words.length - 1]! : words[0]!;
      const at = map.get(key) ?? [];
      at.push([words, hedge]);
      map.set(key, at);
    }
  }
  for (const at of map.values()) at.sort((a, b) => b[0].length - a[0].length);
  return map;
}

/** Phrases before a number by their last word, the longest first. */
export const HEDGES_BEFORE = byLast(BEFORE, "last");

/** Phrases after a number by their first word, the longest first. */
export const HEDGES_AFTER = byLast(AFTER, "first");

/** Words between a hedge and its number, and between two hedges. */
export const BETWEEN_HEDGES: ReadonlySet<string> = new Set(
  ("the a an only just even well far slightly little some already now still " +
    "perhaps maybe probably possibly likely as reportedly currently to at a " +
    "total of by another additional further us an about around roughly " +
    "approximately nearly almost much many be reach reached record").split(" "),
);

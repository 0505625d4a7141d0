/** Words that hedge a number, by the built-in hedge that is meant by them. */
export const HEDGE_WORDS: ReadonlyMap<string, string> = new Map(
  ([
    [
      "about",
      "about|around|approximately|approx|roughly|circa|ca|some|or so|odd|~|≈",
    ],
    [
      "nearly",
      "nearly|almost|approaching|approached|approaches|close to|just under|" +
      "just below|not quite|shy of",
    ],
    [
      "over",
      "more than|over|above|upwards of|in excess of|exceeding|exceeds|" +
      "exceeded|surpassed|surpassing|topped|beyond|greater than|>",
    ],
    [
      "at_least",
      "at least|no fewer than|not fewer than|no less than|not less than|" +
      "a minimum of|or more|plus|+|≥|>=",
    ],
    [
      "up_to",
      "up to|as many as|as much as|at most|no more than|not more than|" +
      "fewer than|less than|under|below|a maximum of|could reach|≤|<=|<",
    ],
    ["exact", "exactly|precisely"],
  ] as const).flatMap(([hedge, words]) =>
    words.split("|").map((word): [string, string] => [word, hedge])
  ),
);

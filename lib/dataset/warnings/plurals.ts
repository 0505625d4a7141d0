/** "Several hundred" is hundreds. */
const SEVERAL = "(?:several|a few|many)";

/** Words for some tens, hundreds, thousands, and the least that they say. */
export const PLURALS: readonly (readonly [RegExp, least: number])[] = ([
  ["hundreds of thousands", "hundred thousand", 100_000],
  ["tens of thousands", "ten thousand", 10_000],
  ["tens of millions", "ten million", 10_000_000],
  ["hundreds of millions", "hundred million", 100_000_000],
  ["millions", "million", 1_000_000],
  ["thousands", "thousand", 1000],
  ["hundreds", "hundred", 100],
  ["scores", "score", 20],
  ["dozens", "dozen", 12],
  ["tens", "ten", 10],
] as const).map(([plural, one, least]) => [
  new RegExp(`\\b(?:${plural}|${SEVERAL} ${one})\\b`),
  least,
]);

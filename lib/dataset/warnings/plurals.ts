/** Words for some tens, hundreds, thousands, and the least that they say. */
export const PLURALS: readonly (readonly [RegExp, least: number])[] = [
  [/\bhundreds of thousands\b/, 100_000],
  [/\btens of thousands\b/, 10_000],
  [/\btens of millions\b/, 10_000_000],
  [/\bhundreds of millions\b/, 100_000_000],
  [/\bmillions\b/, 1_000_000],
  [/\bthousands\b/, 1000],
  [/\bhundreds\b/, 100],
  [/\bscores\b/, 20],
  [/\bdozens\b/, 12],
  [/\btens\b/, 10],
];

import { parseDecimal } from "../../quantity/decimal.ts";
import { toNumber } from "../../quantity/rational.ts";
import { SMALL } from "./number_words.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

/** Words for some tens, hundreds, thousands, and the least that they say. */
const PLURALS: readonly (readonly [RegExp, least: number])[] = [
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

/** Hedges that take a number for one that was stated. */
const STATED: ReadonlySet<string> = new Set([
  "bare",
  "exact",
  "about",
  "nearly",
]);

/** "Dozens" or "hundreds" as a number that was stated. */
export const vaguePlural: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, stated, stated_high } = claim;
    if (kind === "none" || !stated || stated_high) return;
    if (!STATED.has(claim.hedge || "bare")) return;
    const words = saidWords(claim);
    // Where a number is said as well, the plural may be of something else.
    if (words === "" || /\d/.test(words)) return;
    const said = PLURALS.find(([form]) => form.test(words));
    if (!said) return;
    const [form, least] = said;
    const value = toNumber(parseDecimal(stated.replace(/^-/, "")).value);
    const [phrase] = form.exec(words)!;
    const before = words.slice(0, words.indexOf(phrase)).trim().split(" ").at(
      -1,
    );
    if (value < least || value > 10 * least || SMALL.has(before!)) return;
    warn(
      "claims",
      i,
      "hedge",
      `'${phrase}' is a plural and no stated number; write plural` +
        (value === least ? "" : `, of ${least}`),
    );
  });
};

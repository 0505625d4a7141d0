import { parseDecimal } from "../../quantity/decimal.ts";
import { toNumber } from "../../quantity/rational.ts";
import { SMALL } from "./number_words.ts";
import { PLURALS } from "./plurals.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

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

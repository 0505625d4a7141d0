import type { Per } from "../../quantity/claim.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { toNumber } from "../../quantity/rational.ts";
import type { Rule } from "./rule.ts";
import { saidNumbers } from "./said_numbers.ts";
import { saidWords } from "./said_words.ts";

/** The units of time of a rate, as they are said. */
const UNITS: readonly (readonly [Per, RegExp])[] = [
  [
    "day",
    /\b(?:a|per|each|every|an average) day\b|\b(?:daily|per diem|by the day|(?:per|every|each) 24 hours)\b|\/ ?day\b/,
  ],
  ["week", /\b(?:a|per|each|every) week\b|\bweekly\b|\/ ?week\b/],
  ["month", /\b(?:a|per|each|every) month\b|\bmonthly\b|\/ ?month\b/],
  ["quarter", /\b(?:per|each|every) quarter\b|\bquarterly\b/],
  [
    "year",
    /\b(?:a|per|each|every) year\b|\b(?:yearly|annually|per annum)\b|\/ ?year\b/,
  ],
];

/** "twice a week" and "24 hours a day" say nothing of a rate. */
const OFTEN =
  /\b(?:once|twice|times|days|hours|shifts) (?:a|per|each|every) \w+/g;

/**
 * A number said by the day, week, quarter or year that stands as one by the
 * month, or by another unit. One that was turned into that unit is meant.
 */
export const rateUnit: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    if (claim.kind !== "rate" || !claim.stated) return;
    const words = saidWords(claim).replace(OFTEN, "");
    if (words === "") return;
    const own = claim.per || "month";
    const said = UNITS.flatMap(([per, form]) => {
      const [phrase] = form.exec(words) ?? [];
      return phrase === undefined ? [] : [{ per, phrase }];
    });
    const [one, ...more] = said;
    if (!one || more.length > 0 || one.per === own) return;
    const stated = toNumber(parseDecimal(claim.stated).value);
    const asSaid = saidNumbers(words)
      .some(({ low, high }) => low === stated && high === stated);
    if (!asSaid) return;
    warn(
      "claims",
      i,
      "per",
      `the wording has '${one.phrase}', and the rate is per ${own}; write ` +
        `${one.per}`,
    );
  });
};

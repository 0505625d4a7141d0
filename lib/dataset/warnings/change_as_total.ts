import { holdsNumber } from "./holds_number.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

/** A change, and the words of its number. */
const CHANGE =
  /\b((?:rose|risen|rises|rising|increased|grew|grown|climbed|jumped|surged|up|fell|fallen|falls|falling|decreased|declined|dropped|down|shrank) by) ((?:[^,;:.()]|[.,](?=\d)){1,30})/;

/**
 * "Rose by 3,000" as a total: it says how much one count is more than another.
 * What is new on one day is a total of that day, however it is said.
 */
export const changeAsTotal: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, start, end } = claim;
    if (kind !== "total" || start === end && (start?.length ?? 0) > 7) return;
    const [, phrase, number] = CHANGE.exec(saidWords(claim)) ?? [];
    if (phrase === undefined || /^[^a-z]*(?:%|per ?cent|pct)/.test(number!)) {
      return;
    }
    if (!holdsNumber(claim, "stated", number!)) return;
    warn(
      "claims",
      i,
      "kind",
      `the wording has '${phrase}', which says how much one count is more or ` +
        "less than another; write difference, or give the days that were " +
        "counted if it is what they added",
    );
  });
};

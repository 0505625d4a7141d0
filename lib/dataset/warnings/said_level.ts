import { firstDay, lastDay } from "../../quantity/date.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

/** Words for how many there are, not for how many came. */
const STANDING =
  /\b(?:now|currently|at present|still|remains?|remained|remaining|in hospitals?|in intensive care|hospitali[sz]ed|displaced|in custody|in shelters?|under arms|in force|missing)\b/;

/**
 * Words that say how many there are at a moment, on a total of one day: two
 * such days would be added.
 */
export const saidLevel: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, start, end } = claim;
    if (kind !== "total" || !start || !end) return;
    const [phrase] = STANDING.exec(saidWords(claim)) ?? [];
    if (phrase === undefined || firstDay(start) !== lastDay(end)) return;
    warn(
      "claims",
      i,
      "kind",
      `the wording has '${phrase}', and totals of several days are added; ` +
        "write level if it is how many there are at the end of the day",
    );
  });
};

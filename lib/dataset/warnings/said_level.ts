import { firstDay, lastDay } from "../../quantity/date.ts";
import { holdsNumber } from "./holds_number.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

/** Words for how many there are, not for how many came. */
const STANDING =
  /\b(?:now|currently|at present|presently|still|remains?|remained|remaining|in hospitals?|in intensive care|in icus?|on ventilators?|hospitali[sz]ed|displaced|in (?:custody|detention|jails?|prisons?|quarantine|isolation|camps|shelters?)|under arms|in force|missing|unaccounted for|active cases?|without (?:power|electricity|water|heating))\b/;

/** Such a word ahead of all. */
const AHEAD = /^(?:now|currently|at present|presently|as of today)\b/;

/** What happened to those who are counted: of a day it is its total. */
const HAPPENED =
  /\b(?:new|newly|more(?! than)|died|dead|deaths?|killed|admitted|admissions?|arrived|arrivals?|joined|left|fled|discharged|released|recovered|registered|arrested|taken|moved|(?:were|was) displaced|went missing)\b|\b(?:now|still) (?:the|a|an|more|fewer|less|above|below|higher|lower)\b/;

/** What is said up to a pause. */
const CLAUSE = /\s*[,;:.()](?!\d)\s*|\s+[-]+\s+|\s+(?:and|while|but|with)\s+/;

/**
 * Words that say how many there are at a moment, on a total of one day: two
 * such days would be added. Those that stand beside the number count, and what
 * happened to people on a day is no such number.
 */
export const saidLevel: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, start, end } = claim;
    if (kind !== "total" || !start || !end) return;
    const words = saidWords(claim);
    if (!STANDING.test(words) && !AHEAD.test(words)) return;
    if (firstDay(start) !== lastDay(end)) return;
    const clauses = words.split(CLAUSE);
    const beside = clauses.filter((words) =>
      /\p{L}/u.test(words) && holdsNumber(claim, "stated", words)
    );
    for (const clause of beside.length > 0 ? beside : [words]) {
      if (HAPPENED.test(clause)) continue;
      const [phrase] = STANDING.exec(clause) ?? AHEAD.exec(words) ?? [];
      if (phrase === undefined) continue;
      warn(
        "claims",
        i,
        "kind",
        `the wording has '${phrase}', and totals of several days are added; ` +
          "write level if it is how many there are at the end of the day",
      );
      return;
    }
  });
};

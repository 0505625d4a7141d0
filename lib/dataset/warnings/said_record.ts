import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

const MOST =
  "highest|largest|biggest|greatest|most|worst|deadliest|bloodiest|busiest|" +
  "lowest|smallest|fewest|quietest";

/** Words that set a count above or below all the others of a span. */
const STANDS_OUT = new RegExp(
  "\\b(?:" + [
    "(?:a|new|all-time) record\\b(?! of )",
    "record (?=\\d)",
    "record[- ](?:high|low|number|level|total|breaking)s?\\b",
    "(?:all[- ]time|new|historic|historical) (?:high|low)s?\\b",
    // "most of them since May" is a share of them.
    `(?:${MOST})(?! of\\b)(?: \\w+){0,3} (?:since|ever|on record|in (?:\\w+ )?(?:years|months|weeks|decades))\\b`,
    "(?:peaked at|a peak of)",
  ].join("|") + ")",
);

/**
 * "A record" or "the highest since May" with a number: that it stands out is a
 * claim of its own, which no total or rate says.
 */
export const saidRecord: Rule = ({ claims }, warn) => {
  const told = new Set<string>();
  const key = (measure: string, start: string | null) => `${measure}\0${start}`;
  for (const { kind, measure, start } of claims.rows) {
    if (kind === "highest" || kind === "lowest") told.add(key(measure, start));
  }
  claims.rows.forEach((claim, i) => {
    const { kind, measure, start } = claim;
    if (kind !== "total" && kind !== "rate" && kind !== "level") return;
    const [phrase] = STANDS_OUT.exec(saidWords(claim)) ?? [];
    if (phrase === undefined || told.has(key(measure, start))) return;
    warn(
      "claims",
      i,
      "kind",
      `the wording has '${phrase}', which a ${kind} does not say; add a claim ` +
        `of kind ${
          /low|fewest|smallest|quietest/.test(phrase) ? "lowest" : "highest"
        } for it`,
    );
  });
};

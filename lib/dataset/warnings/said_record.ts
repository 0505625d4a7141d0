import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

/** Words that set a count above or below all the others of a span. */
const STANDS_OUT =
  /\b(?:(?:a|new|all-time) record\b(?! of )|record[- ](?:high|low|number|level|total)s?\b|all-time (?:high|low)s?\b|(?:highest|lowest|largest|smallest|most|fewest)(?: \w+){0,3} (?:since|ever|on record|in years)\b)/;

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
          /low|fewest|smallest/.test(phrase) ? "lowest" : "highest"
        } for it`,
    );
  });
};

import { holdsNumber } from "./holds_number.ts";
import type { Rule } from "./rule.ts";
import { saidWords } from "./said_words.ts";

const NUMBER = "((?:[^,;:.()]|[.,](?=\\d)){1,30})";

/** Changes, and the words of their numbers, behind or before them. */
const CHANGES = [
  new RegExp(
    "\\b((?:rose|risen|rises|rising|increased|grew|grown|climbed|jumped|" +
      "surged|up|fell|fallen|falls|falling|decreased|declined|dropped|down|" +
      `shrank) by) ${NUMBER}`,
  ),
  new RegExp(
    "\\b((?:rise|increase|growth|jump|surge|fall|drop|decrease|decline|" +
      `reduction) of) ${NUMBER}`,
  ),
  /\b(up|down|grew|rose|fell) (\d[\d.,]*(?:(?: \w+)?))/,
  /((?:\d[\d.,]*)(?: (?:thousand|million))?) ((?:more|fewer|less|higher|lower) than\b)/,
] as const;

/**
 * "Rose by 3,000" as a total: it says how much one count is more than another.
 * What is new on one day is a total of that day, however it is said.
 */
export const changeAsTotal: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind, start, end } = claim;
    if (kind !== "total" || start === end && (start?.length ?? 0) > 7) return;
    const words = saidWords(claim);
    if (words === "") return;
    const phrase = CHANGES.flatMap((form) => {
      const [, ...parts] = form.exec(words) ?? [];
      const [change, number] = /^\d/.test(parts[0] ?? "")
        ? parts.toReversed()
        : parts;
      return change !== undefined && number !== undefined &&
          !/^[^a-z]*(?:%|per ?cent|pct)/.test(number) &&
          holdsNumber(claim, "stated", number)
        ? [change]
        : [];
    })[0];
    if (phrase === undefined) return;
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

import { holdsNumber } from "./holds_number.ts";
import { ENGLISH, SCALES, SMALL } from "./number_words.ts";
import type { Rule } from "./rule.ts";
import { LONGEST_WORDING } from "./said_words.ts";

/** Whether a number stands there as plainly as numbers mostly do. */
function standsPlainly(cell: string, wording: string): boolean {
  const digits = wording.replace(/(?<=\d)[ ,.'’\u00a0\u202f](?=\d{3})/g, "");
  const at = digits.indexOf(cell);
  if (at < 0 || /\d[.,]?$/.test(digits.slice(Math.max(0, at - 2), at))) {
    return false;
  }
  const behind = digits.slice(at + cell.length, at + cell.length + 20);
  const [, word] = /^(?![.,]?\d)[\s-]*(\p{L}*)/u.exec(behind) ?? [];
  return word !== undefined && !SCALES.has(word.toLowerCase());
}

/** The digits that count: 15 for 1500000 and for 1,5. */
function significant(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}

/**
 * Words of another language are not read: its digits may be followed by a word
 * for thousands, so that there only the digits that count are compared.
 */
function foreignHolds(cell: string, wording: string): boolean {
  const text = wording.normalize("NFKC");
  if (!/\d/.test(text)) return true;
  return Array.from(text.matchAll(/(\d[\d .,'’]*?) ?(\p{L}{2,})/gu))
    .some(([, digits, word]) =>
      !SCALES.has(word!.toLowerCase()) &&
      significant(digits!) === significant(cell)
    );
}

/** Whether a wording is read as English: it says so, or nothing speaks against. */
function isEnglish(wording: string, language: string | null): boolean {
  if (/^en\b/i.test(language ?? "")) return true;
  const words = wording.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => ENGLISH.has(word) || SMALL.has(word))) return true;
  // Plain letters in no language that is told: digits are read as they stand.
  return !language && /\d/.test(wording) && !/[^\P{L}a-z]/iu.test(wording);
}

/**
 * A wording in which the claim's number is not to be found, however it may be
 * said there. A ratio of 1 compares ("more than in the year before") and needs
 * no number; what is said in another language than English is compared by its
 * digits, if it has any.
 */
export const missingNumber: Rule = ({ claims, sources, measures }, warn) => {
  const languages = new Map(
    sources?.rows.map((row) => [row.source_id, row.language]),
  );
  // A count may be kept in thousands: "1.5 million" is then 1500.
  const kept = new Map(
    measures?.rows.map((row) => [
      row.measure,
      (row.unit ?? "").toLowerCase().split(/[^\p{L}]+/u)
        .flatMap((word) => word.length > 1 ? SCALES.get(word) ?? [] : []),
    ]),
  );
  claims.rows.forEach((claim, i) => {
    const { kind, stated, wording } = claim;
    if (!wording || !stated || wording.length > LONGEST_WORDING) return;
    if (kind === "ratio" && stated === "1") return;
    for (const field of ["stated", "stated_high"] as const) {
      const cell = claim[field];
      if (!cell || standsPlainly(cell, wording)) continue;
      if (holdsNumber(claim, field, wording, kept.get(claim.measure))) continue;
      const language = languages.get(claim.source_id ?? "") ?? null;
      if (!isEnglish(wording, language) && foreignHolds(cell, wording)) {
        continue;
      }
      warn(
        "claims",
        i,
        field,
        `${cell} is not in the wording, '${wording}'; quote the words that ` +
          "hold the number, or put right what is not as they say",
      );
    }
  });
};

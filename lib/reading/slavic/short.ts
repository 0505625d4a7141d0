import type { Token } from "../token.ts";
import type { SlavicWords } from "./words.ts";

/** "І т. д.", "та ін.": they end a list, and may end a sentence with it. */
const ENDS_LIST = /^(ін|др|д|п)$/;

/** Whether a word in capitals is a sign that a number may have: МВт, ЗСУ, kW. */
const isSign = (text: string): boolean =>
  /[a-z]/i.test(text) || text.length > 1 && /\p{Lu}$|\p{Lu}{2}/u.test(text);

/** Whether a shortened word counts: "тис.", "грн.", "осіб" as "ос." */
function counts(word: string, words: SlavicWords): boolean {
  return words.magnitudes.has(word) || words.money.has(word) ||
    words.measures.has(word) || words.stuff.has(word) ||
    words.spans.has(word) || words.hours.has(word) ||
    words.shortPeople.has(word);
}

/**
 * Whether the point after a word shortens it and ends no sentence: not in
 * "2024 р. Потім" nor "3,7 тис. До суду", where a word with a capital letter
 * comes after what was counted; but in "ст. 407", "м. Київ", "І. Коваль".
 */
export function isShort(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): boolean {
  const { lower, text } = tokens[i]!;
  const before = tokens[i - 1];
  if (words.year.has(lower)) return before?.kind !== "number";
  const initial = text.length === 1 && text !== text.toLowerCase();
  if (!words.short.has(lower)) return initial;
  const after = tokens[i + 2];
  if (after?.kind !== "word" || !after.capital || isSign(after.text)) {
    return true;
  }
  const counted = before?.kind === "number" ||
    words.magnitudes.has(before?.lower ?? "") ||
    // "Тис. км.", "млн. грн."
    before?.text === "." && words.magnitudes.has(tokens[i - 2]?.lower ?? "");
  if (counted && counts(lower, words)) return false;
  const list = ENDS_LIST.test(lower) &&
    (/^(та|і|й|и)$/.test(before?.lower ?? "") ||
      before?.text === "." && tokens[i - 2]?.lower === "т");
  return !list;
}

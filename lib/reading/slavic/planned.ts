import type { Day } from "../../quantity/date.ts";
import type { Mention } from "../mention.ts";
import type { NamedPeriod } from "../period.ts";
import { at, DASHES, type Token } from "../token.ts";
import { begins, type SlavicWords } from "./words.ts";

/** How many words a plan stands before its number, and after it. */
const BEFORE = 9;
const AFTER = 6;

const ENDS_CLAUSE = /^[,;:—–().!?]$/;

/** "Але", "а": what comes after it is set against a plan. */
const BUT = /^(а|але|проте|однак|но|однако|зато)$/;

/** A synthetic future: "становитиме", "отримуватимуть". */
const FUTURE = /(тиме|тимуть)$/;

/** A word of a plan, of what may be, of what will be. */
const isPlan = (word: string, words: SlavicWords): boolean =>
  word.length > 2 &&
  (words.modals.has(word) || words.future.has(word) ||
    FUTURE.test(word) || begins(word, words.plans));

/** A word of a plan in the clause of a number. */
function inClause(
  tokens: readonly Token[],
  { hedge, number, sentence }: Mention,
  words: SlavicWords,
): string | null {
  const first = Math.max(sentence.from, hedge.from - BEFORE);
  for (let i = hedge.from - 1; i >= first; i--) {
    if (ENDS_CLAUSE.test(tokens[i]!.text)) break;
    if (isPlan(at(tokens, i), words)) return at(tokens, i);
  }
  const last = Math.min(sentence.to, number.to + AFTER);
  for (let i = number.to; i < last; i++) {
    // The point of "тис." does not end a clause.
    if (tokens[i]!.text === "." && i + 1 < sentence.to) continue;
    if (ENDS_CLAUSE.test(tokens[i]!.text)) return null;
    const word = at(tokens, i);
    if (words.modals.has(word) || FUTURE.test(word) || words.future.has(word)) {
      return word;
    }
  }
  return null;
}

/** Whether a word of forecast speaks for all of its sentence. */
function heads(
  tokens: readonly Token[],
  i: number,
  from: number,
  words: SlavicWords,
): boolean {
  // "За прогнозами", "очікується, що", "…, прогнозує аналітик".
  const before = tokens[i - 1];
  return i <= from + 1 || words.wordsBefore.has(before?.lower ?? "") ||
    before?.kind === "mark" ||
    at(tokens, i + 1) === "," && words.that.has(at(tokens, i + 2));
}

/** A forecast that the sentence of a number is. */
function inSentence(
  tokens: readonly Token[],
  { number, sentence }: Mention,
  words: SlavicWords,
): string | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = at(tokens, i);
    if (
      word.length < 5 || !begins(word, words.forecasts) ||
      !heads(tokens, i, sentence.from, words)
    ) continue;
    // Up to a clause that is set against it.
    const [a, b] = [Math.min(i, number.from), Math.max(i, number.from)];
    let parted = false;
    for (let k = a + 1; k < b; k++) {
      const mark = tokens[k]!.text;
      if (
        mark === ";" ||
        (mark === "," || DASHES.has(mark)) && BUT.test(at(tokens, k + 1))
      ) parted = true;
    }
    if (!parted) return word;
  }
  return null;
}

/**
 * The word that makes a number a plan, a demand or a forecast; or the words for
 * its period, where that is not over on the day of publication.
 */
export function plannedBy(
  tokens: readonly Token[],
  mention: Mention,
  own: NamedPeriod | null,
  now: Day | null,
  words: SlavicWords,
): string | null {
  const word = inClause(tokens, mention, words) ??
    inSentence(tokens, mention, words);
  if (word) return word;
  if (now === null || own === null) return null;
  const by = own.bond === "by" || own.bond === "until";
  const ahead = own.start !== null && own.start > now ||
    by && own.start === null && own.end !== null && own.end > now;
  return ahead
    ? tokens.slice(own.from, own.to).map(({ lower }) => lower).join(" ")
    : null;
}

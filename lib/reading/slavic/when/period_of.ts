import { distance } from "../../distance.ts";
import type { Mention, ReadSentence } from "../../mention.ts";
import {
  type Days,
  daysBefore,
  dayText,
  type NamedPeriod,
} from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { begins, type SlavicWords } from "../words.ts";

/** Whether a period says when somebody spoke: "повідомив у понеділок". */
export function isOfSpeech(
  tokens: readonly Token[],
  period: NamedPeriod,
  words: SlavicWords,
): boolean {
  if (period.span !== "day" || period.bond !== "in") return false;
  for (let i = period.from - 1; i >= Math.max(0, period.from - 6); i--) {
    if (tokens[i]!.kind !== "word") break;
    if (begins(at(tokens, i), words.saying)) return true;
  }
  // "У понеділок міністр повідомив", "16 лютого в ефірі заявив".
  for (let i = period.to; i < Math.min(tokens.length, period.to + 5); i++) {
    const { kind, lower } = tokens[i]!;
    if (kind !== "word" && lower !== ",") return false;
    if (kind === "word" && begins(lower, words.saying)) return true;
    if (begins(lower, words.events)) return false;
  }
  return false;
}

/** Whether a period is what a number is compared with: "порівняно з", "ніж". */
export function isComparison(
  tokens: readonly Token[],
  period: NamedPeriod,
  words: SlavicWords,
): boolean {
  if (period.same || period.shift) return true;
  for (let i = period.from; i >= Math.max(0, period.from - 5); i--) {
    const word = at(tokens, i);
    if (words.against.has(word)) {
      // "Більше ніж 300 у травні" is a hedge.
      return !tokens.slice(i + 1, period.from).some(({ kind }) =>
        kind === "number"
      );
    }
    if (i < period.from && tokens[i]!.kind !== "word") return false;
  }
  return false;
}

/** Whether a period heads a number: "у 2032-му — 64", "годом ранее — 980". */
export function isHead(
  tokens: readonly Token[],
  period: NamedPeriod,
  from: number,
): boolean {
  if (period.to > from || from - period.to > 3) return false;
  return /^[—–:(-]$/.test(at(tokens, period.to));
}

/** "А", "але": what comes after it has a period of its own. */
const BUT = /^(а|але|проте|но|однако|зато|тепер|теперь|нині|сейчас)$/;

/** Whether a period compared with is a number's own all the same. */
function isOwn(
  tokens: readonly Token[],
  period: NamedPeriod,
  sentence: ReadSentence,
  number: Mention["number"],
  compared: boolean,
  words: SlavicWords,
): boolean {
  // "Проти 200 торік", "у 2023 році — 100".
  const against = period.from >= number.to && period.from - number.to < 3 &&
    words.against.has(at(tokens, number.from - 1));
  if (against || isHead(tokens, period, number.from)) return true;
  if (compared || period.to > number.from) return false;
  for (let i = period.to; i < number.from; i++) {
    const { text, lower } = tokens[i]!;
    if (text === ";" || BUT.test(lower)) return false;
  }
  // "…, ніж торік, коли їх було 3700".
  const first = at(tokens, period.to) === "," ? period.to + 1 : period.to;
  if (/^(коли|когда)$/.test(at(tokens, first))) return true;
  // "Роком раніше їх було 200", "у 2035 році за той самий період — 300".
  return (period.same || period.shift !== null) &&
    !sentence.mentions.some((other) =>
      other.number.to <= number.from &&
      (other.trend !== null || other.number.multiple)
    );
}

/** How much further away what stands behind a mark is. */
const DIVIDING: ReadonlyMap<string, number> = new Map([
  [";", 40],
  ["—", 2],
  ["–", 2],
  [",", 3],
]);

/** The period of a number in its sentence. */
export function periodOf(
  tokens: readonly Token[],
  sentence: ReadSentence,
  { number }: Mention,
  compared: boolean,
  words: SlavicWords,
): NamedPeriod | null {
  let best: NamedPeriod | null = null;
  let least = Infinity;
  for (const period of sentence.periods) {
    if (isOfSpeech(tokens, period, words)) continue;
    if (
      isComparison(tokens, period, words) &&
      !isOwn(tokens, period, sentence, number, compared, words)
    ) continue;
    const after = period.from >= number.to;
    // What stands behind the period compared with is said of something else.
    if (
      compared && after &&
      sentence.periods.some((other) =>
        other.from >= number.to && other.to <= period.from &&
        isComparison(tokens, other, words)
      )
    ) continue;
    let cost = after
      ? distance(tokens, number.to, period.from, sentence, DIVIDING)
      : distance(tokens, period.to, number.from, sentence, DIVIDING) + 1;
    if (!after && period.from <= sentence.from + 2) cost = Math.min(cost, 12);
    if (cost < least) [best, least] = [period, cost];
  }
  return best;
}

/** The period that a ratio or difference compares with. */
export function comparedWith(
  tokens: readonly Token[],
  sentence: ReadSentence,
  own: NamedPeriod | null,
  words: SlavicWords,
): NamedPeriod | null {
  return sentence.periods.find((period) =>
    period !== own && isComparison(tokens, period, words)
  ) ?? null;
}

/** The days of a period that is named after another. */
export function resolve(period: NamedPeriod, main: Days | null): Days {
  if (main?.start == null || main.end === null) {
    return { start: period.start, end: period.end };
  }
  if (period.shift && (period.same || period.start === null)) {
    return moved(main, period.shift.count, period.shift.span);
  }
  const { year } = period as { year?: number | null };
  if (!period.same || year == null) {
    return { start: period.start, end: period.end };
  }
  const count = Number(dayText(main.end)?.slice(0, 4)) - year;
  return count > 0 && count < 200 ? moved(main, count, "year") : {
    start: null,
    end: null,
  };
}

const moved = (
  days: Days,
  count: number,
  span: Parameters<typeof daysBefore>[2],
): Days => daysBefore(days, count, span);

import type { Piece } from "../../piece.ts";
import type { Mention, ReadSentence } from "../../mention.ts";
import type { Days, NamedPeriod } from "../../period.ts";
import {
  daysBefore,
  dayText,
  trailing,
  unitOf,
  wholeUnit,
} from "../../period.ts";
import { shifted } from "./periods.ts";
import type { Day } from "../../../quantity/date.ts";
import { countAt } from "./dates.ts";
import { at, type Token } from "../../token.ts";
import { isComparison, isOfSpeech, isOpening } from "./period_of.ts";
import type { Subjects } from "./subjects.ts";

/** A period that was said, and the paragraph that said it. */
export interface SaidPeriod {
  readonly days: Days;
  readonly said: string;
  readonly locator: string;
  readonly level: boolean;
}

/** What a paragraph hands on to the next sentence. */
export interface Carried {
  /** The last period said. */
  period: SaidPeriod | null;
  /** What the text was about up to the paragraph that is read. */
  readonly subjects: Subjects;
  /** The last period that another was compared with. */
  compared?: Days | null;
}

/**
 * The period that goes on into a paragraph: the one it said itself, or one said
 * before where the paragraph speaks of what the text was about, and the word
 * that shows it. What is about something else begins anew.
 */
export function carriedInto(
  carried: Carried,
  piece: Piece,
): { period: SaidPeriod; shared: string | null } | null {
  const { period } = carried;
  if (!period) return null;
  if (period.locator === piece.locator) return { period, shared: null };
  const shared = carried.subjects.sharedWith(piece.tokens);
  return shared === null ? null : { period, shared };
}

/** Whether the days of a period depend on another's. */
export function isRelative(
  tokens: readonly Token[],
  { from, to, shift, same }: NamedPeriod,
): boolean {
  if (shift || same) return true;
  for (let i = from; i < to; i++) {
    if (/^(previous|preceding)$/.test(at(tokens, i))) return true;
  }
  return false;
}

/** The days of a period that is named after another. */
export function resolve(
  tokens: readonly Token[],
  period: NamedPeriod,
  main: Days | null,
): Days {
  const named = isComparison(tokens, period) || isOpening(tokens, period);
  const before = named && main?.start != null && main.end !== null
    ? beforeIt(tokens, period, main.start)
    : null;
  if (before) return before;
  if (period.same && main && main.start !== null && main.end !== null) {
    if (period.shift) return shifted(main, period.shift);
    const year = (period as { year?: number | null }).year ?? null;
    if (year !== null) {
      for (let count = 1; count < 200; count++) {
        const moved = daysBefore(main, count, "year");
        const years = dayText(moved.end)?.slice(0, 4);
        if (years === String(year)) {
          return shifted(main, { count, span: "year" });
        }
      }
    }
    return { start: null, end: null };
  }
  if (period.shift && main && main.start !== null) {
    return shifted(main, period.shift);
  }
  return { start: period.start, end: period.end };
}

/** "The previous year", "the preceding twelve months": before a period. */
function beforeIt(
  tokens: readonly Token[],
  { from, to, span, start }: NamedPeriod,
  main: Day,
): Days | null {
  let i = from;
  while (i < to && !/^(previous|preceding)$/.test(at(tokens, i))) i++;
  if (i === to || start === null) return null;
  const count = countAt(tokens, i + 1);
  return count
    ? trailing(main - 1, count[0], span)
    : wholeUnit(daysBefore(unitOf(main, span), 1, span), span);
}

/** The main period of a sentence: what is said later goes on from it. */
export function mainPeriod(
  tokens: readonly Token[],
  sentence: ReadSentence,
): NamedPeriod | null {
  return sentence.periods.find((period) =>
    !isComparison(tokens, period) && !isOfSpeech(tokens, period) &&
    period.end !== null
  ) ?? null;
}

export function isInList(
  tokens: readonly Token[],
  sentence: ReadSentence,
  { number }: Mention,
): boolean {
  return sentence.periods.some((period) =>
    period.to === number.from ||
    period.from === number.to && period.bond === "in" &&
      at(tokens, number.from - 1) === "and" ||
    period.to === number.from - 1 &&
      /^[(:,]$/.test(at(tokens, number.from - 1)) &&
      at(tokens, number.from - 1) !== ","
  );
}

/**
 * Whether a period is said in passing: "in November alone", "in 2026 only
 * 190,000 had done so".
 */
export function isAside(
  tokens: readonly Token[],
  { from, to }: ReadSentence,
  main: NamedPeriod,
  { period }: Carried,
): boolean {
  if (!period || period.days.end === null || main.end === null) return false;
  if (at(tokens, main.to) === "alone") return true;
  if (
    tokens.slice(main.from, main.to).some(({ lower }) =>
      lower === "previous" || lower === "preceding"
    )
  ) return true;
  const earlier = main.end < (period.days.start ?? period.days.end);
  return earlier &&
    tokens.slice(from, to).some(({ lower }) =>
      lower === "had" || lower === "before"
    );
}

/** A list of months, "January 512, February 488": its whole span. */
export function spanOf(
  tokens: readonly Token[],
  sentence: ReadSentence,
  main: NamedPeriod,
): Days {
  const like = sentence.periods.filter((period) =>
    period.span === main.span && period.bond === "in" &&
    period.start !== null && period.end !== null &&
    !isComparison(tokens, period) && !isOfSpeech(tokens, period)
  );
  if (like.length < 3) return { start: main.start, end: main.end };
  for (let i = 1; i < like.length; i++) {
    if (like[i]!.start !== like[i - 1]!.end! + 1) {
      return { start: main.start, end: main.end };
    }
  }
  return { start: like[0]!.start, end: like.at(-1)!.end };
}

import type { Span } from "../../period.ts";
import { SMALL, TENS } from "./number_words.ts";

/** Months by name and short form, 0 to 11. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
  ].flatMap((names, i) => names.split(" ").map((name) => [name, i] as const)),
);

/** Days of the week, Monday 0, as `(day + 3) % 7` counts from 1970-01-01. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  "monday tuesday wednesday thursday friday saturday sunday"
    .split(" ").flatMap((name, i) => [[name, i], [`${name}'s`, i]] as const),
);

/** Seasons: first and last month, counted from January. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["spring", [2, 4]],
  ["summer", [5, 7]],
  ["autumn", [8, 10]],
  ["fall", [8, 10]],
  // December to February of the next year.
  ["winter", [11, 13]],
]);

/** Units of time that periods are made of, in the singular. */
export const SPANS: ReadonlyMap<string, Span> = new Map(
  (["day", "week", "month", "quarter", "year", "decade"] as const).flatMap(
    (unit) => [[unit, unit], [`${unit}s`, unit], [`${unit}'s`, unit]] as const,
  ),
);

/** Which of several: "the second quarter". */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["final", 4],
]);

/** Words that a period may begin with, besides months, weekdays and numbers. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  ("a an the all so since from between this these those its their last past " +
    "previous preceding latest next coming following first second third " +
    "fourth final today tonight yesterday tomorrow early mid late end start " +
    "beginning close turn same corresponding equivalent spring summer autumn fall winter " +
    "q1 q2 q3 q4 h1 h2 one two three four five six seven eight nine ten " +
    "eleven twelve").split(" "),
);

/** Articles of a period, which most often are those of something else. */
const ARTICLES: ReadonlySet<string> = new Set(
  "the a an these those its their".split(" "),
);

/** What stands after the article of a period, besides numbers and names. */
const AFTER_ARTICLE: ReadonlySet<string> = new Set([
  ...SPANS.keys(),
  ...SEASONS.keys(),
  ...ORDINALS.keys(),
  ...TENS.keys(),
  ...SMALL.keys(),
  ...("last past previous preceding latest next coming following early mid " +
    "late end start beginning close turn same corresponding equivalent current " +
    "whole weekend q1 q2 q3 q4 h1 h2").split(" "),
]);

/** A token as the calendar looks at it. */
interface CalendarToken {
  readonly kind: string;
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
}

const isName = ({ capital, lower }: CalendarToken): boolean =>
  capital && (MONTHS.has(lower) || WEEKDAYS.has(lower));

/** Whether a day, a year or "3 days ago" may begin with digits at a token. */
function mayBeginWithDigits(
  tokens: readonly CalendarToken[],
  i: number,
): boolean {
  const { text } = tokens[i]!;
  if (text.length === 4 || text.length > 5) return true;
  if (text.length > 3) return false;
  const next = tokens[i + 1];
  if (!next) return false;
  if (
    isName(next) || SPANS.has(next.lower) ||
    /^(st|nd|rd|th|of)$/.test(next.lower)
  ) return true;
  // 28 to 30 April, 3–10 June, 9/11/2031, 3-day.
  if (!/^(to|and|until|till|through|thru|[-–—‑/])$/.test(next.lower)) {
    return false;
  }
  const [more, last] = [tokens[i + 2], tokens[i + 3]];
  if (!more) return false;
  if (more.kind !== "number") return SPANS.has(more.lower);
  return last !== undefined &&
    (isName(last) || last.lower === next.lower ||
      /^(st|nd|rd|th|of)$/.test(last.lower));
}

/** Whether a period may begin at a token: the others are passed over at once. */
export function mayBeginPeriod(
  tokens: readonly CalendarToken[],
  i: number,
): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind !== "word") {
    return token.kind === "number" && mayBeginWithDigits(tokens, i);
  }
  if (ARTICLES.has(token.lower)) {
    const next = tokens[i + 1];
    return next !== undefined &&
      (next.kind === "number" || AFTER_ARTICLE.has(next.lower) || isName(next));
  }
  if (token.lower === "from" || token.lower === "between") {
    return mayBeginPeriod(tokens, i + 1);
  }
  return FIRST_WORDS.has(token.lower) || isName(token);
}

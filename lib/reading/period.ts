import { type Day, formatDay, monthOf, monthStart } from "../quantity/date.ts";

/** A unit of time. */
export type Span = "day" | "week" | "month" | "quarter" | "year" | "decade";

/** First and last day; what is open is null. */
export interface Days {
  readonly start: Day | null;
  readonly end: Day | null;
}

/** How a period is attached: what the word before it makes of it. */
export type Bond = "in" | "since" | "by" | "until" | "as_of" | "after";

/** The first and the last part of a range: 2022 and 2023. */
export interface Ends {
  readonly first: Days;
  readonly last: Days;
  /** The tokens of the first. */
  readonly from: number;
  readonly to: number;
}

/** A period that a text names. */
export interface NamedPeriod extends Days {
  /** Its tokens, the word before it included. */
  readonly from: number;
  readonly to: number;
  readonly bond: Bond;
  /** What it is one of: a day, a month, a year. */
  readonly span: Span;
  /** Whether it is named after another period: "the same period last year". */
  readonly same: boolean;
  /** How many years before the other: "a year earlier" is 1. */
  readonly shift: { readonly count: number; readonly span: Span } | null;
  /** How it was worked out. */
  readonly why: string | null;
  /** What it reaches from and to, where two like parts are named. */
  readonly ends?: Ends;
}

/** A date or a part of the calendar, without the word before it. */
export interface Calendar extends Days {
  readonly to: number;
  readonly span: Span;
  /** Whether its year is named or told by the day of publication. */
  readonly year: number | null;
  readonly same: boolean;
  readonly shift: { readonly count: number; readonly span: Span } | null;
  readonly why: string | null;
  readonly ends?: Ends;
}

/** The days of whole months, numbered since year 0. */
export function months(first: number, last: number): Days {
  return { start: monthStart(first), end: monthStart(last + 1) - 1 };
}

/** A day some months before, or the last of its month where there is none. */
function monthsBefore(day: Day, count: number): Day {
  const month = monthOf(day);
  const into = day - monthStart(month);
  const last = monthStart(month - count + 1) - 1;
  const lastOfMonth = day === monthStart(month + 1) - 1;
  const at = Math.min(monthStart(month - count) + into, last);
  return lastOfMonth ? last : at;
}

/** A period some units of time before. */
export function daysBefore(days: Days, count: number, span: Span): Days {
  const day = (at: Day | null): Day | null => {
    if (at === null) return null;
    if (span === "day") return at - count;
    if (span === "week") return at - 7 * count;
    const months = { month: 1, quarter: 3, year: 12, decade: 120 }[span];
    return monthsBefore(at, months * count);
  };
  return {
    start: days.start === null ? null : startBefore(days.start, count, span),
    end: day(days.end),
  };
}

/** The first of a month stays the first: no day is the last of its month. */
function startBefore(start: Day, count: number, span: Span): Day {
  if (span === "day") return start - count;
  if (span === "week") return start - 7 * count;
  const size = { month: 1, quarter: 3, year: 12, decade: 120 }[span] * count;
  const month = monthOf(start);
  const into = start - monthStart(month);
  const length = monthStart(month - size + 1) - monthStart(month - size);
  return monthStart(month - size) + Math.min(into, length - 1);
}

/** The calendar unit that holds a day. */
export function unitOf(day: Day, span: Span): Days {
  if (span === "day") return { start: day, end: day };
  if (span === "week") {
    const monday = day - (((day + 3) % 7) + 7) % 7;
    return { start: monday, end: monday + 6 };
  }
  const size = { month: 1, quarter: 3, year: 12, decade: 120 }[span];
  const first = Math.floor(monthOf(day) / size) * size;
  return months(first, first + size - 1);
}

/** Days that were written before: a text names the same few again and again. */
const WRITTEN = new Map<Day, string>();
const MOST_WRITTEN = 5_000;

/** A day as text, or null. */
export function dayText(day: Day | null): string | null {
  // Years 0 to 9999; others were no dates.
  if (day === null || !(day >= -719_528 && day <= 2_932_896)) return null;
  let text = WRITTEN.get(day);
  if (text === undefined) {
    text = formatDay(day);
    if (WRITTEN.size < MOST_WRITTEN) WRITTEN.set(day, text);
  }
  return text;
}

/** Some units of time that end on a day. */
export function trailing(end: Day, count: number, span: Span): Days {
  const { start } = daysBefore({ start: end + 1, end: end + 1 }, count, span);
  return { start, end };
}

/** A unit moved by months may end on another day: the whole unit. */
export function wholeUnit(days: Days, span: Span): Days {
  return days.start === null || span === "day" || span === "week"
    ? days
    : unitOf(days.start, span);
}

/**
 * The first date of a range in the year that makes it the last before the
 * second: its own year was not said.
 */
export function inYearOf(first: Calendar, second: Calendar): Calendar {
  const { end } = second;
  if (first.year !== null || first.start === null || end === null) {
    return first;
  }
  let moved: Calendar = first;
  // Whole years only: the months are right, their year may not be.
  for (let turns = 0; turns < 200 && moved.start! > end; turns++) {
    moved = { ...moved, ...daysBefore(moved, 1, "year") };
  }
  for (let turns = 0; turns < 200; turns++) {
    const later = { ...moved, ...daysBefore(moved, -1, "year") };
    if (later.start! > end) break;
    moved = later;
  }
  return moved;
}

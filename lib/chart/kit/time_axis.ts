import type * as Plot from "@observablehq/plot";
import {
  type Day,
  formatDay,
  monthOf,
  monthStart,
} from "../../quantity/date.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { unitStart } from "../../quantity/units.ts";
import type { Layout } from "./layout.ts";
import { LINE, linear, uprights, words } from "./marks.ts";
import { textWidth } from "./text.ts";

/** A day that a time axis names. */
export interface TimeTick {
  readonly day: Day;
  /** What stands there; empty where there is no room for it. */
  readonly label: string;
}

/** From so many days on an axis names years, or months. */
const YEARS = 1000;
const MONTHS = 100;

/** How many years, months or days lie between ticks: the first that has room. */
const STEPS = {
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  month: [1, 2, 3, 6, 12],
  day: [1, 2, 7, 14, 28],
} as const;

/** What an axis over so many days names. */
function named(days: number): keyof typeof STEPS {
  return days > YEARS ? "year" : days > MONTHS ? "month" : "day";
}

/**
 * Where an axis over some days begins: with the year, where it names years, with
 * the month, where it names months.
 *
 * @param last The last day.
 */
export function axisStart(first: Day, last: Day): Day {
  const unit = named(last - first);
  return unit === "day" ? first : unitStart(first, unit);
}

/** The days that a step names, from the first one shown on. */
function days(
  unit: keyof typeof STEPS,
  step: number,
  [from, to]: readonly [Day, Day],
): Day[] {
  const found: Day[] = [];
  if (unit === "day") {
    for (let day = from; day < to; day += step) found.push(day);
    return found;
  }
  const months = unit === "year" ? 12 * step : step;
  const first = Math.floor(monthOf(from) / months) * months;
  for (let month = first; monthStart(month) < to; month += months) {
    found.push(Math.max(from, monthStart(month)));
  }
  return found;
}

/** A tick's name; the first and the first of a year or month say more. */
function name(unit: keyof typeof STEPS, day: Day, before?: Day): string {
  if (unit === "year") return formatDay(day).slice(0, 4);
  const month = monthOf(day);
  const period = unit === "month"
    ? { start: monthStart(month), end: monthStart(month + 1) - 1 }
    : { start: day, end: day };
  const [text, year] = [
    describePeriod(period, { short: true }),
    formatDay(day).slice(0, 4),
  ];
  if (before === undefined || formatDay(before).slice(0, 4) !== year) {
    return text;
  }
  if (unit === "month") return text.slice(0, -5);
  return monthOf(before) === month ? `${Number(formatDay(day).slice(8))}` : text
    .slice(0, -5);
}

/**
 * The days that an axis names: years, months or days, as close as there is room
 * for their names.
 *
 * @param span The first day shown, and the day after the last.
 * @param room Its width, in pixels.
 */
export function timeTicks(
  span: readonly [Day, Day],
  room: number,
  fontSize: number,
): TimeTick[] {
  const [from, to] = span;
  const unit = named(to - 1 - from);
  const x = (day: Day) => (day - from) / (to - from) * room;
  const wide = (text: string) => textWidth(text, fontSize);
  const ticks = (step: number) =>
    days(unit, step, span).map((day, i, all) => ({
      day,
      label: name(unit, day, all[i - 1]),
    }));
  const fits = (all: readonly TimeTick[]) =>
    all.every(({ day, label }, i) => {
      const next = all[i + 1];
      // The first may begin within its unit: it goes where it has no room.
      return i === 0 || !next || x(next.day) - x(day) > wide(label) + 4;
    });
  const all = STEPS[unit].map(ticks).find(fits) ?? ticks(STEPS[unit].at(-1)!);
  // Of years the first goes where it has no room; of days it says the year, and
  // the next ones go.
  let edge = 0;
  return all.map(({ day, label }, i) => {
    const next = i === 0 && unit === "year" ? all[1] : undefined;
    const end = next ? x(next.day) : room + 12;
    const fits = x(day) >= edge && end - x(day) > wide(label);
    if (fits) edge = x(day) + wide(label) + 4;
    return { day, label: fits ? label : "" };
  });
}

/** Where days lie across a drawing, in pixels. */
export interface TimeScale {
  readonly from: Day;
  /** The day after the last. */
  readonly to: Day;
  readonly left: number;
  readonly right: number;
  readonly x: (day: Day) => number;
}

/** The scale from a day to the end of another, between two edges. */
export function timeScale(
  [from, to]: readonly [Day, Day],
  [left, right]: readonly [number, number],
): TimeScale {
  return { from, to, left, right, x: linear([from, to], [left, right]) };
}

/** The names of an axis above a drawing, at a height in pixels. */
export function timeNames(
  { from, to, left, right, x }: TimeScale,
  { fontSize }: Layout,
  y = LINE / 2,
): Plot.Markish {
  const ticks = timeTicks([from, to], right - left, fontSize);
  return words(
    ticks.map(({ day, label }) => ({ x: x(day) + 3, y, text: label })),
    { className: "soft" },
  );
}

/** Upright lines at the days that the axis names, through each area. */
export function timeLines(
  { from, to, left, right, x }: TimeScale,
  { fontSize }: Layout,
  areas: readonly { readonly top: number; readonly bottom: number }[],
): Plot.Markish {
  const ticks = timeTicks([from, to], right - left, fontSize);
  return uprights(
    areas.flatMap(({ top, bottom }) =>
      ticks.map(({ day }) => ({ x: x(day), top, bottom }))
    ),
  );
}

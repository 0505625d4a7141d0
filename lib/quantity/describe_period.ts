import { checkOptions, type OptionTypes } from "./check_options.ts";
import { type Day, formatDay, monthOf, monthStart } from "./date.ts";
import type { Period } from "./period.ts";
import { takesFlag } from "./takes.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** How a period is written. */
export interface PeriodStyle {
  /** Three letters a month and a dash, for labels. Default: false. */
  readonly short?: boolean;
}

const STYLE_TYPES: OptionTypes<PeriodStyle> = { short: takesFlag };

/**
 * A period as people write it: "October 2025", "January to October 2024",
 * "2022 to 2023", "24 February to 30 June 2022". Where one end is a day within a
 * month, the other is written as a day too: a month would leave open which.
 *
 * @example
 * ```ts
 * import { describePeriod } from "./describe_period.ts";
 * import { period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * const long = period("2022-02-24", "2025-06");
 * assert.equal(describePeriod(long), "24 February 2022 to 30 June 2025");
 * assert.equal(describePeriod(long, { short: true }), "24 Feb 2022–30 Jun 2025");
 * assert.equal(describePeriod(period("2022-01", "2023-12")), "2022 to 2023");
 * ```
 */
export function describePeriod(
  { start, end }: Period,
  style: PeriodStyle = {},
): string {
  checkOptions(style, STYLE_TYPES);
  const { short = false } = style;
  const name = (month: number) => {
    const full = MONTHS[month % 12]!;
    return short ? full.slice(0, 3) : full;
  };
  const year = (month: number) => Math.floor(month / 12);
  const monthYear = (month: number) => `${name(month)} ${year(month)}`;
  const dayOf = (day: Day) => `${Number(formatDay(day).slice(8))}`;
  const date = (day: Day) => `${dayOf(day)} ${monthYear(monthOf(day))}`;
  const to = short ? "–" : " to ";

  const [first, last] = [monthOf(start), monthOf(end)];
  const startsWhole = monthStart(first) === start;
  const endsWhole = monthStart(last + 1) - 1 === end;
  if (startsWhole && endsWhole) {
    if (first === last) return monthYear(first);
    if (first % 12 === 0 && last % 12 === 11) {
      return year(first) === year(last)
        ? `${year(first)}`
        : `${year(first)}${to}${year(last)}`;
    }
    const from = year(first) === year(last) ? name(first) : monthYear(first);
    return `${from}${to}${monthYear(last)}`;
  }
  if (start === end) return date(start);
  const from = first === last
    ? dayOf(start)
    : year(first) === year(last)
    ? `${dayOf(start)} ${name(first)}`
    : date(start);
  return `${from}${to}${date(end)}`;
}

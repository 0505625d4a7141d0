import { InputError } from "./input_error.ts";
import { adviseDate } from "./other_dates.ts";
import { showValue } from "./show_value.ts";

/**
 * A calendar day as a whole number of days since 1970-01-01. Days, not
 * instants: no time zone can shift them.
 */
export type Day = number;

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const MS_PER_DAY = 86_400_000;

/**
 * Days from 1970-01-01 in the Gregorian calendar; month 13 is the January
 * after. By arithmetic: large tables have millions of dates, and `Date` takes
 * years 0 to 99 for 1900 to 1999.
 */
function dayNumber(year: number, month: number, day: number): Day {
  // Years from March on, so that a leap day is the last of its year.
  const march = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(march / 4) - Math.floor(march / 100) +
    Math.floor(march / 400);
  const before = Math.floor((153 * months + 2) / 5);
  return march * 365 + leapDays + before + day - 719469;
}

function advice(text: string): string {
  const found = adviseDate(text);
  return found ? `; ${found}` : "";
}

function parse(text: string): [year: number, month: number, day: number] {
  if (typeof text !== "string") {
    throw new InputError(
      `${showValue(text)} is not a date, text like '2024-01-31' or '2024-01'`,
    );
  }
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined) {
    throw new InputError(
      `'${text}' is not a date like 2024-01-31 or 2024-01${advice(text)}`,
    );
  }
  const parts: [number, number, number] = [
    Number(year),
    Number(month),
    day === undefined ? 0 : Number(day),
  ];
  const last = parts[1] >= 1 && parts[1] <= 12
    ? dayNumber(parts[0], parts[1] + 1, 1) - dayNumber(parts[0], parts[1], 1)
    : 0;
  if (last === 0) {
    throw new InputError(
      `'${text}' names month ${month}; months are 01 to 12${advice(text)}`,
    );
  }
  if (day !== undefined && (parts[2] < 1 || parts[2] > last)) {
    throw new InputError(
      `'${text}' names day ${day}; ${year}-${month} has days 01 to ${last}`,
    );
  }
  return parts;
}

/**
 * The first day that a date or a month names.
 *
 * @throws {InputError} When the text is not a real `YYYY-MM-DD` or `YYYY-MM`.
 *
 * @example
 * ```ts
 * import { firstDay, formatDay } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDay(firstDay("2024-02")), "2024-02-01");
 * ```
 */
export function firstDay(text: string): Day {
  const [year, month, day] = parse(text);
  return dayNumber(year, month, day || 1);
}

/**
 * The last day that a date or a month names.
 *
 * @throws {InputError} When the text is not a real `YYYY-MM-DD` or `YYYY-MM`.
 *
 * @example
 * ```ts
 * import { formatDay, lastDay } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDay(lastDay("2024-02")), "2024-02-29");
 * ```
 */
export function lastDay(text: string): Day {
  const [year, month, day] = parse(text);
  return day ? dayNumber(year, month, day) : dayNumber(year, month + 1, 1) - 1;
}

const YEAR = /^\d{4}$/;

/**
 * The last day that a date, a month or a year names. A year alone is a date of
 * publication and the like; a period is never so rough.
 *
 * @throws {InputError} When the text is no real `YYYY-MM-DD`, `YYYY-MM` or
 * `YYYY`.
 *
 * @example
 * ```ts
 * import { formatDay, lastDayOrYear } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDay(lastDayOrYear("2024")), "2024-12-31");
 * assert.equal(formatDay(lastDayOrYear("2024-02")), "2024-02-29");
 * ```
 */
export function lastDayOrYear(text: string): Day {
  return YEAR.test(text) ? lastDay(`${text}-12`) : lastDay(text);
}

/**
 * A day as `YYYY-MM-DD`.
 *
 * @throws {InputError} When the day is not a whole number within the calendar
 * years 0 to 9999.
 *
 * @example
 * ```ts
 * import { formatDay } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDay(31), "1970-02-01");
 * ```
 */
export function formatDay(day: Day): string {
  const text = Number.isInteger(day) && Math.abs(day) < 1e8
    ? new Date(day * MS_PER_DAY).toISOString()
    : "";
  if (text.length !== 24) throw new InputError(`${day} is not a calendar day`);
  return text.slice(0, 10);
}

/** The months since year 0 of the month that holds a day: a month's number. */
export function monthOf(day: Day): number {
  // Days from 0000-03-01, and years and months from March on.
  const days = day + 719468;
  const cycle = Math.floor(days / 146097);
  const inCycle = days - cycle * 146097;
  const year = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36524) -
      Math.floor(inCycle / 146096)) / 365,
  );
  const inYear = inCycle -
    (year * 365 + Math.floor(year / 4) - Math.floor(year / 100));
  return (cycle * 400 + year) * 12 + Math.floor((5 * inYear + 2) / 153) + 2;
}

/** The first day of a month given by its number (see {@linkcode monthOf}). */
export function monthStart(month: number): Day {
  const year = Math.floor(month / 12);
  return dayNumber(year, month - year * 12 + 1, 1);
}

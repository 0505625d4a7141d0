import { type Day, monthOf, monthStart } from "./date.ts";
import type { Period } from "./period.ts";

/**
 * The calendar's units, the shortest first. Weeks start on Monday; weeks and
 * months do not fit into each other, everything else does into what is longer.
 */
export const UNITS = [
  "day",
  "week",
  "month",
  "quarter",
  "year",
] as const satisfies readonly Unit[];

/** A unit of the calendar. */
export type Unit = "day" | "week" | "month" | "quarter" | "year";

/** Months of a unit that consists of them. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The Monday on or before 1970-01-01, a Thursday. */
const MONDAY: Day = -3;

/** Which one a day falls in, counted from some first one. */
function numberOf(day: Day, unit: Unit): number {
  if (unit === "day") return day;
  if (unit === "week") return Math.floor((day - MONDAY) / 7);
  return Math.floor(monthOf(day) / MONTHS[unit]);
}

function startOf(number: number, unit: Unit): Day {
  if (unit === "day") return number;
  if (unit === "week") return MONDAY + 7 * number;
  return monthStart(number * MONTHS[unit]);
}

/**
 * The first day of the unit that a day falls in.
 *
 * @example
 * ```ts
 * import { unitStart } from "./units.ts";
 * import { firstDay, formatDay } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * // The first day of 2021 was a Friday.
 * const start = unitStart(firstDay("2021-01-01"), "week");
 * assert.equal(formatDay(start), "2020-12-28");
 * ```
 */
export function unitStart(day: Day, unit: Unit): Day {
  return startOf(numberOf(day, unit), unit);
}

/**
 * The first day of the unit after the one that a day falls in.
 *
 * @example
 * ```ts
 * import { nextUnit } from "./units.ts";
 * import { firstDay, formatDay } from "./date.ts";
 * import assert from "node:assert/strict";
 *
 * const next = nextUnit(firstDay("2024-02-29"), "quarter");
 * assert.equal(formatDay(next), "2024-04-01");
 * ```
 */
export function nextUnit(day: Day, unit: Unit): Day {
  return startOf(numberOf(day, unit) + 1, unit);
}

/**
 * How many units a period touches, without making them.
 *
 * @example
 * ```ts
 * import { countUnits } from "./units.ts";
 * import { period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * const days = period("2024-01-31", "2024-02-01");
 * assert.equal(countUnits(days, "month"), 2);
 * assert.equal(countUnits(days, "week"), 1);
 * ```
 */
export function countUnits({ start, end }: Period, unit: Unit): number {
  return numberOf(end, unit) - numberOf(start, unit) + 1;
}

/**
 * How many whole units a period covers, or `undefined` where it does not begin
 * with one and end with one. Weeks are blocks of seven days from its own start.
 *
 * @example
 * ```ts
 * import { wholeUnits } from "./units.ts";
 * import { period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(wholeUnits(period("2024-01", "2024-06"), "quarter"), 2);
 * assert.equal(wholeUnits(period("2024-02", "2024-06"), "quarter"), undefined);
 * assert.equal(wholeUnits(period("2024-01-03", "2024-01-16"), "week"), 2);
 * ```
 */
export function wholeUnits(period: Period, unit: Unit): number | undefined {
  const { start, end } = period;
  if (unit === "week") {
    const days = end - start + 1;
    return days % 7 === 0 ? days / 7 : undefined;
  }
  const whole = unitStart(start, unit) === start &&
    unitStart(end + 1, unit) === end + 1;
  return whole ? countUnits(period, unit) : undefined;
}

/**
 * The whole units within a period, in order. Weeks are blocks of seven days
 * counted from a day, before it too.
 *
 * @example
 * ```ts
 * import { wholeUnitsIn } from "./units.ts";
 * import { firstDay } from "./date.ts";
 * import { formatPeriod, period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * const days = period("2024-01-15", "2024-03-20");
 * assert.deepEqual(
 *   wholeUnitsIn(days, "month", days.start).map(formatPeriod),
 *   ["2024-02-01 to 2024-02-29"],
 * );
 * const weeks = wholeUnitsIn(period("2024-01-02", "2024-01-16"), "week", firstDay("2024-01-10"));
 * assert.deepEqual(weeks.map(formatPeriod), [
 *   "2024-01-03 to 2024-01-09",
 *   "2024-01-10 to 2024-01-16",
 * ]);
 * ```
 */
export function wholeUnitsIn(
  { start, end }: Period,
  unit: Unit,
  from: Day,
): Period[] {
  if (unit !== "week") {
    return unitsTouched({ start, end }, unit).filter((one) =>
      one.start >= start && one.end <= end
    );
  }
  const first = from + 7 * Math.ceil((start - from) / 7);
  const many = Math.max(0, Math.floor((end + 1 - first) / 7));
  return Array.from({ length: many }, (_, i) => ({
    start: first + 7 * i,
    end: first + 7 * i + 6,
  }));
}

/**
 * The whole units of a period that covers nothing else, in order (see
 * {@linkcode wholeUnits}).
 */
export function unitsWithin(period: Period, unit: Unit): Period[] {
  if (unit !== "week") return unitsTouched(period, unit);
  return Array.from(
    { length: (period.end - period.start + 1) / 7 },
    (_, i) => {
      const start = period.start + 7 * i;
      return { start, end: start + 6 };
    },
  );
}

/**
 * Every unit that a period touches, in order, each whole and never clipped.
 *
 * @example
 * ```ts
 * import { unitsTouched } from "./units.ts";
 * import { formatPeriod, period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * const weeks = unitsTouched(period("2024-12-31", "2025-01-06"), "week");
 * assert.deepEqual(weeks.map(formatPeriod), [
 *   "2024-12-30 to 2025-01-05",
 *   "2025-01-06 to 2025-01-12",
 * ]);
 * ```
 */
export function unitsTouched(period: Period, unit: Unit): Period[] {
  const first = numberOf(period.start, unit);
  return Array.from({ length: countUnits(period, unit) }, (_, i) => ({
    start: startOf(first + i, unit),
    end: startOf(first + i + 1, unit) - 1,
  }));
}

import { monthOf, monthStart } from "./date.ts";
import type { Period } from "./period.ts";
import { add, divide, type Rational, rational, ZERO } from "./rational.ts";
import type { Unit } from "./units.ts";

/**
 * How many calendar months a period covers. A month that is covered in part
 * counts by the share of its days: 24 to 28 February is 5/28 of a month.
 *
 * @example
 * ```ts
 * import { calendarMonths } from "./months.ts";
 * import { period } from "./period.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(calendarMonths(period("2024-01", "2024-10")), rational(10));
 * assert.deepEqual(
 *   calendarMonths(period("2022-02-24", "2022-03")),
 *   rational(33, 28),
 * );
 * ```
 */
export function calendarMonths({ start, end }: Period): Rational {
  let months = ZERO;
  for (let month = monthOf(start); month <= monthOf(end); month++) {
    const [first, next] = [monthStart(month), monthStart(month + 1)];
    const days = Math.min(end + 1, next) - Math.max(start, first);
    months = add(months, rational(days, next - first));
  }
  return months;
}

/** Months of a unit that consists of them. */
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * How many units a period covers, its parts of units too: a day is a seventh of
 * a week, and three months are a quarter (see {@linkcode calendarMonths}).
 *
 * @example
 * ```ts
 * import { calendarUnits } from "./months.ts";
 * import { period } from "./period.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const april = period("2024-04", "2024-04");
 * assert.deepEqual(calendarUnits(april, "day"), rational(30));
 * assert.deepEqual(calendarUnits(april, "week"), rational(30, 7));
 * assert.deepEqual(calendarUnits(april, "quarter"), rational(1, 3));
 * ```
 */
export function calendarUnits(period: Period, unit: Unit): Rational {
  const days = period.end - period.start + 1;
  if (unit === "day") return rational(days);
  if (unit === "week") return rational(days, 7);
  return divide(calendarMonths(period), rational(MONTHS[unit]));
}

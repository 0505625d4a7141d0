import { monthOf, monthStart } from "./date.ts";
import type { Period } from "./period.ts";
import { add, type Rational, rational, ZERO } from "./rational.ts";

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

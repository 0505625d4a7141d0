import {
  type Day,
  firstDay,
  formatDay,
  lastDay,
  monthOf,
  monthStart,
} from "./date.ts";
import { InputError } from "./input_error.ts";

/** A span of days, both ends included. */
export interface Period {
  /** First day. */
  readonly start: Day;
  /** Last day; never before the first. */
  readonly end: Day;
}

/**
 * The period from one date to another. A month stands for its first day as a
 * start and for its last as an end.
 *
 * @throws {InputError} When a date is malformed or the end is before the start.
 *
 * @example
 * ```ts
 * import { formatPeriod, period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * const leap = period("2024-01", "2024-02");
 * assert.equal(formatPeriod(leap), "2024-01-01 to 2024-02-29");
 * ```
 */
export function period(start: string, end: string): Period {
  const result = { start: firstDay(start), end: lastDay(end) };
  if (result.end < result.start) {
    throw new InputError(
      `The period ends on ${end}, before it starts: ${start}`,
    );
  }
  return result;
}

/**
 * A period as `YYYY-MM-DD to YYYY-MM-DD`.
 *
 * @example
 * ```ts
 * import { formatPeriod, period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatPeriod(period("2024-02", "2024-02")), "2024-02-01 to 2024-02-29");
 * ```
 */
export function formatPeriod(p: Period): string {
  return `${formatDay(p.start)} to ${formatDay(p.end)}`;
}

/**
 * How many whole calendar months a period covers, or `undefined` when it does
 * not begin on a first or end on a last day of a month.
 *
 * @example
 * ```ts
 * import { period, wholeMonths } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(wholeMonths(period("2024-01", "2024-10")), 10);
 * assert.equal(wholeMonths(period("2022-02-24", "2022-03")), undefined);
 * ```
 */
export function wholeMonths(p: Period): number | undefined {
  const first = monthOf(p.start);
  const next = monthOf(p.end + 1);
  return monthStart(first) === p.start && monthStart(next) === p.end + 1
    ? next - first
    : undefined;
}

import { claimIntervals, type Claims } from "../dataset/intervals.ts";
import { firstDay } from "../quantity/date.ts";
import { calendarMonths } from "../quantity/months.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { restsOn } from "./rests_on.ts";

/** A month whose count nobody states, but the claims together settle. */
export interface MonthThatFollows {
  /** The measure counted. */
  readonly measure: string;
  /** What that is called. */
  readonly name: string;
  /** First day of the month, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** The count. */
  readonly value: number;
  /** The claims that it follows from, by id. */
  readonly from: readonly string[];
}

/**
 * The calendar months that no claim counts by themselves, but for which the
 * claims of a result leave one number alone, with the claims that it rests on.
 * Months in which nothing happened, since the count had not begun, are left out.
 *
 * @example
 * ```ts
 * import { monthsThatFollow } from "./months_that_follow.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * using result = await reconcile({
 *   claims: [
 *     { ...total, claim_id: "a", stated: "90", start: "2025-01", end: "2025-05" },
 *     { ...total, claim_id: "b", stated: "107", start: "2025-01", end: "2025-06" },
 *   ],
 * });
 * const [june] = monthsThatFollow(result, []);
 * assert.deepEqual([june?.start, june?.value], ["2025-06-01", 17]);
 * assert.deepEqual(june?.from, ["a", "b"]);
 * ```
 */
export function monthsThatFollow(
  result: Reconciliation,
  claims: Claims,
): MonthThatFollows[] {
  const stated = new Set(
    claimIntervals(claims).filter(({ claim, period }) => {
      if (claim.kind !== "total" || !period) return false;
      const months = calendarMonths(period);
      return months.n === months.d;
    }).map(({ claim, period }) => `${claim.measure} ${period!.start}`),
  );
  return result.monthly().filter(({ measure, start, low, high }) =>
    low === high && low > 0 && !stated.has(`${measure} ${firstDay(start)}`)
  ).map(({ measure, start, end, low }) => ({
    measure,
    name: result.nameOf(measure),
    start,
    end,
    value: low,
    from: restsOn(result.bounds(measure, start, end)),
  }));
}

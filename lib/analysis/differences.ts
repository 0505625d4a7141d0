import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { type Day, formatDay } from "../quantity/date.ts";
import { calendarMonths } from "../quantity/months.ts";
import type { Period } from "../quantity/period.ts";
import {
  divide,
  fromNumber,
  max,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from "../quantity/rational.ts";
import type { Bounds, Reconciliation } from "../reconcile/reconciliation.ts";

/** What lies between two totals of one count. */
export interface Difference {
  /** The smaller total. */
  readonly less: ClaimInterval;
  /** The larger one, which holds the days of the smaller. */
  readonly more: ClaimInterval;
  /** What they count, as it is called. */
  readonly name: string;
  /** The days that only the larger one counts. */
  readonly between: Period;
  /** Calendar months between; a part of one counts by its days. */
  readonly months: number;
  /**
   * What the two leave for these days: the low of the larger less the high of
   * the smaller, and at least 0 where the high is; `null` is open.
   */
  readonly low: number | null;
  /**
   * The high of the larger less the low of the smaller; `null` is open. Below
   * zero, like the low then, where the two cannot both be true.
   */
  readonly high: number | null;
  /** What all claims of the result together imply, with proofs. */
  readonly bounds: Bounds;
  /** That for an average month: at least. */
  readonly monthlyLow: number;
  /** At most; `null` is open. */
  readonly monthlyHigh: number | null;
}

function same(a: ClaimInterval, b: ClaimInterval): boolean {
  return a.low === b.low && a.high === b.high &&
    a.period!.start === b.period!.start && a.period!.end === b.period!.end;
}

function subtracted(less: ClaimInterval, more: ClaimInterval): {
  low: Rational | null;
  high: Rational | null;
} {
  const low = less.high === null
    ? null
    : subtract(fromNumber(more.low!), fromNumber(less.high));
  const high = more.high === null
    ? null
    : subtract(fromNumber(more.high), fromNumber(less.low!));
  // A range that begins at 0 and ends below it would be none.
  if (high !== null && high.n < 0n) return { low, high };
  return { low: max(ZERO, low ?? ZERO), high };
}

/** Totals that share a day, each with those that come next. */
function steps(
  totals: readonly ClaimInterval[],
  shared: (period: Period) => Day,
  order: (period: Period) => number,
): [less: ClaimInterval, more: ClaimInterval][] {
  const groups = Map.groupBy(
    totals,
    ({ claim, period }) => `${claim.measure} ${shared(period!)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const byLength = [...Map.groupBy(group, ({ period }) => order(period!))]
      .toSorted(([a], [b]) => a - b).map(([, rows]) => rows);
    return byLength.slice(1).flatMap((longer, i) =>
      byLength[i]!.flatMap((less) =>
        longer.map((more) => [less, more] as [ClaimInterval, ClaimInterval])
      )
    );
  });
}

/**
 * What follows for the days between two totals of one measure that begin or end
 * on the same day, the next one each time: by subtraction, and by all claims of
 * a result together. Totals that say the same of the same days count once.
 *
 * @param result What implies the bounds; its claims are those given, or more.
 * @param claims The totals; claims of other kinds are left out.
 *
 * @example
 * ```ts
 * import { differences } from "./differences.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { selectCollection } from "../dataset/select.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const reports = selectCollection(data, "reports");
 * using result = await reconcile(reports);
 * const summer = differences(result, claimIntervals(reports)).find(({ more }) =>
 *   more.claim.claim_id === "wtat-180000-since-january"
 * );
 * assert.deepEqual([summer?.low, summer?.high], [62_000, 83_000]);
 * assert.equal(summer?.months, 4);
 * ```
 */
export function differences(
  result: Reconciliation,
  claims: Claims,
): Difference[] {
  const totals = claimIntervals(claims).filter(({ claim, period, low }) =>
    claim.kind === "total" && period !== null && low !== null
  ).filter((row, i, all) =>
    all.findIndex((other) =>
      other.claim.measure === row.claim.measure && same(other, row)
    ) === i
  );
  const pairs = [
    ...steps(totals, ({ start }) => start, ({ end }) => end),
    ...steps(totals, ({ end }) => end, ({ start }) => -start),
  ];
  return pairs.map(([less, more]): Difference => {
    const [a, b] = [less.period!, more.period!];
    const between = a.start === b.start
      ? { start: a.end + 1, end: b.end }
      : { start: b.start, end: a.start - 1 };
    const { low, high } = subtracted(less, more);
    const bounds = result.bounds(
      more.claim.measure,
      formatDay(between.start),
      formatDay(between.end),
    );
    const months = calendarMonths(between);
    return {
      less,
      more,
      name: result.nameOf(less.claim.measure),
      between,
      months: toNumber(months),
      low: low && toNumber(low),
      high: high && toNumber(high),
      bounds,
      monthlyLow: toNumber(divide(bounds.exactLow, months)),
      monthlyHigh: bounds.exactHigh &&
        toNumber(divide(bounds.exactHigh, months)),
    };
  });
}

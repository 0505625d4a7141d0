import { calendarMonths } from "../quantity/months.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import {
  divide,
  fromNumber,
  type Rational,
  toNumber,
} from "../quantity/rational.ts";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";

/**
 * What a claim says about a month of its period, on average.
 *
 * @example
 * ```ts
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { type MonthlyFigure, monthlyFigures } from "./monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const implied = ({ stated }: MonthlyFigure) => !stated;
 * const figure = monthlyFigures(data).find(implied);
 * assert.equal(figure?.row.claim.kind, "total");
 * ```
 */
export interface MonthlyFigure {
  /** The claim and its interval. */
  readonly row: ClaimInterval;
  /** Whether the claim states the figure itself, or a total that implies it. */
  readonly stated: boolean;
  /** Calendar months of the period; a part of one counts by its days. */
  readonly months: number;
  /** The number as stated, a month; the first of a range. */
  readonly from: number;
  /** The same, or the second number of a range. */
  readonly to: number;
  /** Smallest monthly figure that the claim's interval allows. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
}

/**
 * The monthly figure of every claim that states one (a rate) or implies one (a
 * total over at least a month: its number divided by its months). In the order
 * given; ratios, shares and claims that are not modelled imply none.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const year = monthlyFigures(data).find(({ row }) =>
 *   row.claim.claim_id === "wtat-180000-since-january"
 * );
 * assert.deepEqual([year?.low, year?.high], [17_000, 19_000]);
 * ```
 */
export function monthlyFigures(from: Claims): MonthlyFigure[] {
  return claimIntervals(from).flatMap((row): MonthlyFigure[] => {
    const { claim, period, low, high } = row;
    const stated = claim.kind === "rate" && (claim.per || "month") === "month";
    if ((!stated && claim.kind !== "total") || !period || low === null) {
      return [];
    }
    const months = calendarMonths(period);
    if (months.n < months.d) return [];
    const monthly = (value: Rational) =>
      toNumber(stated ? value : divide(value, months));
    const number = (text: string) => monthly(parseDecimal(text).value);
    return [{
      row,
      stated,
      months: toNumber(months),
      from: number(claim.stated!),
      to: number(claim.stated_high ?? claim.stated!),
      low: monthly(fromNumber(low)),
      high: high === null ? null : monthly(fromNumber(high)),
    }];
  });
}

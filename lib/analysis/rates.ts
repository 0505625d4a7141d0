import { meets } from "../quantity/meets.ts";
import type { MonthlyFigure } from "./monthly.ts";

/** A rate, a figure of one of its months, and whether they can both hold. */
export interface RateCheck {
  /** The rate. */
  readonly rate: MonthlyFigure;
  /** A figure for a single month within the rate's period, of the same count. */
  readonly month: MonthlyFigure;
  /** Whether the month's interval meets the rate's, read as every month. */
  readonly withinEach: boolean;
}

/**
 * Sets every rate beside the figures that other claims give for one of its
 * months. Read as an average a rate leaves room for such a month; read as every
 * month it may not.
 *
 * @example
 * ```ts
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import { checkRates } from "./rates.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const checks = checkRates(monthlyFigures(claimIntervals(data)));
 * assert.ok(checks.every(({ rate }) => rate.row.claim.kind === "rate"));
 * ```
 */
export function checkRates(figures: readonly MonthlyFigure[]): RateCheck[] {
  return figures.filter((figure) => figure.stated).flatMap((rate) =>
    figures.filter((month) =>
      month !== rate && month.units === 1 &&
      month.row.claim.measure === rate.row.claim.measure &&
      month.row.period!.start >= rate.row.period!.start &&
      month.row.period!.end <= rate.row.period!.end
    ).map((month) => ({
      rate,
      month,
      withinEach: meets(month, rate),
    }))
  );
}

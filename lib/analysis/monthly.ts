import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { calendarMonths, calendarUnits } from "../quantity/months.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import {
  divide,
  fromNumber,
  multiply,
  ONE,
  type Rational,
  toNumber,
} from "../quantity/rational.ts";
import { takesWord } from "../quantity/takes.ts";
import { type Unit, UNITS } from "../quantity/units.ts";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";

/**
 * What a claim says about a month of its period, or another unit, on average.
 */
export interface MonthlyFigure {
  /** The claim and its interval. */
  readonly row: ClaimInterval;
  /** The unit that the figure is of. */
  readonly per: Unit;
  /**
   * Whether the claim states the figure itself, or a total or a rate per another
   * unit that implies it.
   */
  readonly stated: boolean;
  /** Calendar months of the period; a part of one counts by its days. */
  readonly months: number;
  /** Its units, counted likewise. */
  readonly units: number;
  /** The number as stated, a unit; the first of a range. */
  readonly from: number;
  /** The same, or the second number of a range. */
  readonly to: number;
  /** Smallest figure a unit that the claim's interval allows. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
}

/** The unit that figures are of. */
export interface MonthlyOptions {
  /** `day`, `week`, `month`, `quarter` or `year`. Default: month. */
  readonly per?: Unit | undefined;
}

const OPTION_TYPES: OptionTypes<MonthlyOptions> = { per: takesWord(UNITS) };

/**
 * The monthly figure of every claim that states one (a rate) or implies one (a
 * total or another rate over at least a month: what it counts in all, divided by
 * its months); or the figure per another unit, likewise. In the order given;
 * levels, ratios, shares, differences, what stands out and claims that are not
 * modelled imply none.
 *
 * @throws {InputError} When there is no such unit.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const of = (figures: ReturnType<typeof monthlyFigures>) =>
 *   figures.find(({ row }) =>
 *     row.claim.claim_id === "wtat-180000-since-january"
 *   );
 * const month = of(monthlyFigures(data));
 * assert.deepEqual([month?.low, month?.high], [17_000, 19_000]);
 * const quarter = of(monthlyFigures(data, { per: "quarter" }));
 * assert.deepEqual([quarter?.low, quarter?.high], [51_000, 57_000]);
 * ```
 */
export function monthlyFigures(
  from: Claims,
  options: MonthlyOptions = {},
): MonthlyFigure[] {
  checkOptions(options, OPTION_TYPES);
  const { per = "month" } = options;
  return claimIntervals(from).flatMap((row): MonthlyFigure[] => {
    const { claim, period, low, high } = row;
    const rate = claim.kind === "rate";
    const own = claim.per || "month";
    const stated = rate && own === per;
    if ((!rate && claim.kind !== "total") || !period || low === null) {
      return [];
    }
    const units = calendarUnits(period, per);
    if (units.n < units.d) return [];
    // How often what is stated goes into a unit of the period.
    const times = stated
      ? ONE
      : divide(rate ? calendarUnits(period, own) : ONE, units);
    const each = (value: Rational) => toNumber(multiply(value, times));
    const number = (text: string) => each(parseDecimal(text).value);
    return [{
      row,
      per,
      stated,
      months: toNumber(calendarMonths(period)),
      units: toNumber(units),
      from: number(claim.stated!),
      to: number(claim.stated_high ?? claim.stated!),
      low: each(fromNumber(low)),
      high: high === null ? null : each(fromNumber(high)),
    }];
  });
}

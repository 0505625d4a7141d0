import type { Corridor } from "./corridor.ts";
import { claimTitle, publisher } from "./claim_title.ts";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import { firstDay, formatDay, lastDay } from "../quantity/date.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import {
  takesDate,
  takesId,
  takesList,
  takesRows,
  takesText,
  takesWord,
} from "../quantity/takes.ts";
import { unitFor } from "../quantity/unit_for.ts";
import { type Unit, UNITS, unitsTouched } from "../quantity/units.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import type { DatedTotal } from "./date_totals.ts";

/** Which running total is followed. */
export interface RunningTotalOptions {
  /** What it is called. */
  readonly name: string;
  /** The measure counted. */
  readonly measure: string;
  /** First day or month counted. */
  readonly start: string;
  /** Last day or month followed. */
  readonly until: string;
  /**
   * Measures whose totals are shown too, taken to count the same: an analyst's
   * assumption, to be said where the corridor is shown.
   */
  readonly beside?: readonly string[];
  /** Totals of which it is known whether they are stale. */
  readonly dated?: readonly DatedTotal[];
  /**
   * `day`, `week`, `month`, `quarter` or `year`: at whose ends it is followed.
   * Default: what the result was asked to show, else what gives the days followed
   * 10 to 60 steps.
   */
  readonly per?: Unit | undefined;
}

const OPTION_TYPES: OptionTypes<RunningTotalOptions> = {
  name: takesText,
  measure: takesId,
  start: takesDate,
  until: takesDate,
  beside: takesList(takesId, "ids"),
  dated: takesRows,
  per: takesWord(UNITS),
};

/** Where a total is stale: the month ends at which it would fit. */
function fitsOf({ claim }: ClaimInterval, dated: readonly DatedTotal[]) {
  const found = dated.find(({ row }) => row.claim.claim_id === claim.claim_id);
  return found?.stale ? { fits: found.ends } : {};
}

/**
 * A running total as a corridor: what the reconciled claims imply for the count
 * from its start to the end of each month or other unit, and the claims of that total.
 *
 * @param result What implies the corridor.
 * @param claims The claims shown in it; those of the measure that count from
 * the same day are taken.
 *
 * @example
 * ```ts
 * import { runningTotal } from "./running_totals.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using reports = await reconcile(data, { collections: ["reports"] });
 * const corridor = runningTotal(reports, claimIntervals(data), {
 *   name: "Proceedings",
 *   measure: "proceedings",
 *   start: "2022-02-24",
 *   until: "2025-06",
 * });
 * assert.ok(corridor.points.at(-1)!.low >= 230_000);
 * ```
 */
export function runningTotal(
  result: Reconciliation,
  from: Claims,
  options: RunningTotalOptions,
): Corridor {
  checkNeeded(options, OPTION_TYPES, ["name", "measure", "start", "until"]);
  const { name, measure, start, until, beside = [], dated = [] } = options;
  const over = { start: firstDay(start), end: lastDay(until) };
  const per = options.per ?? result.shown.per ?? unitFor(over);
  const days = unitsTouched(over, per).map(({ end }) =>
    Math.min(end, over.end)
  );
  return {
    name,
    per,
    points: days.map((day) => {
      const { low, high } = result.bounds(
        measure,
        formatDay(over.start),
        formatDay(day),
      );
      return { day, low, high };
    }),
    totals: claimIntervals(from).filter(({ claim, period }) =>
      claim.kind === "total" && [measure, ...beside].includes(claim.measure) &&
      period?.start === over.start
    ).map((row) => ({
      ...fitsOf(row, dated),
      day: row.period!.end,
      low: row.low!,
      high: row.high,
      status: row.claim.status,
      label: `${phraseNumber(row.claim)}, ${publisher(row)}`,
      title: claimTitle(row),
    })),
  };
}

import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import { takesFunction } from "../quantity/takes.ts";
import { dateColumn, numberColumn, textColumn } from "./columns.ts";
import { type DataFrame, polars } from "./polars.ts";
import type { Account, Sum } from "../analysis/sums/account.ts";

/** How a sum's claims are named. */
export interface SumNames {
  /** A claim's name in the frame. Default: its id. */
  readonly name?: (claimId: string) => string;
}

const OPTION_TYPES: OptionTypes<SumNames> = { name: takesFunction };

function describe(
  { plus, minus }: Account,
  name: (claimId: string) => string,
): string {
  return [plus.map(name).join(" + "), ...minus.map(name)].join(" − ");
}

/**
 * Sums as a frame, a row each: how the two accounts of a count come about, what
 * each states, the difference, and whether they agree.
 *
 * @example
 * ```ts
 * import { findSums } from "../analysis/sums/find_sums.ts";
 * import { sumFrame } from "./sum_frame.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const sums = findSums([
 *   { ...total, claim_id: "a", stated: "5", start: "2024-01", end: "2024-01" },
 *   { ...total, claim_id: "b", stated: "6", start: "2024-01", end: "2024-01" },
 * ]);
 * assert.deepEqual(sumFrame(sums).getColumn("difference").toArray(), [-1]);
 * ```
 */
export function sumFrame(
  sums: readonly Sum[],
  options: SumNames = {},
): DataFrame {
  checkOptions(options, OPTION_TYPES);
  const { name = (id) => id } = options;
  const pl = polars();
  return pl.DataFrame([
    textColumn("measure", sums.map((sum) => sum.measure)),
    dateColumn("start", sums.map((sum) => firstDay(sum.start))),
    dateColumn("end", sums.map((sum) => lastDay(sum.end))),
    textColumn("kind", sums.map((sum) => sum.kind)),
    textColumn("stated", sums.map((sum) => describe(sum.whole, name))),
    numberColumn("stated_count", sums.map((sum) => sum.whole.stated)),
    numberColumn("against_count", sums.map((sum) => sum.sum.stated)),
    numberColumn("difference", sums.map((sum) => sum.difference)),
    pl.Series("holds", sums.map((sum) => sum.holds), pl.Bool),
    textColumn("against", sums.map((sum) => describe(sum.sum, name))),
  ]);
}

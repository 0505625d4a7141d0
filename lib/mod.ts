/**
 * Tallystick: takes conflicting numeric claims, states each as an interval over
 * a period of time, and works out what they imply together. This is the front
 * door: it loads and checks a dataset, reconciles it, and puts further questions
 * to it. Charts, frames and the rest have doors of their own.
 *
 * @example Read a dataset and look at a claim's interval
 * ```ts
 * import { claimIntervals, loadDataset } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../data", import.meta.url));
 * assert.equal(claimIntervals(data).length, data.claims.length);
 * ```
 *
 * @module
 */

export type {
  AgainstOptions,
  HeldAgainst,
  OfRegister,
} from "./analysis/against_each.ts";
export * from "./analysis/beside_record.ts";
export * from "./analysis/calibrate.ts";
export * from "./analysis/claim_words.ts";
export type * from "./analysis/corridor.ts";
export * from "./analysis/date_totals.ts";
export * from "./analysis/differences.ts";
export * from "./analysis/each_against.ts";
export * from "./analysis/each_register.ts";
export * from "./analysis/known_by_dates.ts";
export type { LeftOut } from "./analysis/leave_out.ts";
export * from "./analysis/measure_names.ts";
export * from "./analysis/monthly.ts";
export * from "./analysis/months_that_follow.ts";
export * from "./analysis/origins.ts";
export * from "./analysis/published_months.ts";
export * from "./analysis/rates.ts";
export * from "./analysis/ratio_sides.ts";
export * from "./analysis/rests_on.ts";
export * from "./analysis/running_totals.ts";
export type { Account, Sum, SumKind } from "./analysis/sums/account.ts";
export * from "./analysis/sums/find_sums.ts";
export type { Registers } from "./analysis/takes_registers.ts";
export * from "./analysis/width_change.ts";
export * from "./analysis/width_sweep.ts";
export * from "./dataset/describe_reading.ts";
export * from "./dataset/intervals.ts";
export * from "./dataset/load.ts";
export * from "./dataset/problem.ts";
export type { Row, Rows, TableName } from "./dataset/rows.ts";
export * from "./dataset/select.ts";
export { readSeparator, type Separator } from "./dataset/separator.ts";
export * from "./engine.ts";
export type { RowsOf, Selection, Which } from "./dataset/selection.ts";
export * from "./notebook/display.ts";
export * from "./notebook/leave_out.ts";
export * from "./notebook/prose.ts";
export { reconcile } from "./notebook/reconcile.ts";
export * from "./notebook/table.ts";
export type { AnyFrame } from "./notebook/tabular.ts";
export type { IntervalOptions } from "./quantity/interval.ts";

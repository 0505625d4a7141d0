/**
 * Tallystick: takes conflicting numeric claims, states each as an interval over
 * a period of time, and works out what they imply together.
 *
 * @example Read a dataset and look at a claim's interval
 * ```ts
 * import { intervalFrame, loadDataset } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../data", import.meta.url));
 * assert.equal(intervalFrame(data).height, data.claims.length);
 * ```
 *
 * @module
 */

export * from "./chart/blame_chart.ts";
export * from "./analysis/calibration_rows.ts";
export * from "./chart/chart.ts";
export * from "./chart/chart_claim.ts";
export type * from "./chart/chart_title.ts";
export * from "./chart/claims_timeline.ts";
export {
  type Conflict,
  type ConflictPart,
  conflictsOf,
} from "./chart/conflict.ts";
export * from "./chart/conflict_diagram.ts";
export * from "./chart/conflict_matrix.ts";
export * from "./chart/cumulative_corridors.ts";
export * from "./chart/estimate_ladder.ts";
export * from "./chart/hedge_calibration.ts";
export * from "./chart/implied_dumbbells.ts";
export * from "./chart/known_by.ts";
export * from "./analysis/known_by_rows.ts";
export * from "./analysis/ladder_steps.ts";
export * from "./chart/monthly_bands.ts";
export * from "./chart/monthly_bounds.ts";
export * from "./chart/monthly_figures.ts";
export * from "./chart/origin_claims.ts";
export * from "./chart/origin_flow.ts";
export * from "./chart/phrase_bounds.ts";
export type * from "./chart/plot_options.ts";
export * from "./chart/save.ts";
export * from "./analysis/sweep_rows.ts";
export * from "./chart/width_sweep.ts";
export * from "./frames/calendar_frame.ts";
export * from "./analysis/calibrate.ts";
export * from "./dataset/columns.ts";
export * from "./frames/frames.ts";
export * from "./frames/interval_frame.ts";
export * from "./dataset/intervals.ts";
export * from "./dataset/load.ts";
export * from "./analysis/monthly.ts";
export * from "./analysis/origins.ts";
export type * from "./frames/polars.ts";
export * from "./dataset/problem.ts";
export * from "./analysis/rates.ts";
export * from "./dataset/describe_reading.ts";
export * from "./dataset/select.ts";
export { readSeparator, type Separator } from "./dataset/separator.ts";
export type { Row, Rows, TableName } from "./dataset/rows.ts";
export type { Account, Sum, SumKind } from "./analysis/sums/account.ts";
export * from "./frames/sum_frame.ts";
export * from "./analysis/sums/find_sums.ts";
export * from "./frames/result_tables.ts";
export * from "./frames/write_table.ts";
export * from "./analysis/beside_record.ts";
export * from "./analysis/date_totals.ts";
export * from "./analysis/differences.ts";
export * from "./analysis/each_against.ts";
export * from "./analysis/leave_out.ts";
export * from "./analysis/proven_bounds.ts";
export * from "./analysis/measure_names.ts";
export * from "./analysis/months_that_follow.ts";
export * from "./analysis/published_months.ts";
export * from "./analysis/rests_on.ts";
export * from "./analysis/ratio_sides.ts";
export * from "./frames/result_frames.ts";
export * from "./analysis/running_totals.ts";
export * from "./analysis/width_change.ts";
export * from "./notebook/display.ts";
export * from "./notebook/prose.ts";
export * from "./notebook/table.ts";
export * from "./quantity/claim.ts";
export { type Day, firstDay, formatDay, lastDay } from "./quantity/date.ts";
export * from "./quantity/describe_period.ts";
export * from "./quantity/format_rational.ts";
export * from "./quantity/hedge.ts";
export * from "./quantity/interval.ts";
export {
  formatPeriod,
  type Period,
  period,
  wholeMonths,
} from "./quantity/period.ts";
export * from "./quantity/phrase.ts";
export { formatPercent } from "./quantity/percent.ts";
export { type Unit, UNITS } from "./quantity/units.ts";
export { type Rational, rational, toNumber } from "./quantity/rational.ts";
export * from "./quantity/width.ts";
export { InputError } from "./quantity/input_error.ts";
export * from "./analysis/known_by_dates.ts";
export type { ReadingChoice, ReadingOf } from "./reconcile/search/readings.ts";
export * from "./reconcile/reconcile.ts";
export type {
  Alternatives,
  Blame,
  Bounds,
  CheapestRepair,
  Coverage,
  Dissolves,
  Implied,
  Reconciliation,
  SideProof,
} from "./reconcile/reconciliation.ts";
export * from "./reconcile/result.ts";
export type { Show } from "./reconcile/show.ts";
export type {
  ReconcileInput,
  ReconcileOptions,
  Tables,
} from "./reconcile/model/tables.ts";
export * from "./reconcile/proof/tell_alternatives.ts";
export * from "./reconcile/proof/tell_conflicts.ts";
export type { Witness } from "./reconcile/witnesses.ts";
export * from "./analysis/width_sweep.ts";

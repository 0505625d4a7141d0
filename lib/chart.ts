/**
 * Charts, each from a plain array, as SVG: a notebook shows it, a script writes
 * it to a file. Beside them the rows that some of them take.
 *
 * @example What claims say of one measure, as they say it
 * ```ts
 * import { claimsTimeline } from "./chart.ts";
 * import { claimIntervals, loadDataset } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../data", import.meta.url));
 * assert.match(claimsTimeline(claimIntervals(data)).svg, /^<svg /);
 * ```
 *
 * @module
 */

export type { Calibration } from "./analysis/calibrate.ts";
export type * from "./analysis/calibration_row.ts";
export * from "./analysis/calibration_rows.ts";
export type * from "./analysis/corridor.ts";
export type { Figures } from "./analysis/figures_of.ts";
export type { KnownOn } from "./analysis/known_by_dates.ts";
export type * from "./analysis/known_by_row.ts";
export * from "./analysis/known_by_rows.ts";
export type * from "./analysis/ladder_step.ts";
export * from "./analysis/ladder_steps.ts";
export type { MonthlyFigure } from "./analysis/monthly.ts";
export type * from "./analysis/sweep_row.ts";
export * from "./analysis/sweep_rows.ts";
export type {
  SweepConflict,
  SweepStep,
  WidthSweep,
} from "./analysis/width_sweep.ts";
export * from "./chart/blame_chart.ts";
export * from "./chart/chart.ts";
export { type ChartClaim, chartClaim } from "./chart/chart_claim.ts";
export type { ChartTitle } from "./chart/chart_title.ts";
export * from "./chart/claims_timeline.ts";
export {
  type Conflict,
  type ConflictPart,
  conflictsOf,
  type Disagreement,
} from "./chart/conflict.ts";
export * from "./chart/conflict_diagram.ts";
export * from "./chart/conflict_matrix.ts";
export * from "./chart/cumulative_corridors.ts";
export * from "./chart/estimate_ladder.ts";
export type * from "./chart/flow_claim.ts";
export * from "./chart/hedge_calibration.ts";
export * from "./chart/implied_dumbbells.ts";
export * from "./chart/known_by.ts";
export * from "./chart/monthly_bands.ts";
export * from "./chart/monthly_bounds.ts";
export * from "./chart/monthly_figures.ts";
export * from "./chart/origin_claims.ts";
export * from "./chart/origin_flow.ts";
export * from "./chart/save.ts";
export * from "./chart/width_sweep.ts";
export type {
  ClaimInterval,
  Claims,
  TakenClaims,
} from "./dataset/intervals.ts";
export type { Dataset } from "./dataset/load.ts";
export type { Row, Rows, TableName } from "./dataset/rows.ts";
export type * from "./quantity/claim.ts";
export type { Day } from "./quantity/date.ts";
export type { Period } from "./quantity/period.ts";
export * from "./quantity/phrase_bounds.ts";
export type { Rational } from "./quantity/rational.ts";
export type { Unit } from "./quantity/units.ts";
export type { Width } from "./quantity/width.ts";
export type { ReconcileOptions, Tables } from "./reconcile/model/tables.ts";
export type * from "./reconcile/result.ts";
export type { Show } from "./reconcile/show.ts";

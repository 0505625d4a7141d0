/**
 * A hedged or rounded number, and the exact figure behind it.
 *
 * @example
 * ```ts
 * import type { CalibrationRow } from "./calibration_row.ts";
 * import { hedgeCalibration } from "../chart/hedge_calibration.ts";
 * import assert from "node:assert/strict";
 *
 * const row: CalibrationRow = {
 *   hedge: "about",
 *   label: "The Paper: about 60,000",
 *   exact: "61,872",
 *   distance: 0.19,
 *   low: -1,
 *   high: 1,
 *   title: "about 60,000",
 * };
 * assert.match(hedgeCalibration([row]).svg, /61,872/);
 * ```
 */
export interface CalibrationRow {
  /** The hedge, in words; rows of one stand together. */
  readonly hedge: string;
  /** Who says what. */
  readonly label: string;
  /** The exact figure, in words. */
  readonly exact: string;
  /** Its distance from the stated number, in rounding units. */
  readonly distance: number;
  /** The least distance that the hedge is taken to allow; `null` is open. */
  readonly low: number | null;
  /** The greatest; `null` is open. */
  readonly high: number | null;
  /** What the row shows when it is pointed at. */
  readonly title: string;
}

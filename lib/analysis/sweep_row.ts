/**
 * What claims come to at one width of hedges.
 *
 * @example
 * ```ts
 * import type { SweepPoint } from "./sweep_row.ts";
 * import assert from "node:assert/strict";
 *
 * const point: SweepPoint = { width: 1, slack: 0.25, conflicts: 3 };
 * assert.ok(point.slack > 0);
 * ```
 */
export interface SweepPoint {
  /** The width. */
  readonly width: number;
  /** The share by which every bound must give; 0 where the claims agree. */
  readonly slack: number;
  /** How many conflicts there are, from here to the next point. */
  readonly conflicts: number;
}

/**
 * A conflict and the widths at which it is one.
 *
 * @example
 * ```ts
 * import type { SweepRow } from "./sweep_row.ts";
 * import assert from "node:assert/strict";
 *
 * const row: SweepRow = { label: "a and b", title: "", from: 0, until: 1.5 };
 * assert.ok(row.until! > row.from);
 * ```
 */
export interface SweepRow {
  /** Its claims, in words. */
  readonly label: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
  /** The width from which on it is one. */
  readonly from: number;
  /** The width at which it dissolves; `null`: at none. */
  readonly until: number | null;
}

/**
 * How findings move with the width of hedges.
 *
 * @example
 * ```ts
 * import type { SweepData } from "./sweep_row.ts";
 * import { widthSweep } from "../chart/width_sweep.ts";
 * import assert from "node:assert/strict";
 *
 * const data: SweepData = {
 *   most: 2,
 *   steps: [
 *     { width: 0, slack: 0.25, conflicts: 1 },
 *     { width: 1.5, slack: 0, conflicts: 0 },
 *   ],
 *   conflicts: [{ label: "a and b", title: "", from: 0, until: 1.5 }],
 * };
 * assert.match(widthSweep(data).svg, /a and b/);
 * ```
 */
export interface SweepData {
  /** The widest width shown. */
  readonly most: number;
  /** In the order of widths. */
  readonly steps: readonly SweepPoint[];
  /** Rows, from the top. */
  readonly conflicts: readonly SweepRow[];
}

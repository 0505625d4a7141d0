import type { Claims } from "../dataset/intervals.ts";
import { type MonthlyFigure, monthlyFigures } from "./monthly.ts";

/**
 * Monthly figures, or claims to take them from.
 *
 * @example
 * ```ts
 * import type { Figures } from "./figures_of.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const figures: Figures = monthlyFigures(data);
 * assert.ok(figures.length > 0);
 * ```
 */
export type Figures = Claims | readonly MonthlyFigure[];

/** The figures that were given, or those of the claims that were. */
export function figuresOf(from: Figures): readonly MonthlyFigure[] {
  const given = Array.isArray(from) && from[0] !== undefined &&
    "row" in from[0];
  return given
    ? from as readonly MonthlyFigure[]
    : monthlyFigures(from as Claims);
}

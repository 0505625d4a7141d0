import type { MonthlyFigure } from "../analysis/monthly.ts";
import type { Status } from "../quantity/claim.ts";
import type { Unit } from "../quantity/units.ts";

/**
 * What is implied for a calendar month, or another unit; of a level for its last
 * day. The engine's bounds have this form.
 *
 * @example
 * ```ts
 * import type { MonthBound } from "./bounds_types.ts";
 * import assert from "node:assert/strict";
 *
 * const month: MonthBound = { start: "2024-01", low: 0, high: null };
 * assert.equal(month.high, null);
 * ```
 */
export interface MonthBound {
  /** A day of the unit, of a level its last: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly start: string;
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/**
 * A monthly figure over the months that it is about, or one per another unit; of
 * a level a number at the end of a day.
 *
 * @example
 * ```ts
 * import type { MonthlyMark } from "./bounds_types.ts";
 * import assert from "node:assert/strict";
 *
 * const mark: MonthlyMark = {
 *   start: "2024-01",
 *   end: "2024-10",
 *   low: 6000,
 *   high: 6000,
 *   status: "official",
 *   label: "6,000 a month",
 *   title: "60,000 from January to October",
 * };
 * assert.equal(mark.low * 10, 60_000);
 * ```
 */
export interface MonthlyMark {
  /** First day: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** Smallest figure a unit that it allows. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
  /** How well its origin is known. */
  readonly status: Status | null;
  /** A few words beside the mark. */
  readonly label: string;
  /** What the mark shows when it is pointed at. */
  readonly title: string;
}

/**
 * A unit that a claim says has the most, or the least, of its like.
 *
 * @example
 * ```ts
 * import type { StandingMark } from "./bounds_types.ts";
 * import assert from "node:assert/strict";
 *
 * const mark: StandingMark = {
 *   start: "2025-10",
 *   end: "2025-10",
 *   kind: "highest",
 *   label: "A Paper: the highest month",
 *   title: "“record highs”",
 * };
 * assert.equal(mark.kind, "highest");
 * ```
 */
export interface StandingMark {
  /** First day of the unit: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly start: string;
  /** Its last day. */
  readonly end: string;
  /** Whether it is said to have the most or the least. */
  readonly kind: "highest" | "lowest";
  /** A few words beside the mark. */
  readonly label: string;
  /** What the mark shows when it is pointed at. */
  readonly title: string;
}

/**
 * What the chart of monthly bounds shows.
 *
 * @example
 * ```ts
 * import { type MonthlyBounds, monthlyBounds } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const shown: MonthlyBounds = {
 *   name: "Cases",
 *   bounds: [
 *     { start: "2024-01", low: 0, high: 10 },
 *     { start: "2024-02", low: 2, high: 8 },
 *   ],
 * };
 * assert.match(monthlyBounds(shown).svg, /Cases/);
 * ```
 */
export interface MonthlyBounds {
  /** What is counted. */
  readonly name: string;
  /** What the claims together imply, a unit each; none: no band is drawn. */
  readonly bounds: readonly MonthBound[];
  /** The unit of the bounds and of the figures. Default: month. */
  readonly per?: Unit;
  /** Whether it counts a flow over time or a level at a moment. Default: flow. */
  readonly counts?: "flow" | "level";
  /** Monthly figures that the claims state or come to, or marks of one's own. */
  readonly claims?: readonly (MonthlyMark | MonthlyFigure)[];
  /** Units that claims say have the most or the least. */
  readonly standing?: readonly StandingMark[];
  /** Published figures to compare with, and what they are called. */
  readonly record?: {
    readonly name: string;
    readonly figures: readonly (MonthlyMark | MonthlyFigure)[];
  };
}

import type { MonthlyFigure } from "../analysis/monthly.ts";
import type { Status } from "../quantity/claim.ts";
import type { BoundsJson } from "../reconcile/result.ts";
import type { Unit } from "../quantity/units.ts";

/**
 * What is implied for a calendar month, or another unit; of a level for its last
 * day. The engine's bounds have this form.
 */
export type MonthBound = Pick<BoundsJson, "start" | "low" | "high">;

/**
 * A monthly figure over the months that it is about, or one per another unit; of
 * a level a number at the end of a day.
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

/** A unit that a claim says has the most, or the least, of its like. */
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

/** What the chart of monthly bounds shows. */
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

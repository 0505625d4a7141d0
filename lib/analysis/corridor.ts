import type { Status } from "../quantity/claim.ts";
import type { Day } from "../quantity/date.ts";
import type { Unit } from "../quantity/units.ts";

/**
 * What is implied for a running total on the last day of a month or another unit.
 */
export interface CorridorPoint {
  /** The day up to which is counted. */
  readonly day: Day;
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/** A claim of a running total, at the day up to which it counts. */
export interface RunningTotal {
  /** The day up to which is counted. */
  readonly day: Day;
  /** Smallest number that the claim allows. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
  /** How well its origin is known. */
  readonly status: Status | null;
  /**
   * Where it is stale: the month ends at which the others would allow its
   * number, though not on its own day.
   */
  readonly fits?: readonly Day[];
  /** A few words beside the mark. */
  readonly label: string;
  /** What the mark shows when it is pointed at. */
  readonly title: string;
}

/** A running total over time, and the claims of it. */
export interface Corridor {
  /** What is counted, and from when. */
  readonly name: string;
  /** What is implied, month by month or unit by unit, in order. */
  readonly points: readonly CorridorPoint[];
  /** The unit whose ends the points are. Default: month. */
  readonly per?: Unit;
  /** The claims. */
  readonly totals: readonly RunningTotal[];
}

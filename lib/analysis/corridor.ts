import type { Status } from "../quantity/claim.ts";
import type { Day } from "../quantity/date.ts";
import type { Unit } from "../quantity/units.ts";

/**
 * What is implied for a running total on the last day of a month or another unit.
 *
 * @example
 * ```ts
 * import { lastDay } from "../quantity/date.ts";
 * import type { CorridorPoint } from "./corridor.ts";
 * import assert from "node:assert/strict";
 *
 * const point: CorridorPoint = { day: lastDay("2024-01"), low: 70, high: null };
 * assert.equal(point.high, null);
 * ```
 */
export interface CorridorPoint {
  /** The day up to which is counted. */
  readonly day: Day;
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/**
 * A claim of a running total, at the day up to which it counts.
 *
 * @example
 * ```ts
 * import { lastDay } from "../quantity/date.ts";
 * import type { RunningTotal } from "./corridor.ts";
 * import assert from "node:assert/strict";
 *
 * const total: RunningTotal = {
 *   day: lastDay("2024-12"),
 *   low: 60_000,
 *   high: 70_000,
 *   status: "official",
 *   label: "60,000 to 70,000",
 *   title: "The register, for the year",
 * };
 * assert.ok(total.low < total.high!);
 * ```
 */
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

/**
 * A running total over time, and the claims of it.
 *
 * @example
 * ```ts
 * import { lastDay } from "../quantity/date.ts";
 * import type { Corridor } from "./corridor.ts";
 * import { cumulativeCorridors } from "../chart/cumulative_corridors.ts";
 * import assert from "node:assert/strict";
 *
 * const corridor: Corridor = {
 *   name: "Cases since January",
 *   points: [
 *     { day: lastDay("2024-01"), low: 5, high: 9 },
 *     { day: lastDay("2024-02"), low: 11, high: 20 },
 *   ],
 *   totals: [],
 * };
 * const { svg } = cumulativeCorridors([corridor], { title: "Cases" });
 * assert.match(svg, /Cases since January/);
 * ```
 */
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

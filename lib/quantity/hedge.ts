import { ONE, type Rational, rational, ZERO } from "./rational.ts";

/**
 * How far the true number may lie from the stated one, in rounding units at
 * width 1. `"inf"` leaves that side open: downwards to zero, upwards without
 * end.
 */
export interface Hedge {
  /** Distance below the stated number. */
  readonly low: Rational | "inf";
  /** Distance above the stated number. */
  readonly high: Rational | "inf";
  /**
   * Whether a number given to the single unit is taken as it stands: nobody
   * rounds 19,922 to the nearest one.
   */
  readonly exactAtUnitOne?: boolean;
}

/** Hedges by id. */
export type Hedges = ReadonlyMap<string, Hedge>;

/** The hedges that every dataset knows; `hedges.csv` adds or overrides. */
export const BUILT_IN_HEDGES: Hedges = new Map<string, Hedge>([
  ["exact", { low: ZERO, high: ZERO }],
  ["bare", { low: rational(1, 2), high: rational(1, 2), exactAtUnitOne: true }],
  ["about", { low: ONE, high: ONE }],
  ["nearly", { low: ONE, high: ZERO }],
  ["over", { low: ZERO, high: ONE }],
  ["at_least", { low: ZERO, high: "inf" }],
  ["up_to", { low: "inf", high: ZERO }],
]);

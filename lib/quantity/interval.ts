import { parseDecimal } from "./decimal.ts";
import { BUILT_IN_HEDGES, type Hedge, type Hedges } from "./hedge.ts";
import {
  add,
  compare,
  max,
  multiply,
  ONE,
  type Rational,
  subtract,
  ZERO,
} from "./rational.ts";

/**
 * The low and the high that a stated number allows.
 *
 * @example
 * ```ts
 * import { type Interval, interval } from "./interval.ts";
 * import assert from "node:assert/strict";
 *
 * const open: Interval = interval({ stated: "230000", hedge: "at_least" });
 * assert.equal(open.high, null);
 * ```
 */
export interface Interval {
  /** Smallest value allowed, never below zero. */
  readonly low: Rational;
  /** Largest value allowed; `null` is open. */
  readonly high: Rational | null;
}

/**
 * A number as a claim states it: cells of the claims table.
 *
 * @example
 * ```ts
 * import { interval, type Stated } from "./interval.ts";
 * import { toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const range: Stated = { stated: "15000", stated_high: "18000" };
 * assert.equal(toNumber(interval(range).low), 14_500);
 * ```
 */
export interface Stated {
  /** The number, plain digits. */
  readonly stated: string;
  /** The upper number of a range. */
  readonly stated_high?: string | null | undefined;
  /** Id of a hedge; empty is `bare`. */
  readonly hedge?: string | null | undefined;
  /** The unit the number is rounded to; empty: read from the digits. */
  readonly rounding?: string | null | undefined;
}

/**
 * How intervals are made of stated numbers.
 *
 * @example
 * ```ts
 * import { interval, type IntervalOptions } from "./interval.ts";
 * import { rational, toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const twice: IntervalOptions = { width: rational(2) };
 * const { high } = interval({ stated: "230000", hedge: "over" }, twice);
 * assert.equal(toNumber(high!), 250_000);
 * ```
 */
export interface IntervalOptions {
  /** Scales every hedge and rounding; at least 0. Default 1. */
  readonly width?: Rational;
  /** Hedges by id. Default: the built-in ones. */
  readonly hedges?: Hedges;
}

function reach(
  side: "low" | "high",
  hedge: Hedge,
  unit: Rational,
  width: Rational,
): Rational | null {
  const distance = hedge[side];
  if (distance === "inf") return null;
  if (hedge.exactAtUnitOne && compare(unit, ONE) === 0) return ZERO;
  return multiply(multiply(distance, unit), width);
}

/**
 * The interval that a stated number allows at a width: the number less and plus
 * its hedge's distances, counted in its rounding unit. A range takes the low of
 * its first number and the high of its second, each with its own unit.
 *
 * @throws {RangeError} When a number is not plain digits, the rounding unit or
 * the width is out of range, the hedge is unknown, or a range runs downwards.
 *
 * @example
 * ```ts
 * import { interval } from "./interval.ts";
 * import { toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const { low, high } = interval({ stated: "230000", hedge: "over" });
 * assert.equal(toNumber(low), 230_000);
 * assert.equal(toNumber(high!), 240_000);
 * ```
 */
export function interval(
  cells: Stated,
  options: IntervalOptions = {},
): Interval {
  const { width = ONE, hedges = BUILT_IN_HEDGES } = options;
  if (width.n < 0n) throw new RangeError("The width must be 0 or more");
  const id = cells.hedge || "bare";
  const hedge = hedges.get(id);
  if (!hedge) {
    throw new RangeError(
      `'${id}' is not a hedge; known are ${[...hedges.keys()].join(", ")}`,
    );
  }
  const rounding = cells.rounding ? parseDecimal(cells.rounding).value : null;
  if (rounding && rounding.n === 0n) {
    throw new RangeError("The rounding unit must be above 0");
  }
  const first = parseDecimal(cells.stated);
  const last = cells.stated_high ? parseDecimal(cells.stated_high) : first;
  if (compare(last.value, first.value) < 0) {
    throw new RangeError(
      `The range runs downwards: ${cells.stated} to ${cells.stated_high}`,
    );
  }
  const below = reach("low", hedge, rounding ?? first.unit, width);
  const above = reach("high", hedge, rounding ?? last.unit, width);
  return {
    low: below ? max(ZERO, subtract(first.value, below)) : ZERO,
    high: above ? add(last.value, above) : null,
  };
}

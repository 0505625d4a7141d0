import { checkOptions, type OptionTypes } from "./check_options.ts";
import type { GivenNumber } from "./claim.ts";
import { parseDecimal } from "./decimal.ts";
import { BUILT_IN_HEDGES, type Hedge, type Hedges } from "./hedge.ts";
import { InputError } from "./input_error.ts";
import { INTERVAL_TYPES } from "./interval_types.ts";
import {
  add,
  compare,
  max,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "./rational.ts";
import { unknownId } from "./unknown_id.ts";
import { parseWidth, type Width } from "./width.ts";

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
  readonly stated: string | number | bigint;
  /** The upper number of a range. */
  readonly stated_high?: GivenNumber;
  /** Id of a hedge; empty is `bare`. */
  readonly hedge?: string | null | undefined;
  /** The unit the number is rounded to; empty: read from the digits. */
  readonly rounding?: GivenNumber;
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
  readonly width?: Width | undefined;
  /** Hedges by id. Default: the built-in ones. */
  readonly hedges?: Hedges | undefined;
}

const OPTION_TYPES: OptionTypes<IntervalOptions> = INTERVAL_TYPES;

/** Whether a cell is empty; a number in memory, 0 too, is not. */
function isEmpty(cell: GivenNumber): boolean {
  return cell === undefined || cell === null || cell === "";
}

const NINE = rational(9);

function reach(
  side: "low" | "high",
  hedge: Hedge,
  value: Rational,
  unit: Rational,
  width: Rational,
): Rational | null {
  const distance = hedge[side];
  if (distance === "inf") return null;
  if (distance === "tenfold") return multiply(value, NINE);
  if (hedge.exactAtUnitOne && compare(unit, ONE) === 0) return ZERO;
  return multiply(multiply(distance, unit), width);
}

/**
 * The interval that a stated number allows at a width: the number less and plus
 * its hedge's distances, counted in its rounding unit. A range takes the low of
 * its first number and the high of its second, each with its own unit.
 *
 * @throws {InputError} When a number is not plain digits, the rounding unit or
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
  checkOptions(options, OPTION_TYPES);
  const { hedges = BUILT_IN_HEDGES } = options;
  const width = parseWidth(options.width);
  const id = cells.hedge || "bare";
  const hedge = hedges.get(id);
  if (!hedge) throw unknownId("hedge", id, hedges.keys());
  const rounding = isEmpty(cells.rounding)
    ? null
    : parseDecimal(cells.rounding!).value;
  if (rounding && rounding.n === 0n) {
    throw new InputError("The rounding unit must be above 0");
  }
  const first = parseDecimal(cells.stated);
  const last = isEmpty(cells.stated_high)
    ? first
    : parseDecimal(cells.stated_high!);
  if (compare(last.value, first.value) < 0) {
    throw new InputError(
      `The range runs downwards: ${cells.stated} to ${cells.stated_high}`,
    );
  }
  const below = reach(
    "low",
    hedge,
    first.value,
    rounding ?? first.unit,
    width,
  );
  const above = reach(
    "high",
    hedge,
    last.value,
    rounding ?? last.unit,
    width,
  );
  return {
    low: below ? max(ZERO, subtract(first.value, below)) : ZERO,
    high: above ? add(last.value, above) : null,
  };
}

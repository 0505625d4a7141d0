import { checkOptions, type OptionTypes } from "./check_options.ts";
import type { GivenNumber } from "./claim.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";
import { BUILT_IN_HEDGES, type Hedge, type Hedges } from "./hedge.ts";
import { InputError } from "./input_error.ts";
import { INTERVAL_TYPES } from "./interval_types.ts";
import {
  add,
  compare,
  max,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "./rational.ts";
import { unknownId } from "./unknown_id.ts";
import { parseWidth, type Width } from "./width.ts";

/** The low and the high that a stated number allows. */
export interface Interval {
  /**
   * Smallest value allowed, below zero for a difference alone; `null`, which only
   * a fall has, is open.
   */
  readonly low: Rational | null;
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
 * assert.equal(toNumber(interval(range).low!), 14_500);
 * ```
 */
export interface Stated {
  /** The number, plain digits. */
  readonly stated: string | number | bigint;
  /** The upper number of a range. */
  readonly stated_high?: GivenNumber;
  /** The kind of claim: only a `difference` may be negative. */
  readonly kind?: string | null | undefined;
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

/** A number without its sign, and whether it had one. */
interface Signed {
  readonly number: Decimal;
  readonly fall: boolean;
}

/** Reads a number that may be negative where that is allowed. */
function signedDecimal(
  digits: string | number | bigint,
  signed: boolean,
): Signed {
  if (signed && typeof digits !== "string" && digits < 0) {
    return { number: parseDecimal(-digits), fall: true };
  }
  const fall = signed && typeof digits === "string" && digits.startsWith("-");
  return {
    number: parseDecimal(fall ? digits.slice(1) : digits),
    fall,
  };
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
 * assert.equal(toNumber(low!), 230_000);
 * assert.equal(toNumber(high!), 240_000);
 * const fall = interval({ kind: "difference", stated: "-3000", hedge: "about" });
 * assert.equal(toNumber(fall.low!), -4000);
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
  const signed = cells.kind === "difference";
  const first = signedDecimal(cells.stated, signed);
  const last = isEmpty(cells.stated_high)
    ? first
    : signedDecimal(cells.stated_high!, signed);
  const value = ({ number, fall }: Signed) =>
    fall ? negate(number.value) : number.value;
  if (compare(value(last), value(first)) < 0) {
    throw new InputError(
      `The range runs downwards: ${cells.stated} to ${cells.stated_high}`,
    );
  }
  const side = (
    { number, fall }: Signed,
    which: "low" | "high",
  ): Rational | null => {
    // A fall is the number without its sign, turned round.
    const own = fall ? (which === "low" ? "high" : "low") : which;
    const unit = rounding ?? number.unit;
    const by = reach(own, hedge, number.value, unit, width);
    if (own === "high") {
      const high = by && add(number.value, by);
      return fall ? high && negate(high) : high;
    }
    const low = by ? max(ZERO, subtract(number.value, by)) : ZERO;
    return fall ? negate(low) : low;
  };
  return { low: side(first, "low"), high: side(last, "high") };
}

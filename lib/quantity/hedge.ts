import type { HedgeRow } from "./claim.ts";
import { parseDecimal } from "./decimal.ts";
import { InputError } from "./input_error.ts";
import { compare, ONE, type Rational, rational, ZERO } from "./rational.ts";

/**
 * How far the true number may lie from the stated one, in rounding units at
 * width 1. `"inf"` leaves that side open: downwards to zero, upwards without
 * end.
 */
export interface Hedge {
  /** Distance below the stated number. */
  readonly low: Rational | "inf";
  /** Distance above the stated number; `"tenfold"`: up to ten times of it. */
  readonly high: Rational | "inf" | "tenfold";
  /**
   * Whether a number given to the single unit is taken as it stands: nobody
   * rounds 19,922 to the nearest one.
   */
  readonly exactAtUnitOne?: boolean;
}

/**
 * Hedges by id.
 *
 * @example
 * ```ts
 * import { type Hedges, hedgesOf } from "./hedge.ts";
 * import assert from "node:assert/strict";
 *
 * const hedges: Hedges = hedgesOf([]);
 * assert.ok(hedges.has("at_least"));
 * ```
 */
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
  ["plural", { low: ZERO, high: "tenfold" }],
]);

type Distance = Hedge["high"];

function same(a: Distance, b: Distance): boolean {
  return typeof a === "string" || typeof b === "string"
    ? a === b
    : compare(a, b) === 0;
}

/**
 * The built-in hedges with the rows of a hedges table laid over them. A row
 * that repeats a built-in hedge's distances only documents it.
 *
 * @throws {InputError} When a distance is neither plain digits nor `inf`, or is
 * empty for a hedge that is not built in.
 *
 * @example
 * ```ts
 * import { hedgesOf } from "./hedge.ts";
 * import { toNumber } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * const hedges = hedgesOf([{ hedge: "some", low: "0.5", high: "inf" }]);
 * assert.equal(hedges.get("some")?.high, "inf");
 * assert.ok(hedges.has("about"));
 * ```
 */
export function hedgesOf(rows: Iterable<HedgeRow>): Hedges {
  const hedges = new Map(BUILT_IN_HEDGES);
  for (const row of rows) {
    const builtIn = BUILT_IN_HEDGES.get(row.hedge);
    const distance = <S extends "low" | "high">(side: S): Hedge[S] => {
      const text = row[side];
      if (text) return text === "inf" ? "inf" : parseDecimal(text).value;
      if (builtIn) return builtIn[side];
      throw new InputError(
        `Hedge '${row.hedge}' states no distance for its ${side}`,
      );
    };
    const low = distance("low");
    const high = distance("high");
    const documents = builtIn && same(builtIn.low, low) &&
      same(builtIn.high, high);
    hedges.set(row.hedge, documents ? builtIn : { low, high });
  }
  return hedges;
}

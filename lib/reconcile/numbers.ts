import { type Rational, toNumber } from "../quantity/rational.ts";

/** An exact number as a double, rounded once, `null` for open; never −0. */
export function numberOf(value: Rational | null): number | null {
  return value === null ? null : value.n === 0n ? 0 : toNumber(value);
}

import { type Rational, rational } from "../../quantity/rational.ts";

/**
 * The fraction with the smallest denominator above `low` and at most `high`.
 * What a search by halves has closed in is often a plain fraction.
 *
 * @param low At least 0 and below `high`.
 *
 * @example
 * ```ts
 * import { rational } from "../../quantity/rational.ts";
 * import { simplestBetween } from "./simplest_between.ts";
 * import assert from "node:assert/strict";
 *
 * const found = simplestBetween(rational(333, 1000), rational(334, 1000));
 * assert.deepEqual(found, rational(1, 3));
 * ```
 */
export function simplestBetween(low: Rational, high: Rational): Rational {
  const floor = low.n / low.d;
  // A whole number just above the low will do, if the high allows it.
  const next = rational(floor + 1n);
  if (next.n * high.d <= high.n) return next;
  // Both lie between the same whole numbers: turn what is left over round.
  const rest = (a: Rational) => rational(a.n - floor * a.d, a.d);
  const top = rest(high);
  const bottom = rest(low);
  const turned = bottom.n === 0n
    ? rational((top.d + top.n - 1n) / top.n)
    : flip(simplestFrom(flip(top), flip(bottom)));
  const inner = bottom.n === 0n ? flip(turned) : turned;
  return rational(inner.n + floor * inner.d, inner.d);
}

function flip(a: Rational): Rational {
  return rational(a.d, a.n);
}

/** The simplest fraction at least `low` and below `high`. */
function simplestFrom(low: Rational, high: Rational): Rational {
  const ceiling = (low.n + low.d - 1n) / low.d;
  if (ceiling * high.d < high.n) return rational(ceiling);
  const floor = low.n / low.d;
  const rest = (a: Rational) => rational(a.n - floor * a.d, a.d);
  const inner = flip(simplestBetween(flip(rest(high)), flip(rest(low))));
  return rational(inner.n + floor * inner.d, inner.d);
}

import type { Claim } from "../../quantity/claim.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { multiply, ONE, type Rational } from "../../quantity/rational.ts";
import type { Item } from "./item.ts";

/** What the weight of a claim is multiplied by. */
export type Weigher = (claim: Claim) => Rational;

/**
 * Factors of weights by the status of claims, as exact fractions; what has none
 * weighs what it weighs. The factors have been checked to be above 0.
 *
 * @example
 * ```ts
 * import { statusWeights } from "./status_weights.ts";
 * import assert from "node:assert/strict";
 *
 * const weigh = statusWeights({ official: "2.5" });
 * const claim = { claim_id: "a", measure: "m", kind: "none" } as const;
 * assert.deepEqual(weigh({ ...claim, status: "official" }), { n: 5n, d: 2n });
 * assert.deepEqual(weigh(claim), { n: 1n, d: 1n });
 * ```
 */
export function statusWeights(
  weights: Readonly<Record<string, number | string>> = {},
): Weigher {
  const factors = new Map(
    Object.entries(weights).map(([status, factor]) =>
      [status, parseDecimal(factor).value] as const
    ),
  );
  return ({ status }) => (status && factors.get(status)) || ONE;
}

/** An item whose claim weighs what its status makes of it. */
export function weighed(item: Item, weigh: Weigher): Item {
  const factor = weigh(item.claim);
  return factor === ONE
    ? item
    : { ...item, weight: multiply(item.weight, factor) };
}

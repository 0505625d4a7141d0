import type { Claim } from "../quantity/claim.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import {
  fromNumber,
  multiply,
  ONE,
  type Rational,
} from "../quantity/rational.ts";
import { InputError, unknownId } from "./input_error.ts";
import type { Item } from "./item.ts";

/** How well the origin of a number may be known. */
const STATUSES = ["official", "attributed", "unverified", "contested"];

/** What the weight of a claim is multiplied by. */
export type Weigher = (claim: Claim) => Rational;

/**
 * Factors of weights by the status of claims, as exact fractions. A number is
 * taken as it prints.
 *
 * @throws {InputError} When there is no such status, or a factor is not a number
 * above 0.
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
  const factors = new Map<string, Rational>();
  for (const [status, factor] of Object.entries(weights)) {
    if (!STATUSES.includes(status)) throw unknownId("status", status, STATUSES);
    factors.set(status, factorOf(status, factor));
  }
  return ({ status }) => (status && factors.get(status)) || ONE;
}

function factorOf(status: string, factor: number | string): Rational {
  try {
    const { value } = parseDecimal(String(factor));
    if (value.n > 0n) return value;
  } catch {
    if (typeof factor === "number" && factor > 0 && factor < Infinity) {
      return fromNumber(factor);
    }
  }
  throw new InputError(
    `weights: ${status} weighs '${factor}'; a factor is a number above 0, ` +
      "such as 2 or 0.5",
  );
}

/** An item whose claim weighs what its status makes of it. */
export function weighed(item: Item, weigh: Weigher): Item {
  const factor = weigh(item.claim);
  return factor === ONE
    ? item
    : { ...item, weight: multiply(item.weight, factor) };
}

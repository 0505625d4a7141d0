import type { ClaimInterval, Claims } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { meets } from "../quantity/meets.ts";
import { unawaited } from "../quantity/unawaited.ts";
import type { Implied, Reconciliation } from "../reconcile/reconciliation.ts";
import {
  againstEach,
  type AgainstOptions,
  type HeldAgainst,
  type OfRegister,
} from "./against_each.ts";
import type { Registers } from "./takes_registers.ts";

/** A claim by itself against a set of figures. */
export interface Against extends Implied {
  /** The claim and its interval. */
  readonly row: ClaimInterval;
  /** Whether some number is allowed by both. */
  readonly meets: boolean;
}

/**
 * Holds claims one at a time against figures that agree among themselves: what
 * the figures imply for each, in the claim's own unit, and whether that meets
 * what the claim says. One claim cannot hide behind another here.
 *
 * @param dataset For the measures, hedges and sources.
 * @param figures The claims to hold against; the official figures of registers.
 * @param options `same` says which measures are taken to be one, `registers`
 * which are so in turn.
 *
 * @example
 * ```ts
 * import { eachAgainst } from "./each_against.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const october = claimIntervals(data).filter(({ claim }) =>
 *   claim.claim_id === "wtat-21600-october"
 * );
 * const bureau = data.claims.filter(({ measure, status }) =>
 *   measure === "bureau" && status === "official"
 * );
 * const [found] = await eachAgainst(data, october, bureau, {
 *   same: [["proceedings", "bureau"]],
 * });
 * assert.deepEqual([found?.impliedHigh, found?.meets], [19_961, false]);
 * ```
 */
export function eachAgainst(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options: AgainstOptions & { readonly registers: Registers },
): Promise<(Against & OfRegister)[]>;
/** The same against figures of the claims' own measures. */
export function eachAgainst(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options?: AgainstOptions,
): Promise<Against[]>;
export function eachAgainst(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options: AgainstOptions = {},
): Promise<Against[]> {
  const found = againstEach(
    dataset,
    claims,
    figures,
    options,
    ({ kind }) => kind !== "none",
    againstOthers,
  );
  return unawaited(found, "eachAgainst(…)", []);
}

/**
 * Whether a claim that states no number, a `highest` or `lowest`, agrees with the
 * others: no repair of the least weight leaves it out.
 */
function staysIn(result: Reconciliation, claim: string): boolean {
  if (result.consistent) return true;
  return !result.cheapestRepair.drop.includes(claim) &&
    !result.alternatives.some(({ options }) => options.flat().includes(claim));
}

/**
 * A modelled claim of a result against all the others of it. One that states no
 * number (`highest`, `lowest`) meets them where no repair of the least weight
 * leaves it out.
 *
 * @throws {InputError} When the claim is not modelled in the result.
 *
 * @example
 * ```ts
 * import { againstOthers } from "./each_against.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using reports = await reconcile(data, { collections: ["reports"] });
 * const row = claimIntervals(data).find(({ claim }) =>
 *   claim.claim_id === "izvestia-500k"
 * )!;
 * assert.equal(againstOthers(reports, row).meets, false);
 * ```
 */
export function againstOthers(
  result: Reconciliation,
  row: ClaimInterval,
): Against {
  const implied = result.implied(row.claim.claim_id);
  const { low, high, impliedLow, impliedHigh } = implied;
  const { kind, claim_id } = row.claim;
  if (kind === "highest" || kind === "lowest") {
    return { ...implied, row, meets: staysIn(result, claim_id) };
  }
  return {
    ...implied,
    row,
    meets: meets({ low, high }, { low: impliedLow, high: impliedHigh }),
  };
}

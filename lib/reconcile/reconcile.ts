import { unawaited } from "../quantity/unawaited.ts";
import type { ReconcileInput, ReconcileOptions } from "./model/tables.ts";
import { reconcileAs } from "./reconcile_as.ts";
import { Reconciliation } from "./reconciliation.ts";

/**
 * Works out what claims imply together: whether they agree, which cannot all be
 * true, what must give, and what follows for any count. Takes claims alone or
 * the tables of a dataset.
 *
 * Totals and rates of one measure are solved as difference networks in whole
 * numbers; ratios, shares and sums of measures by linear programs whose answers
 * are certified in fractions. Every proof is added up again before it is
 * returned. It is asynchronous because the linear solver loads so.
 *
 * @throws {InputError} When a claim cannot be read, or an option is unknown, of
 * the wrong type or names an id that is not in the data.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "january", stated: "70", start: "2024-01", end: "2024-01" },
 *   { ...claim, claim_id: "quarter", stated: "100", start: "2024-01", end: "2024-03" },
 * ]);
 * assert.equal(result.consistent, true);
 * const { low, high } = result.bounds("cases", "2024-02", "2024-02");
 * assert.deepEqual([low, high], [0, 30]);
 * ```
 */
export function reconcile(
  input: ReconcileInput,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  return unawaited(
    reconcileAs(Reconciliation, input, options),
    "reconcile(…)",
    Reconciliation.prototype,
  );
}

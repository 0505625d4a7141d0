import { unawaited } from "../quantity/unawaited.ts";
import type {
  ReconcileInput,
  ReconcileOptions,
} from "../reconcile/model/tables.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { reconcileAs } from "../reconcile/reconcile_as.ts";
import { ShownResult } from "./shown_result.ts";

/**
 * Works out what claims imply together: whether they agree, which cannot all be
 * true, what must give, and what follows for any count. Takes claims alone or
 * the tables of a dataset. The result and its parts show themselves in a notebook
 * and in a terminal.
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
 * const february = result.bounds("cases", "2024-02", "2024-02");
 * assert.deepEqual([february.low, february.high], [0, 30]);
 * assert.match(Deno.inspect(february), /^cases, February 2024: 0 to 30\./);
 * ```
 */
export function reconcile(
  input: ReconcileInput,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  return unawaited(
    reconcileAs(ShownResult, input, options),
    "reconcile(…)",
    ShownResult.prototype,
  );
}

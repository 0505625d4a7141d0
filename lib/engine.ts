/**
 * The engine: what numeric claims imply together. It needs no permission and
 * nothing of Deno's, and runs in a browser, a worker and Node as it is.
 *
 * @example Claims that cannot all be true
 * ```ts
 * import { reconcile } from "./engine.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", start: "2024-01" } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "half", end: "2024-06", stated: "900", hedge: "at_least" },
 *   { ...claim, claim_id: "year", end: "2024-12", stated: "700", hedge: "up_to" },
 * ]);
 * assert.deepEqual(result.conflicts[0]?.claims, ["half", "year"]);
 * ```
 *
 * @module
 */

export type * from "./quantity/claim.ts";
export type { Day } from "./quantity/date.ts";
export type { Hedge, Hedges } from "./quantity/hedge.ts";
export { InputError } from "./quantity/input_error.ts";
export type { Interval } from "./quantity/interval.ts";
export type { Period } from "./quantity/period.ts";
export type { Rational } from "./quantity/rational.ts";
export type { Unit } from "./quantity/units.ts";
export type { Width } from "./quantity/width.ts";
export type {
  ReconcileInput,
  ReconcileOptions,
  Tables,
} from "./reconcile/model/tables.ts";
export type { ClaimAsRead } from "./reconcile/as_read.ts";
export * from "./reconcile/load_solver.ts";
export type { Echo } from "./reconcile/model/echoes.ts";
export * from "./reconcile/proof/tell_alternatives.ts";
export * from "./reconcile/proof/tell_conflicts.ts";
export * from "./reconcile/reconcile.ts";
export type { Reconciliation } from "./reconcile/reconciliation.ts";
export type * from "./reconcile/result.ts";
export type { ReadingChoice, ReadingOf } from "./reconcile/search/readings.ts";
export type { Show } from "./reconcile/show.ts";
export type { Witness } from "./reconcile/witnesses.ts";

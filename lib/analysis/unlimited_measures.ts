import type { Reconciliation } from "../reconcile/reconciliation.ts";

/**
 * The measures whose count over all the days that claims about them name is not
 * limited from above by anything that is said, in the order of the claims.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import { unlimitedMeasures } from "./unlimited_measures.ts";
 * import assert from "node:assert/strict";
 *
 * const year = { kind: "total", start: "2024-01", end: "2024-12" } as const;
 * using result = await reconcile([
 *   { ...year, claim_id: "a", measure: "cases", stated: "9", hedge: "exact" },
 *   { ...year, claim_id: "b", measure: "deaths", stated: "2", hedge: "at_least" },
 * ]);
 * assert.deepEqual(unlimitedMeasures(result), ["deaths"]);
 * ```
 */
export function unlimitedMeasures(result: Reconciliation): string[] {
  const spans = new Map<string, { start: string; end: string }>();
  for (const { kind, measure, start, end } of result.facts) {
    if (kind !== "total" && !kind.startsWith("rate")) continue;
    const known = spans.get(measure);
    spans.set(measure, {
      start: known && known.start < start ? known.start : start,
      end: known && known.end > end ? known.end : end,
    });
  }
  return [...spans].filter(([measure, { start, end }]) =>
    result.bounds(measure, start, end).high === null
  ).map(([measure]) => measure);
}

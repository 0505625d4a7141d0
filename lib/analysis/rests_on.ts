import { takesWord } from "../quantity/takes.ts";
import type { Bounds } from "../reconcile/reconciliation.ts";

/**
 * The ids of the claims that bounds rest on, those of the low side first: all
 * that their proofs use, or those of one side. Empty where no claim is needed.
 *
 * @example
 * ```ts
 * import { restsOn } from "./rests_on.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * using result = await reconcile([
 *   { ...total, claim_id: "quarter", stated: "65", start: "2024-01", end: "2024-03" },
 *   { ...total, claim_id: "january", stated: "20", start: "2024-01", end: "2024-01" },
 * ]);
 * const february = result.bounds("cases", "2024-02", "2024-02");
 * assert.deepEqual(restsOn(february), ["january", "quarter"]);
 * assert.deepEqual(restsOn(february, "low"), []);
 * ```
 */
export function restsOn(bounds: Bounds, side?: "low" | "high"): string[] {
  if (side !== undefined) takesWord(["low", "high"])(side, "side");
  const { lowProof, highProof } = bounds;
  const proof = [
    ...(side === "high" ? [] : lowProof.proof),
    ...(side === "low" ? [] : highProof?.proof ?? []),
  ];
  return [...new Set(proof.map(({ claim }) => claim))];
}

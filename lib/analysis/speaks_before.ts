import type { Claim } from "../quantity/claim.ts";

/**
 * Whether one claim speaks for its count before another: what nobody contests,
 * then the exact, then the official.
 *
 * @example
 * ```ts
 * import { speaksBefore } from "./speaks_before.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { claim_id: "a", kind: "total", measure: "cases" } as const;
 * assert.ok(speaksBefore({ ...claim, hedge: "exact" }, claim));
 * ```
 */
export function speaksBefore(a: Claim, b: Claim): boolean {
  const rank = ({ status, hedge }: Claim) =>
    (status === "contested" ? 4 : 0) + (hedge === "exact" ? 0 : 2) +
    (status === "official" ? 0 : 1);
  return rank(a) < rank(b);
}

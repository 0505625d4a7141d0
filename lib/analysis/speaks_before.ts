import type { Claim } from "../quantity/claim.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { compare, ONE } from "../quantity/rational.ts";

/** Whether a claim gives its number to the unit, so that it allows no other. */
function isExact({ hedge, stated, stated_high, rounding }: Claim): boolean {
  if (hedge === "exact") return true;
  if (hedge && hedge !== "bare" || !stated || stated_high) return false;
  const unit = rounding
    ? parseDecimal(rounding).value
    : parseDecimal(stated.replace(/^-/, "")).unit;
  return compare(unit, ONE) === 0;
}

/**
 * Whether one claim speaks for its count before another: what nobody contests,
 * then the exact, then the official. Of those that are alike the first speaks.
 *
 * @example
 * ```ts
 * import { speaksBefore } from "./speaks_before.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { claim_id: "a", kind: "total", measure: "cases" } as const;
 * const rounded = { ...claim, stated: "20000" };
 * assert.ok(speaksBefore({ ...rounded, hedge: "exact" }, rounded));
 * assert.ok(speaksBefore({ ...claim, stated: "19922" }, rounded));
 * ```
 */
export function speaksBefore(a: Claim, b: Claim): boolean {
  const rank = (claim: Claim) =>
    (claim.status === "contested" ? 4 : 0) + (isExact(claim) ? 0 : 2) +
    (claim.status === "official" ? 0 : 1);
  return rank(a) < rank(b);
}

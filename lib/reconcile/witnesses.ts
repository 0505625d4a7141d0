import type { Claim } from "../quantity/claim.ts";

/** Claims that go back to one origin: one witness, however many repeat it. */
export interface Witness {
  /** The origin; `null` where the claim names none and speaks for itself. */
  readonly origin: string | null;
  /** Ids of its claims, in file order. */
  readonly claims: string[];
}

/**
 * Groups claims by origin, in the order of first appearance. A claim without an
 * origin is a witness of its own.
 *
 * @example
 * ```ts
 * import { witnessesOf } from "./witnesses.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = (claim_id: string, origin: string | null) =>
 *   ({ claim_id, origin, kind: "none", measure: "m" }) as const;
 * const found = witnessesOf([claim("a", "x"), claim("b", null), claim("c", "x")]);
 * assert.deepEqual(found, [
 *   { origin: "x", claims: ["a", "c"] },
 *   { origin: null, claims: ["b"] },
 * ]);
 * ```
 */
export function witnessesOf(claims: readonly Claim[]): Witness[] {
  const witnesses: Witness[] = [];
  const byOrigin = new Map<string, Witness>();
  for (const { claim_id, origin } of claims) {
    const known = origin ? byOrigin.get(origin) : undefined;
    if (known) {
      known.claims.push(claim_id);
      continue;
    }
    const witness = { origin: origin || null, claims: [claim_id] };
    witnesses.push(witness);
    if (origin) byOrigin.set(origin, witness);
  }
  return witnesses;
}

import type { Proof } from "./proof.ts";

/** The sentence of a conflict. */
export function sentenceOf(proof: Proof): string {
  return proof.rows.map((r) => r.item.claim.claim_id).join(" and ");
}

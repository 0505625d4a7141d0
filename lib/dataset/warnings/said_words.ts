import type { Claim } from "../../quantity/claim.ts";

/** A wording holds a few words; in more than this nobody looks for anything. */
export const LONGEST_WORDING = 300;

const PLAIN = /^[ -~]*$/;

/**
 * The words of a claim in one spelling of dashes and spaces, small; empty where
 * it has none, or more than a wording has.
 *
 * @example
 * ```ts
 * import { saidWords } from "./said_words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(saidWords({ wording: "Up\u00a024 %" }), "up 24 %");
 * ```
 */
export function saidWords({ wording }: Pick<Claim, "wording">): string {
  if (!wording || wording.length > LONGEST_WORDING) return "";
  // Four rules ask for the words of a million rows, most of them plain.
  if (PLAIN.test(wording) && !wording.includes("  ")) {
    return wording.toLowerCase();
  }
  return wording.normalize("NFKC").toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, "-").replace(/\s+/g, " ");
}

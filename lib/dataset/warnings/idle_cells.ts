import type { Rule } from "./rule.ts";

/**
 * A cell that nothing is made of, because of the claim's kind or hedge: a
 * spread of what is no rate, another count for what is no ratio or share, a
 * rounding of what is exact. The claim may be of another kind than it says.
 */
export const idleCells: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { kind } = claim;
    if (kind === "none") return;
    if (claim.spread && kind !== "rate") {
      warn(
        "claims",
        i,
        "spread",
        `'${claim.spread}' says nothing of a ${kind}; only a rate is spread ` +
          "over its units of time",
      );
    }
    const stands = kind === "highest" || kind === "lowest";
    if (claim.per && kind !== "rate" && !stands) {
      warn(
        "claims",
        i,
        "per",
        `'${claim.per}' says nothing of a ${kind}; only a rate, highest or lowest is per unit of ` +
          "time",
      );
    }
    if (
      kind !== "ratio" && kind !== "share" && kind !== "difference" && !stands
    ) {
      const field = (["of_measure", "of_start", "of_end"] as const)
        .find((name) => claim[name]);
      if (field) {
        warn(
          "claims",
          i,
          field,
          `'${claim[field]}' says nothing of a ${kind}; only a ratio, ` +
            "share or difference is of another count",
        );
      }
    }
    if (claim.rounding && claim.hedge === "exact") {
      warn(
        "claims",
        i,
        "rounding",
        `${claim.rounding} says nothing of an exact number; leave the hedge ` +
          "empty if it is rounded",
      );
    }
  });
};

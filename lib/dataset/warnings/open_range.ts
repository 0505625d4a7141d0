import { hedgesOf } from "../../quantity/hedge.ts";
import type { Rule } from "./rule.ts";

/**
 * A range under a hedge that opens one of its sides, such as `at_least`: the
 * number on that side then says nothing. Claims that are not modelled may.
 */
export const openRange: Rule = ({ claims, hedges }, warn) => {
  const known = hedgesOf(hedges?.rows ?? []);
  claims.rows.forEach((claim, i) => {
    const { kind, stated, stated_high, hedge } = claim;
    if (!stated_high || !hedge || kind === "none") return;
    const sides = known.get(hedge);
    const ignored = sides?.high === "inf"
      ? stated_high
      : sides?.low === "inf"
      ? stated
      : undefined;
    if (ignored === undefined) return;
    warn(
      "claims",
      i,
      "hedge",
      `'${hedge}' opens the range ${stated} to ${stated_high}, so that ` +
        `${ignored} says nothing; keep one number, or leave the hedge empty`,
    );
  });
};

import { isAfter } from "./is_after.ts";
import type { Rule } from "./rule.ts";

/**
 * A count that ends, or holds, after its source was published: nobody can have
 * counted it by then. Plans and outlooks (`none`) may. Of a date that is a
 * month nobody knows the day, so that such dates are compared by month.
 */
export const afterPublication: Rule = ({ claims, sources }, warn) => {
  const published = new Map(
    sources?.rows.map((row) => [row.source_id, row.published]),
  );
  claims.rows.forEach((claim, i) => {
    const date = claim.source_id && published.get(claim.source_id);
    if (!date || claim.kind === "none") return;
    for (const field of ["end", "as_of", "of_end"] as const) {
      const cell = claim[field];
      if (!cell || !isAfter(cell, date)) continue;
      warn(
        "claims",
        i,
        field,
        field === "as_of"
          ? `${cell} is after its source was published (${date})`
          : `ends on ${cell}, after its source was published (${date}); end ` +
            "it on the last day that was counted",
      );
    }
  });
};

import { isAfter } from "./is_after.ts";
import type { Rule } from "./rule.ts";

/** A count that ends after the day for which its speaker says that it holds. */
export const afterAsOf: Rule = ({ claims }, warn) => {
  claims.rows.forEach(({ kind, end, as_of }, i) => {
    if (kind === "none" || !end || !as_of || !isAfter(end, as_of)) return;
    warn(
      "claims",
      i,
      "end",
      `ends on ${end}, after the day for which it is said, as_of ${as_of}; ` +
        "end it then",
    );
  });
};

import { overlay } from "../../quantity/overlay.ts";
import type { Rule } from "./rule.ts";

/** A reading that takes its claim to mean just what its default reading does. */
export const sameReading: Rule = ({ claims, readings }, warn) => {
  if (!readings) return;
  const byId = new Map(claims.rows.map((claim) => [claim.claim_id, claim]));
  readings.rows.forEach((row, i) => {
    const claim = byId.get(row.claim_id);
    if (!claim) return;
    const own: Readonly<Record<string, string | null>> = claim;
    const differs = Object.entries(overlay(claim, row)).some(([field, cell]) =>
      (cell || null) !== (own[field] || null)
    );
    if (differs) return;
    warn(
      "readings",
      i,
      "reading",
      `'${row.reading}' differs in nothing from the claim's own reading; ` +
        "fill the column that it changes",
    );
  });
};

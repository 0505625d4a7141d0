import { bareName } from "./names.ts";
import type { Rule } from "./rule.ts";

/**
 * A claim that corrects or supersedes one of somebody else, with no speaker,
 * publisher or origin in common: a rival's correction contests. Otherwise
 * anybody could be silenced by anybody.
 */
export const correctionByAnother: Rule = (
  { claims, sources, relations },
  warn,
) => {
  const replacing = relations?.rows.some(({ relation }) =>
    relation === "corrects" || relation === "supersedes"
  );
  if (!relations || !replacing) return;
  const byId = new Map(claims.rows.map((claim) => [claim.claim_id, claim]));
  const publishers = new Map(
    sources?.rows.map((row) => [row.source_id, row.publisher]),
  );
  const whose = (id: string) => {
    const claim = byId.get(id);
    const source = claim?.source_id;
    return {
      speaker: bareName(claim?.speaker ?? ""),
      publisher: bareName(publishers.get(source ?? "") ?? source ?? ""),
      origin: bareName(claim?.origin ?? ""),
    };
  };
  relations.rows.forEach(({ from, relation, to }, i) => {
    if (relation !== "corrects" && relation !== "supersedes") return;
    const [one, other] = [whose(from), whose(to)];
    const common = (["speaker", "publisher", "origin"] as const)
      .some((by) => one[by] !== "" && one[by] === other[by]);
    if (common) return;
    warn(
      "relations",
      i,
      "relation",
      `'${from}' and '${to}' have no speaker, publisher or origin in common; ` +
        "write contests, which sets nobody aside",
    );
  });
};

import type { TablesRead } from "../check_tables.ts";
import type { Row } from "../rows.ts";
import type { Rule } from "./rule.ts";

/** What two claims have in common that say the same. */
function keyOf(claim: Row<"claims">): string {
  return [
    claim.source_id,
    claim.measure,
    claim.kind,
    claim.stated,
    claim.stated_high,
    claim.start,
    claim.end,
    claim.of_measure,
    claim.of_start,
    claim.of_end,
    claim.origin,
    // Without a source, who says it is all that tells two claims apart.
    claim.source_id ? null : claim.speaker,
  ].join("\n");
}

/** For each claim in a relation, the rows of those that it is related to. */
function relatedRows({ claims, relations }: TablesRead): Map<string, number[]> {
  const related = new Map<string, number[]>();
  if (!relations) return related;
  const named = new Set(relations.rows.flatMap(({ from, to }) => [from, to]));
  const rowOf = new Map<string, number>();
  claims.rows.forEach(({ claim_id }, i) => {
    if (named.has(claim_id)) rowOf.set(claim_id, i);
  });
  const relate = (id: string, other: string) => {
    const rows = related.get(id) ?? [];
    related.set(id, rows);
    rows.push(rowOf.get(other)!);
  };
  for (const { from, to } of relations.rows) {
    relate(from, to);
    relate(to, from);
  }
  return related;
}

/**
 * One claim under two ids: source, measure, kind, numbers, period and origin
 * are the same, and no row of the relations table says how the two stand to
 * each other. Claims without a number have nothing to compare.
 */
export const repeatedClaim: Rule = (tables, warn) => {
  const { claims } = tables;
  const related = relatedRows(tables);
  const first = new Map<string, number>();
  claims.rows.forEach((claim, i) => {
    if (!claim.stated) return;
    const key = keyOf(claim);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return;
    }
    const explained = related.get(claim.claim_id)?.some((other) =>
      other < i && keyOf(claims.rows[other]!) === key
    );
    if (explained) return;
    warn(
      "claims",
      i,
      "claim_id",
      `says what '${claims.rows[before]!.claim_id}' on line ${
        claims.lineOf(before)
      } says: same source, measure, kind, number and period; keep one, or ` +
        "relate them in relations.csv",
    );
  });
};

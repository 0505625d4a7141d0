import type { Rule } from "./rule.ts";

/** A year so far from every other one is a slip: 2205 for 2025. */
const FAR_YEARS = 100;

const FIELDS = ["start", "end", "as_of", "of_start", "of_end"] as const;

/** Years, the sorted ones of a dataset, that have no other one near. */
function lone(sorted: readonly number[]): Set<number> {
  return new Set(
    sorted.filter((year, i) =>
      year - (sorted[i - 1] ?? -Infinity) > FAR_YEARS &&
      (sorted[i + 1] ?? Infinity) - year > FAR_YEARS
    ),
  );
}

/**
 * A year that stands more than a century from all others of the dataset. The
 * calendar of today is not asked: the answer must not change with the day. Of
 * two years alone nobody can say which is odd.
 */
export const loneYear: Rule = ({ claims, sources }, warn) => {
  const years = new Set<number>();
  for (const claim of claims.rows) {
    for (const field of FIELDS) {
      const date = claim[field];
      if (date) years.add(Number(date.slice(0, 4)));
    }
  }
  for (const { published } of sources?.rows ?? []) {
    if (published) years.add(Number(published.slice(0, 4)));
  }
  if (years.size < 3) return;
  const odd = lone([...years].sort((a, b) => a - b));
  if (odd.size === 0) return;
  const report = (
    table: "claims" | "sources",
    row: number,
    field: string,
    date: string | null,
  ) => {
    if (!date || !odd.has(Number(date.slice(0, 4)))) return;
    warn(
      table,
      row,
      field,
      `${date} is more than a century from every other date; is the year right?`,
    );
  };
  claims.rows.forEach((claim, i) => {
    for (const field of FIELDS) report("claims", i, field, claim[field]);
  });
  sources?.rows.forEach(({ published }, i) =>
    report("sources", i, "published", published)
  );
};

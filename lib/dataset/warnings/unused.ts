import type { Rule } from "./rule.ts";

/**
 * A source that no claim stands in, and a measure that nothing is said of: no
 * claim, no reading, no part and no whole.
 */
export const unused: Rule = (
  { claims, readings, sources, measures, splits, balances },
  warn,
) => {
  const usedSources = new Set<string | null>();
  const usedMeasures = new Set<string | null>();
  for (const claim of claims.rows) {
    usedSources.add(claim.source_id);
    usedMeasures.add(claim.measure).add(claim.of_measure);
  }
  for (const row of readings?.rows ?? []) {
    usedMeasures.add(row.measure).add(row.of_measure);
  }
  for (const row of measures?.rows ?? []) {
    if (row.part_of) usedMeasures.add(row.measure).add(row.part_of);
    if (row.same_as) usedMeasures.add(row.measure).add(row.same_as);
  }
  for (const { whole, part } of splits?.rows ?? []) {
    usedMeasures.add(whole).add(part);
  }
  for (const { level, flow } of balances?.rows ?? []) {
    usedMeasures.add(level).add(flow);
  }
  sources?.rows.forEach(({ source_id }, i) => {
    if (usedSources.has(source_id)) return;
    warn("sources", i, "source_id", `no claim stands in '${source_id}'`);
  });
  measures?.rows.forEach(({ measure }, i) => {
    if (usedMeasures.has(measure)) return;
    warn("measures", i, "measure", `no claim is about '${measure}'`);
  });
};

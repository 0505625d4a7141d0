import { ONE, rational, ZERO } from "../quantity/rational.ts";
import { solveExactly } from "./exact_simplex.ts";
import type { MeasureModel } from "./measure_model.ts";
import { type Row, rowOf } from "./program.ts";

/**
 * Whether the facts between a measure and its family force its flow to zero
 * everywhere, as when one part of a whole is taken to be the whole: nothing is
 * left for the others.
 */
export function isStill(measures: MeasureModel, measure: number): boolean {
  const family = measures.families[measures.familyOf[measure]!]!;
  // Without a sum of parts every flow may be as large as the next one's.
  if (family.full.length === 0) return false;
  const minus = rational(-1);
  const at = new Map(family.measures.map((m, i) => [m, i]));
  const rows: Row[] = family.full.map(({ whole, parts }) =>
    rowOf(
      [
        [at.get(whole)!, ONE] as const,
        ...parts.map((part) => [at.get(part)!, minus] as const),
      ],
      "=",
      ZERO,
    )
  );
  for (const { part, whole } of family.part) {
    const terms = [
      [at.get(whole)!, ONE] as const,
      [at.get(part)!, minus] as const,
    ];
    rows.push(rowOf(terms, ">=", ZERO));
  }
  const program = { columns: family.measures.length, rows };
  const cost = new Map([[at.get(measure)!, minus]]);
  return solveExactly(program, cost).status === "optimal";
}

import { ONE, rational, ZERO } from "../../quantity/rational.ts";
import { ENDLESS, type Timer } from "../deadline.ts";
import { ExactProgram } from "./exact_program.ts";
import { ExactSimplex } from "./exact_simplex.ts";
import type { Family, MeasureModel } from "../model/measure_model.ts";
import { type ProgramRow, rowOf } from "./program.ts";

/**
 * Whether a family is a forest: every measure is part of one whole at most, no
 * whole has two full breakdowns, and no chain of parts ends in itself. Then each
 * may have some flow, since what is below a whole can be as little as it must.
 */
function isForest({ measures, full, part }: Family): boolean {
  const wholeOf = new Map<number, number>();
  const wholes = new Set<number>();
  const facts = [
    ...part,
    ...full.flatMap(({ whole, parts }) =>
      parts.map((part) => ({ whole, part }))
    ),
  ];
  for (const { whole } of full) {
    if (wholes.has(whole)) return false;
    wholes.add(whole);
  }
  for (const { whole, part } of facts) {
    if (wholeOf.has(part) || whole === part) return false;
    wholeOf.set(part, whole);
  }
  // Walks up from each measure, once over each step.
  const rooted = new Set<number>();
  for (const measure of measures) {
    const path = new Set<number>();
    let at: number | undefined = measure;
    while (at !== undefined && !rooted.has(at)) {
      if (path.has(at)) return false;
      path.add(at);
      at = wholeOf.get(at);
    }
    for (const one of path) rooted.add(one);
  }
  return true;
}

/**
 * The measures of a family that are still. As much of each as one is wanted at
 * once; what may flow at all may, since sums and multiples of flows that are
 * possible are possible.
 */
function alwaysZeroMeasures(family: Family, timer: Timer): Set<number> {
  // Without a sum of parts every flow may be as large as the next one's.
  if (family.full.length === 0 || isForest(family)) return new Set();
  const minus = rational(-1);
  const size = family.measures.length;
  const at = new Map(family.measures.map((m, i) => [m, i]));
  const rows: ProgramRow[] = family.full.map(({ whole, parts }) =>
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
  // What is wanted of each measure: no more than flows, and than one.
  for (let i = 0; i < size; i++) {
    rows.push(rowOf([[i, ONE], [size + i, minus]], ">=", ZERO));
    rows.push(rowOf([[size + i, ONE]], "<=", ONE));
  }
  const program = ExactProgram.of({ columns: 2 * size, rows });
  const cost = new Map(family.measures.map((_, i) => [size + i, -1n]));
  const end = new ExactSimplex(program, timer).minimise(cost, () => true, {
    columns: [],
    rows: [],
  });
  if (end.status !== "optimal") throw new Error("What is wanted has an end");
  const { point } = end;
  return new Set(family.measures.filter((_, i) => point.n[size + i] === 0n));
}

const known = new WeakMap<Family, ReadonlySet<number>>();

/**
 * Whether the facts between a measure and its family force its flow to zero
 * everywhere, as when one part of a whole is taken to be the whole: nothing is
 * left for the others.
 *
 * @throws {OutOfTime} When the time runs out.
 */
export function isAlwaysZero(
  { families, familyOf }: MeasureModel,
  measure: number,
  timer: Timer = ENDLESS,
): boolean {
  const family = families[familyOf[measure]!]!;
  let still = known.get(family);
  if (!still) known.set(family, still = alwaysZeroMeasures(family, timer));
  return still.has(measure);
}

import { multiply, ONE, rational, ZERO } from "../../quantity/rational.ts";
import type { ComponentProgram } from "./linear_program.ts";
import type { Program, Row } from "./program.ts";
import type { CellRange } from "./solver.ts";

/**
 * The program whose extremes of a count are the extremes of count / other count
 * over flows that leave the other count above zero: flows are scaled so that
 * the other count is 1, by a factor that is one more column. Where that factor
 * is zero the ratio is approached and not reached; it counts as reached.
 *
 * Method: Charnes & Cooper, "Programming with linear fractional functionals",
 * Naval Research Logistics Quarterly 9 (1962).
 */
export function ratioProgram(
  program: ComponentProgram,
  of: CellRange,
  keep: (row: number) => boolean,
): Program {
  const factor = program.columns;
  // The factor is counted in so many parts that its column is of the size of
  // the others, for the rounded solver's sake.
  let scale = 1n;
  program.rows.forEach((row, i) => {
    if (i >= program.claimed || !keep(i)) return;
    while (row.rhs.n > scale * row.rhs.d) scale *= 2n;
  });
  const parts = rational(-1n, scale);
  const rows: Row[] = [];
  program.rows.forEach((row, i) => {
    if (i < program.claimed && !keep(i)) return;
    rows.push(
      row.rhs.n === 0n ? row : {
        columns: [...row.columns, factor],
        coefficients: [...row.coefficients, multiply(row.rhs, parts)],
        sense: row.sense,
        rhs: ZERO,
      },
    );
  });
  const columns = program.columnsOf(of);
  rows.push({
    columns,
    coefficients: columns.map(() => ONE),
    sense: "=",
    rhs: ONE,
  });
  return { columns: program.columns + 1, rows };
}

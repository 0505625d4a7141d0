import { multiply, ONE, rational, ZERO } from "../../quantity/rational.ts";
import type { ComponentProgram } from "./linear_program.ts";
import type { Program, ProgramRow } from "./program.ts";

/** A program for ratios to one other count after another. */
export interface RatioProgram extends Program {
  /** The row that says what the other count is. */
  readonly at: number;
  /** That row where the other count is the sum of these columns. */
  over(columns: readonly number[]): ProgramRow;
}

/**
 * The program whose extremes of a count are the extremes of count / other count
 * over flows that leave the other count above zero: flows are scaled so that
 * the other count is 1, by a factor that is one more column. Where that factor
 * is zero the ratio is approached and not reached; it counts as reached. The
 * rows of the program come first, as they were. Which count is the other one is
 * said by one row alone, so that the program can be kept from one ratio to the
 * next.
 *
 * Method: Charnes & Cooper, "Programming with linear fractional functionals",
 * Naval Research Logistics Quarterly 9 (1962).
 *
 * @param of Columns that add up to the other count.
 */
export function ratioProgram(
  program: ComponentProgram,
  of: readonly number[],
): RatioProgram {
  const factor = program.columns;
  const other = factor + 1;
  // The factor is counted in so many parts that its column is of the size of
  // the others, for the rounded solver's sake.
  let scale = 1n;
  for (const { rhs } of program.rows) {
    while (rhs.n > scale * rhs.d) scale *= 2n;
  }
  const parts = rational(-1n, scale);
  const rows = program.rows.map((row): ProgramRow =>
    row.rhs.n === 0n ? row : {
      columns: [...row.columns, factor],
      coefficients: [...row.coefficients, multiply(row.rhs, parts)],
      sense: row.sense,
      rhs: ZERO,
    }
  );
  const over = (columns: readonly number[]): ProgramRow => ({
    columns: [...columns, other],
    coefficients: [...columns.map(() => ONE), rational(-1)],
    sense: "=",
    rhs: ZERO,
  });
  const at = rows.length;
  rows.push(over(of), {
    columns: [other],
    coefficients: [ONE],
    sense: "=",
    rhs: ONE,
  });
  return { columns: program.columns + 2, rows, at, over };
}

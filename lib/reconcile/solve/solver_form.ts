import { divide, ONE, type Rational } from "../../quantity/rational.ts";
import type { Program, ProgramRow } from "./program.ts";

/** What a program row asks of a sum, or of a column by itself. */
export interface Side {
  /** The row. */
  readonly row: number;
  /** Whether the value is a low, a high, or both. */
  readonly sense: ProgramRow["sense"];
  /** At least or at most this. */
  readonly value: Rational;
  /** What the sum or column was multiplied by in the row. */
  readonly times: Rational;
}

/**
 * A program as a solver takes it with the least work: rows over the same sum
 * are one line with several sides, and rows over one column are bounds of that
 * column. Claims that are exact, and caps of single counts, are most rows of
 * large tables.
 */
export interface SolverForm {
  /** The rows that stand for lines. */
  readonly lines: readonly ProgramRow[];
  /** What the program asks of each line. */
  readonly sides: readonly (readonly Side[])[];
  /** What it asks of each column by itself. */
  readonly bounds: readonly (readonly Side[])[];
  /** The line of each row; `−1 − column` where it is a bound. */
  readonly placeOf: Int32Array;
}

const FLIPPED = { ">=": "<=", "<=": ">=", "=": "=" } as const;

/** @param apart How many rows, the first ones, stay lines of their own. */
export function solverForm(program: Program, apart: number): SolverForm {
  const lines: ProgramRow[] = [];
  const sides: Side[][] = [];
  const bounds: Side[][] = Array.from({ length: program.columns }, () => []);
  const placeOf = new Int32Array(program.rows.length);
  // By their first column: lines that another row may share.
  const shared = new Map<number, number[]>();
  program.rows.forEach((row, r) => {
    const { columns, coefficients, sense, rhs } = row;
    const [first] = columns;
    if (r >= apart && columns.length === 1) {
      const times = coefficients[0]!;
      bounds[first!]!.push({
        row: r,
        sense: times.n < 0n ? FLIPPED[sense] : sense,
        value: divide(rhs, times),
        times,
      });
      placeOf[r] = -1 - first!;
      return;
    }
    const alike = r < apart || first === undefined ? [] : shared.get(first);
    let line = alike?.find((line) => sameSum(lines[line]!, row));
    if (line === undefined) {
      line = lines.length;
      lines.push(row);
      sides.push([]);
      if (!alike) shared.set(first!, [line]);
      else alike.push(line);
    }
    sides[line]!.push({ row: r, sense, value: rhs, times: ONE });
    placeOf[r] = line;
  });
  return { lines, sides, bounds, placeOf };
}

/** Whether two rows are about the same sum. */
function sameSum(a: ProgramRow, b: ProgramRow): boolean {
  return a.columns.length === b.columns.length &&
    a.columns.every((column, k) => {
      const [one, other] = [a.coefficients[k]!, b.coefficients[k]!];
      return column === b.columns[k] && one.n === other.n && one.d === other.d;
    });
}

import { add, type Rational } from "../../quantity/rational.ts";

/** A row of a linear program: Σ coefficient · column, compared with `rhs`. */
export interface ProgramRow {
  /** Columns, each once. */
  readonly columns: readonly number[];
  /** The coefficient of each column. */
  readonly coefficients: readonly Rational[];
  /** How the sum compares. */
  readonly sense: ">=" | "<=" | "=";
  /** What it is compared with. */
  readonly rhs: Rational;
}

/** Rows over columns that are all at least zero. */
export interface Program {
  /** How many columns there are. */
  readonly columns: number;
  /** The rows. */
  readonly rows: readonly ProgramRow[];
}

/** Adds up coefficients of columns; keeps each column once, no zeros. */
export function rowOf(
  terms: Iterable<readonly [column: number, coefficient: Rational]>,
  sense: ProgramRow["sense"],
  rhs: Rational,
): ProgramRow {
  const sums = new Map<number, Rational>();
  for (const [column, coefficient] of terms) {
    const sum = sums.get(column);
    sums.set(column, sum ? add(sum, coefficient) : coefficient);
  }
  const entries = [...sums].filter(([, c]) => c.n !== 0n);
  return {
    columns: entries.map(([column]) => column),
    coefficients: entries.map(([, coefficient]) => coefficient),
    sense,
    rhs,
  };
}

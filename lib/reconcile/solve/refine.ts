import {
  add,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../../quantity/rational.ts";
import type { Timer } from "../deadline.ts";
import { type Basis, solveExactly } from "./exact_simplex.ts";
import type { Program, ProgramRow } from "./program.ts";

/**
 * Makes a refutation as plain as it can be with the same rows: of all
 * multipliers that refute by exactly one, those that take the rows the fewest
 * times in all, at a corner of what is possible; so that no row is taken that
 * another one makes needless.
 *
 * @param multipliers Multipliers of rows that refute them.
 */
export function refine(
  program: Program,
  multipliers: ReadonlyMap<number, Rational>,
  timer: Timer,
): ReadonlyMap<number, Rational> {
  // One variable a row, two for an equation: what it is taken up, and down.
  const variables: { row: number; sign: 1 | -1 }[] = [];
  for (const row of multipliers.keys()) {
    const { sense } = program.rows[row]!;
    if (sense !== "<=") variables.push({ row, sign: 1 });
    if (sense !== ">=") variables.push({ row, sign: -1 });
  }
  const worth = new Map<number, [number, Rational][]>();
  const right: [number, Rational][] = [];
  variables.forEach(({ row, sign }, v) => {
    const { columns, coefficients, rhs } = program.rows[row]!;
    const signed = (x: Rational) => sign < 0 ? negate(x) : x;
    columns.forEach((column, k) => {
      const entry: [number, Rational] = [v, signed(coefficients[k]!)];
      const list = worth.get(column);
      if (list) list.push(entry);
      else worth.set(column, [entry]);
    });
    if (rhs.n !== 0n) right.push([v, signed(rhs)]);
  });
  // Columns that the rows treat alike are one.
  const distinct = new Map<string, ProgramRow>();
  for (const entries of worth.values()) {
    const key = entries.map(([v, { n, d }]) => `${v}:${n}/${d}`).join();
    distinct.set(key, {
      columns: entries.map(([v]) => v),
      coefficients: entries.map(([, c]) => c),
      sense: "<=",
      rhs: ZERO,
    });
  }
  const rows: ProgramRow[] = [...distinct.values(), {
    columns: right.map(([v]) => v),
    coefficients: right.map(([, c]) => c),
    sense: "=",
    rhs: ONE,
  }];
  if (rows.length * (variables.length + 2 * rows.length) > 100_000) {
    return multipliers;
  }
  const cost = new Map(variables.map((_, v) => [v, ONE] as const));
  // The answer is the point itself: solve the program whose multipliers it is.
  const dual = dualOf(variables.length, rows, cost);
  const { status, multipliers: found } = solveExactly(
    dual,
    dualCost(rows),
    timer,
    startOf(
      variables.map(({ row, sign }) => {
        const y = multipliers.get(row)!;
        return sign < 0 ? negate(y) : y;
      }),
      rows,
    ),
  );
  if (status !== "optimal") return multipliers;
  const refined = new Map<number, Rational>();
  for (const [v, y] of found) {
    const { row, sign } = variables[v]!;
    const value = sign < 0 ? y : negate(y);
    if (value.n !== 0n) refined.set(row, value);
  }
  return refined;
}

/**
 * max Σ rhs·y over Σ y·a ≤ cost, with y ≤ 0 for `<=` rows and free for `=`: as
 * a least cost over columns at least zero.
 */
function dualOf(
  variables: number,
  rows: readonly ProgramRow[],
  cost: ReadonlyMap<number, Rational>,
): Program {
  // Column i is −y of the i-th `<=` row; the last two are the equation's y.
  const lines: [number, Rational][][] = Array.from(
    { length: variables },
    () => [],
  );
  rows.forEach((row, i) => {
    row.columns.forEach((v, k) => {
      const a = row.coefficients[k]!;
      if (row.sense === "<=") lines[v]!.push([i, negate(a)]);
      else lines[v]!.push([i, a], [i + 1, negate(a)]);
    });
  });
  return {
    columns: rows.length + 1,
    rows: lines.map((line, v): ProgramRow => ({
      columns: line.map(([i]) => i),
      coefficients: line.map(([, a]) => a),
      sense: "<=",
      rhs: cost.get(v)!,
    })),
  };
}

/**
 * Where the solve starts: were the multipliers the plainest already, what they
 * leave no room for would be its basis.
 */
function startOf(y: readonly Rational[], rows: readonly ProgramRow[]): Basis {
  const last = rows.length - 1;
  const columns: number[] = [];
  rows.forEach(({ columns: own, coefficients }, i) => {
    let sum = ZERO;
    own.forEach((v, k) => {
      if (y[v]!.n > 0n) sum = add(sum, multiply(coefficients[k]!, y[v]!));
    });
    if (i === last || sum.n === 0n) columns.push(i);
  });
  return { columns, rows: [...y.keys()].filter((v) => y[v]!.n > 0n) };
}

function dualCost(rows: readonly ProgramRow[]): Map<number, Rational> {
  const last = rows.length - 1;
  return new Map([[last, rational(-1)], [last + 1, ONE]]);
}

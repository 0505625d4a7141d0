import { type Rational, rational } from "../quantity/rational.ts";
import type { Program } from "./program.ts";

/** What an exact solve ends with, with a multiplier for each row. */
export interface ExactSolution {
  /**
   * `optimal`: the multipliers prove the least cost. `infeasible`: they refute
   * the rows. `open`: there is no least cost.
   */
  readonly status: "optimal" | "infeasible" | "open";
  /** Multipliers by row; empty when open. */
  readonly multipliers: ReadonlyMap<number, Rational>;
}

function gcd(a: bigint, b: bigint): bigint {
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/**
 * Solves a small program in whole numbers alone: the simplex method on a dense
 * tableau that stays whole (each entry is a determinant over the last pivot),
 * with the first column that helps, so that it cannot cycle. Slow, and only for
 * what the rounded solver leaves open.
 *
 * Method: Bland, "New finite pivoting rules for the simplex method",
 * Mathematics of Operations Research 2 (1977); Edmonds & Maurras, "Note sur les
 * Q-matrices d'Edmonds", RAIRO 31 (1997), for the whole tableau.
 */
export function solveExactly(
  program: Program,
  cost: ReadonlyMap<number, Rational>,
): ExactSolution {
  const { rows, columns } = program;
  const m = rows.length;
  const slacks = rows.filter((row) => row.sense !== "=").length;
  // Columns: flows, slacks, one artificial a row, right-hand side.
  const first = columns + slacks;
  const rhs = first + m;
  const width = rhs + 1;
  const tableau: bigint[][] = [];
  const factor: Rational[] = [];
  let slack = columns;
  rows.forEach((row, i) => {
    let scale = row.rhs.d;
    for (const { d } of row.coefficients) scale = scale / gcd(scale, d) * d;
    const line = new Array<bigint>(width).fill(0n);
    row.columns.forEach((column, k) => {
      const { n, d } = row.coefficients[k]!;
      line[column] = n * (scale / d);
    });
    line[rhs] = row.rhs.n * (scale / row.rhs.d);
    if (row.sense !== "=") line[slack++] = row.sense === ">=" ? -1n : 1n;
    const flip = line[rhs]! < 0n;
    if (flip) { for (let j = 0; j < width; j++) line[j] = -line[j]!; }
    line[first + i] = 1n;
    factor.push(rational(flip ? -scale : scale));
    tableau.push(line);
  });
  const basis = rows.map((_, i) => first + i);
  let last = 1n;

  // Cost rows: the artificial columns' sum, then the true cost.
  let scale = 1n;
  for (const { d } of cost.values()) scale = scale / gcd(scale, d) * d;
  const artificial = new Array<bigint>(width).fill(0n);
  for (let j = 0; j < width; j++) {
    if (j >= first && j < rhs) continue;
    for (let i = 0; i < m; i++) artificial[j]! -= tableau[i]![j]!;
  }
  const price = new Array<bigint>(width).fill(0n);
  for (const [column, { n, d }] of cost) price[column] = n * (scale / d);

  const lines = [...tableau, artificial, price];
  const pivot = (r: number, s: number) => {
    const by = tableau[r]![s]!;
    const line = tableau[r]!;
    for (const other of lines) {
      if (other === line) continue;
      const times = other[s]!;
      for (let j = 0; j < width; j++) {
        other[j] = (other[j]! * by - times * line[j]!) / last;
      }
    }
    last = by;
    if (last < 0n) {
      last = -last;
      for (const other of lines) {
        for (let j = 0; j < width; j++) other[j] = -other[j]!;
      }
    }
    basis[r] = s;
  };
  const minimise = (objective: bigint[]): boolean => {
    for (;;) {
      let s = 0;
      while (s < first && objective[s]! >= 0n) s++;
      if (s === first) return true;
      let r = -1;
      for (let i = 0; i < m; i++) {
        const a = tableau[i]![s]!;
        if (a <= 0n) continue;
        if (r < 0) {
          r = i;
          continue;
        }
        const left = tableau[i]![rhs]! * tableau[r]![s]!;
        const right = tableau[r]![rhs]! * a;
        if (left < right || left === right && basis[i]! < basis[r]!) r = i;
      }
      if (r < 0) return false;
      pivot(r, s);
    }
  };
  const multipliers = (objective: bigint[], unit: bigint, one: bigint) => {
    const found = new Map<number, Rational>();
    for (let i = 0; i < m; i++) {
      // An artificial column's reduced cost is its own less its multiplier.
      const y = rational(one * last - objective[first + i]!, last * unit);
      if (y.n === 0n) continue;
      const { n, d } = factor[i]!;
      found.set(i, rational(y.n * n, y.d * d));
    }
    return found;
  };

  minimise(artificial);
  if (artificial[rhs]! < 0n) {
    return {
      status: "infeasible",
      multipliers: multipliers(artificial, 1n, 1n),
    };
  }
  // Artificial columns left at zero leave the basis where they can; a row that
  // has nothing else says nothing.
  for (let i = 0; i < m; i++) {
    if (basis[i]! < first) continue;
    const s = tableau[i]!.findIndex((v, j) => j < first && v !== 0n);
    if (s >= 0) pivot(i, s);
  }
  if (!minimise(price)) return { status: "open", multipliers: new Map() };
  return { status: "optimal", multipliers: multipliers(price, scale, 0n) };
}

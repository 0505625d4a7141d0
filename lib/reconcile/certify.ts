import {
  add,
  compare,
  divide,
  fromNumber,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../quantity/rational.ts";
import type { Program, Row } from "./program.ts";

/** Exact multipliers of rows, and what they prove. */
export interface Certified {
  /** The multiplier of each row that takes part. */
  readonly multipliers: ReadonlyMap<number, Rational>;
  /** No solution has a lower cost than this. */
  readonly bound: Rational;
  /** Whether columns priced at their cost but for rounding are so exactly. */
  readonly basic: boolean;
}

/**
 * The fraction with the smallest denominator within a relative distance of a
 * double, by continued fractions; the double itself where none is small.
 */
function nearby(value: number): Rational {
  const tolerance = 1e-12 * Math.abs(value);
  let [p0, q0, p1, q1] = [0, 1, 1, 0];
  let rest = value;
  for (let i = 0; i < 30; i++) {
    const whole = Math.floor(rest);
    [p0, p1] = [p1, whole * p1 + p0];
    [q0, q1] = [q1, whole * q1 + q0];
    if (q1 > 1e6 || Math.abs(p1) > 2 ** 52) break;
    if (Math.abs(value - p1 / q1) <= tolerance) return rational(p1, q1);
    rest = 1 / (rest - whole);
    if (!Number.isFinite(rest)) break;
  }
  return fromNumber(value);
}

/** A column's gap below this, relative to the multipliers, is none. */
const ROUNDING = 1e-7;

function allowed(row: Row, y: Rational): boolean {
  return row.sense === "=" || (row.sense === ">=" ? y.n > 0n : y.n < 0n);
}

/** Checks multipliers exactly: no column may be worth more than it costs. */
function check(
  program: Program,
  cost: ReadonlyMap<number, Rational>,
  multipliers: Map<number, Rational>,
  largest: number,
): Certified | null {
  let bound = ZERO;
  const worth = new Map<number, Rational>();
  for (const [i, y] of multipliers) {
    const row = program.rows[i]!;
    if (y.n === 0n || !allowed(row, y)) {
      multipliers.delete(i);
      continue;
    }
    bound = add(bound, multiply(y, row.rhs));
    row.columns.forEach((column, k) => {
      const value = multiply(y, row.coefficients[k]!);
      worth.set(column, add(worth.get(column) ?? ZERO, value));
    });
  }
  let basic = true;
  for (const [column, value] of worth) {
    const gap = subtract(cost.get(column) ?? ZERO, value);
    if (gap.n < 0n) return null;
    if (gap.n > 0n && Number(gap.n) / Number(gap.d) < ROUNDING * largest) {
      basic = false;
    }
  }
  for (const [column, value] of cost) {
    if (value.n < 0n && !worth.has(column)) return null;
  }
  return { multipliers, bound, basic };
}

/** The bound that multipliers of rows add up to. */
export function boundOf(
  program: Program,
  multipliers: ReadonlyMap<number, Rational>,
): Rational {
  let bound = ZERO;
  for (const [i, y] of multipliers) {
    bound = add(bound, multiply(y, program.rows[i]!.rhs));
  }
  return bound;
}

/**
 * Solves the multipliers again in rational arithmetic from which of them are
 * not zero and which columns are priced exactly, as the solver's basis has it.
 */
function solveAgain(
  program: Program,
  cost: ReadonlyMap<number, Rational>,
  rough: ReadonlyMap<number, number>,
  largest: number,
): Map<number, Rational> | null {
  const support = [...rough.keys()];
  const worth = new Map<number, number>();
  const touching = new Map<number, { at: number; value: Rational }[]>();
  support.forEach((i, at) => {
    const row = program.rows[i]!;
    row.columns.forEach((column, k) => {
      const value = row.coefficients[k]!;
      worth.set(
        column,
        (worth.get(column) ?? 0) +
          rough.get(i)! * Number(value.n) / Number(value.d),
      );
      const list = touching.get(column);
      if (list) list.push({ at, value });
      else touching.set(column, [{ at, value }]);
    });
  });
  // Gauss & Jordan on sparse equations, one a column that is priced exactly.
  const pivots = new Map<number, Map<number, Rational>>();
  const RHS = -1;
  for (const [column, terms] of touching) {
    const price = cost.get(column) ?? ZERO;
    const gap = Number(price.n) / Number(price.d) - worth.get(column)!;
    if (Math.abs(gap) > ROUNDING * largest) continue;
    const equation = new Map<number, Rational>();
    for (const { at, value } of terms) equation.set(at, value);
    if (price.n !== 0n) equation.set(RHS, price);
    for (const at of [...equation.keys()]) {
      const pivot = pivots.get(at);
      const factor = equation.get(at);
      if (!pivot || !factor) continue;
      for (const [k, v] of pivot) {
        const sum = subtract(equation.get(k) ?? ZERO, multiply(factor, v));
        if (sum.n === 0n) equation.delete(k);
        else equation.set(k, sum);
      }
    }
    let lead = RHS;
    for (const at of equation.keys()) if (at !== RHS) lead = at;
    if (lead === RHS) {
      if (equation.size > 0) return null;
      continue;
    }
    const by = equation.get(lead)!;
    for (const [k, v] of equation) equation.set(k, divide(v, by));
    for (const pivot of pivots.values()) {
      const factor = pivot.get(lead);
      if (!factor) continue;
      for (const [k, v] of equation) {
        const sum = subtract(pivot.get(k) ?? ZERO, multiply(factor, v));
        if (sum.n === 0n) pivot.delete(k);
        else pivot.set(k, sum);
      }
    }
    pivots.set(lead, equation);
  }
  const free = new Map<number, Rational>();
  support.forEach((i, at) => {
    if (!pivots.has(at)) free.set(at, nearby(rough.get(i)!));
  });
  const solved = new Map<number, Rational>();
  support.forEach((i, at) => {
    const pivot = pivots.get(at);
    if (!pivot) return void solved.set(i, free.get(at)!);
    let value = pivot.get(RHS) ?? ZERO;
    for (const [k, v] of pivot) {
      const other = free.get(k);
      if (other) value = add(value, negate(multiply(v, other)));
    }
    solved.set(i, value);
  });
  return solved;
}

/**
 * Makes a proof of a solver's rounded multipliers (for the least cost of a
 * program): first by taking each as the small fraction nearby, then by solving
 * for them again exactly. What is returned has been checked exactly; it may be
 * a weaker bound than the true least cost, never a stronger one.
 *
 * Method: Applegate, Cook, Dash & Espinoza, "Exact solutions to linear
 * programming problems", Operations Research Letters 35 (2007).
 */
export function certify(
  program: Program,
  cost: ReadonlyMap<number, Rational>,
  dual: ArrayLike<number>,
): Certified | null {
  const rough = new Map<number, number>();
  for (let i = 0; i < program.rows.length; i++) {
    if (Math.abs(dual[i]!) > 1e-9) rough.set(i, dual[i]!);
  }
  let largest = 1;
  for (const y of rough.values()) largest = Math.max(largest, Math.abs(y));
  const near = new Map([...rough].map(([i, y]) => [i, nearby(y)] as const));
  const first = check(program, cost, near, largest);
  if (first?.basic) return first;
  const solved = solveAgain(program, cost, rough, largest);
  const second = solved && check(program, cost, solved, largest);
  if (!first || !second) return second ?? first;
  return compare(second.bound, first.bound) > 0 ? second : first;
}

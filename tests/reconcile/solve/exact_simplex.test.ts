import assert from "node:assert/strict";
import {
  add,
  multiply,
  type Rational,
  rational,
  ZERO,
} from "../../../lib/quantity/rational.ts";
import { solveExactly } from "../../../lib/reconcile/solve/exact_simplex.ts";
import type {
  Program,
  ProgramRow,
} from "../../../lib/reconcile/solve/program.ts";

/** The bound that multipliers of rows add up to. */
function boundOf(
  program: Program,
  multipliers: ReadonlyMap<number, Rational>,
): Rational {
  let bound = ZERO;
  for (const [i, y] of multipliers) {
    bound = add(bound, multiply(y, program.rows[i]!.rhs));
  }
  return bound;
}

function row(
  coefficients: number[],
  sense: ProgramRow["sense"],
  rhs: number,
): ProgramRow {
  return {
    columns: coefficients.map((_, i) => i),
    coefficients: coefficients.map((c) => rational(c)),
    sense,
    rhs: rational(rhs),
  };
}

Deno.test("the least cost comes with multipliers that prove it", () => {
  // 3x + 2y least where x + y ≥ 4 and 2x + y ≥ 5: at (1, 3).
  const program = {
    columns: 2,
    rows: [row([1, 1], ">=", 4), row([2, 1], ">=", 5)],
  };
  const cost = new Map([[0, rational(3)], [1, rational(2)]]);
  const { status, multipliers } = solveExactly(program, cost);
  assert.equal(status, "optimal");
  assert.deepEqual(boundOf(program, multipliers), rational(9));
  assert.deepEqual(multipliers.get(0), rational(1));
});

Deno.test("rows that contradict each other are refuted", () => {
  const rows = [row([3], ">=", 2), row([7], "<=", 1)];
  const { status, multipliers } = solveExactly({ columns: 1, rows }, new Map());
  assert.equal(status, "infeasible");
  // 7 times the first less 3 times the second: 0 ≥ 11, in some proportion.
  const [a, b] = [multipliers.get(0)!, multipliers.get(1)!];
  assert.ok(a.n > 0n && b.n < 0n);
  assert.equal(a.n * 3n * b.d, -b.n * 7n * a.d);
  assert.ok(boundOf({ columns: 1, rows }, multipliers).n > 0n);
});

Deno.test("a cost that can fall without end is open", () => {
  const rows = [row([1, -1], "=", 0)];
  const cost = new Map([[0, rational(-1)]]);
  assert.equal(solveExactly({ columns: 2, rows }, cost).status, "open");
});

Deno.test("rows that repeat each other, and corners of many rows, come to an end", () => {
  // Beale's example, on which the steepest column cycles for ever.
  const q = (n: number, d: number) => rational(n, d);
  const columns = [0, 1, 2, 3];
  const rows: ProgramRow[] = [
    {
      columns,
      coefficients: [q(1, 4), q(-60, 1), q(-1, 25), q(9, 1)],
      sense: "<=",
      rhs: ZERO,
    },
    {
      columns,
      coefficients: [q(1, 2), q(-90, 1), q(-1, 50), q(3, 1)],
      sense: "<=",
      rhs: ZERO,
    },
    { columns: [2], coefficients: [q(1, 1)], sense: "<=", rhs: q(1, 1) },
    { columns: [2], coefficients: [q(2, 1)], sense: "<=", rhs: q(2, 1) },
  ];
  const cost = new Map([
    [0, q(-3, 4)],
    [1, q(150, 1)],
    [2, q(-1, 50)],
    [3, q(6, 1)],
  ]);
  const { status, multipliers } = solveExactly({ columns: 4, rows }, cost);
  assert.equal(status, "optimal");
  assert.deepEqual(boundOf({ columns: 4, rows }, multipliers), q(-1, 20));
});

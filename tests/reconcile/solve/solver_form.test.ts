import assert from "node:assert/strict";
import { rational } from "../../../lib/quantity/rational.ts";
import { rowOf } from "../../../lib/reconcile/solve/program.ts";
import { solverForm } from "../../../lib/reconcile/solve/solver_form.ts";

const sum = [[0, rational(1)], [1, rational(1)]] as const;

Deno.test("rows over one sum are a line, rows over one column are bounds", () => {
  const form = solverForm({
    columns: 2,
    rows: [
      rowOf(sum, ">=", rational(3)),
      rowOf(sum, "<=", rational(5)),
      rowOf([[1, rational(2)]], "<=", rational(7)),
      // −4y ≥ −8 says that y is at most 2.
      rowOf([[1, rational(-4)]], ">=", rational(-8)),
      rowOf([[0, rational(1)], [1, rational(2)]], ">=", rational(1)),
    ],
  }, 0);
  assert.equal(form.lines.length, 2);
  assert.deepEqual(
    form.sides.map((sides) => sides.map(({ row, sense }) => [row, sense])),
    [[[0, ">="], [1, "<="]], [[4, ">="]]],
  );
  assert.deepEqual(form.bounds[0], []);
  assert.deepEqual(form.bounds[1], [
    { row: 2, sense: "<=", value: rational(7, 2), times: rational(2) },
    { row: 3, sense: "<=", value: rational(2), times: rational(-4) },
  ]);
  assert.deepEqual([...form.placeOf], [0, 0, -2, -2, 1]);
});

Deno.test("rows that may be broken at a price stay lines of their own", () => {
  const one = rowOf([[0, rational(1)]], ">=", rational(1));
  const form = solverForm({ columns: 1, rows: [one, one, one] }, 2);
  assert.deepEqual([...form.placeOf], [0, 1, -1]);
});

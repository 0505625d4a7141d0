import assert from "node:assert/strict";
import { rational } from "../../../lib/quantity/rational.ts";
import { ENDLESS } from "../../../lib/reconcile/deadline.ts";
import { ExactProgram } from "../../../lib/reconcile/solve/exact_program.ts";
import { exactRay } from "../../../lib/reconcile/solve/exact_ray.ts";
import { ExactSimplex } from "../../../lib/reconcile/solve/exact_simplex.ts";
import {
  type Program,
  type ProgramRow,
  rowOf,
} from "../../../lib/reconcile/solve/program.ts";
import { RoughTableau } from "../../../lib/reconcile/solve/rough_tableau.ts";

function row(
  terms: readonly (readonly [number, number])[],
  sense: ProgramRow["sense"],
  rhs: number,
): ProgramRow {
  return rowOf(terms.map(([c, a]) => [c, rational(a)]), sense, rational(rhs));
}

Deno.test("rows that refute each other are named, and give their multipliers", () => {
  // x + y is 10 at least, x is 4 and y is 5 at most; z has no part in it.
  const program: Program = {
    columns: 3,
    rows: [
      row([[0, 1], [1, 1]], ">=", 10),
      row([[2, 1]], ">=", 7),
      row([[0, 1]], "<=", 4),
      row([[1, 1]], "<=", 5),
    ],
  };
  const tableau = RoughTableau.of(program)!;
  const found = tableau.decide(() => true);
  assert.ok(found.status === "refuted");
  const { refutation } = found;
  const rows = [...refutation.others, refutation.row];
  assert.deepEqual(rows.filter((r) => r >= 0).sort((a, b) => a - b), [0, 2, 3]);
  const exact = ExactProgram.of(program);
  const dual = exactRay(exact, refutation, ENDLESS);
  // 10 less 4 less 5 is 1, more than nothing.
  const bound = exact.bound(dual, new Map(), () => true)!;
  assert.equal(bound.n, dual.d);
  assert.equal(tableau.decide((r) => r !== 3).status, "agree");
  assert.equal(tableau.decide(() => true).status, "refuted");
});

Deno.test("what the tableau tells of any rows is what exact steps find", () => {
  let state = 11;
  const random = (below: number) =>
    (state = state * 48271 % 2147483647) % below;
  let refuted = 0;
  for (let round = 0; round < 60; round++) {
    const columns = 2 + random(5);
    const program: Program = {
      columns,
      rows: Array.from({ length: 3 + random(9) }, () => {
        const terms = Array.from(
          { length: 1 + random(3) },
          () => [random(columns), random(7) - 3] as const,
        );
        const sense = ([">=", "<=", "="] as const)[random(3)]!;
        return row(terms, sense, random(40));
      }).filter(({ columns }) => columns.length > 0),
    };
    const exact = ExactProgram.of(program);
    const simplex = new ExactSimplex(exact);
    const tableau = RoughTableau.of(program)!;
    // One set of rows after another: steps taken before must not show.
    for (let asked = 0; asked < 6; asked++) {
      const on = program.rows.map(() => random(4) > 0);
      const active = (r: number) => on[r]!;
      const rough = tableau.decide(active);
      const end = simplex.minimise(new Map(), active, {
        columns: [],
        rows: [],
      });
      assert.equal(
        rough.status === "refuted",
        end.status === "infeasible",
        `round ${round}, question ${asked}`,
      );
      if (rough.status !== "refuted") continue;
      refuted++;
      const dual = exactRay(exact, rough.refutation, ENDLESS);
      assert.ok(exact.bound(dual, new Map(), active)!.n > 0n);
    }
  }
  assert.ok(refuted > 50);
});

import assert from "node:assert/strict";
import { rational } from "../../../lib/quantity/rational.ts";
import { ENDLESS } from "../../../lib/reconcile/deadline.ts";
import { loadHighs } from "../../../lib/reconcile/solve/load_highs.ts";
import { rowOf } from "../../../lib/reconcile/solve/program.ts";
import { WarmModel } from "../../../lib/reconcile/solve/warm_model.ts";

const highs = await loadHighs();
const x = [[0, rational(1)]] as const;
const sum = [[0, rational(1)], [1, rational(1)]] as const;

/** The rows of a basis where x costs so much, and y nothing. */
function basisOf(
  program: ConstructorParameters<typeof WarmModel>[1],
  cost: number,
): readonly number[] {
  using model = new WarmModel(highs, program, 0, ENDLESS);
  model.cost(0, cost);
  assert.equal(typeof model.run(), "object");
  return model.basis().rows;
}

Deno.test("of a sum that is given the basis holds the side that it rests on", () => {
  // x + y = 5 by two rows, and x is at least 1 and at most 3.
  const program = {
    columns: 2,
    rows: [
      rowOf(sum, ">=", rational(5)),
      rowOf(sum, "<=", rational(5)),
      rowOf([[1, rational(1)]], "<=", rational(4)),
      rowOf([[1, rational(1)]], ">=", rational(2)),
    ],
  };
  // x is 5 − y: least where y is 4, since the sum is at least 5.
  assert.deepEqual(basisOf(program, 1), [0, 2]);
  // It is greatest where y is 2, since the sum is at most 5.
  assert.deepEqual(basisOf(program, -1), [1, 3]);
});

Deno.test("of a column that is given the basis holds the side that it rests on", () => {
  const program = {
    columns: 1,
    rows: [rowOf(x, "<=", rational(5)), rowOf(x, ">=", rational(5))],
  };
  assert.deepEqual(basisOf(program, 1), [1]);
  assert.deepEqual(basisOf(program, -1), [0]);
});

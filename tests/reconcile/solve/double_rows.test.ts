import assert from "node:assert/strict";
import {
  DoubleRows,
  doublesOf,
} from "../../../lib/reconcile/solve/double_rows.ts";
import { smallOf } from "../../../lib/reconcile/solve/modular_kernel.ts";

function sum(values: readonly bigint[], rhs: bigint) {
  const entries = values.map((value, column) => ({
    column,
    value,
    small: smallOf(value),
  }));
  return { entries, rhs };
}

Deno.test("what doubles hold is exact", () => {
  const rows = new DoubleRows([sum([2n, -3n], 5n), sum([1n, 1n], -1n)]);
  const x = doublesOf([10n, 4n]);
  // 2·10 − 3·4 − 5·2 of the first, 10 + 4 + 2 of the second, at 5 and 2.
  assert.equal(rows.excess(0, x, 2), -2);
  assert.equal(rows.excess(1, x, 2), 16);
  // Along a ray what a row asks for does not count.
  assert.equal(rows.excess(0, x, 0), 8);
});

Deno.test("what doubles would round is not told", () => {
  const big = 2n ** 53n;
  assert.ok(Number.isNaN(doublesOf([big])[0]));
  assert.ok(Number.isNaN(doublesOf([-big])[0]));
  assert.equal(doublesOf([big - 1n])[0], 2 ** 53 - 1);
  // 2^52 − 2^52 is nothing, but such terms may be more than a double holds.
  const rows = new DoubleRows([sum([1n, -1n], 0n), sum([1n, 0n], big)]);
  assert.ok(Number.isNaN(rows.excess(0, doublesOf([big / 2n, big / 2n]), 1)));
  assert.equal(rows.excess(0, doublesOf([3n, 2n]), 1), 1);
  assert.ok(Number.isNaN(rows.excess(1, doublesOf([1n, 0n]), 1)));
});

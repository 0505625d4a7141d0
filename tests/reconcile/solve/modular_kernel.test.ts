import assert from "node:assert/strict";
import fc from "fast-check";
import { ENDLESS } from "../../../lib/reconcile/deadline.ts";
import {
  type Entry,
  ModularKernel,
  smallOf,
} from "../../../lib/reconcile/solve/modular_kernel.ts";

function entries(rows: readonly (readonly bigint[])[]): Entry[][] {
  return rows.map((row) =>
    row.map((value, column) => ({ column, value, small: smallOf(value) }))
      .filter(({ value }) => value !== 0n)
  );
}

/** The rank, by fractions without denominators, row by row. */
function rankOf(rows: readonly (readonly bigint[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && row[column] !== 0n);
    if (at < 0) continue;
    [left[rank], left[at]] = [left[at]!, left[rank]!];
    const pivot = left[rank]!;
    for (let i = rank + 1; i < left.length; i++) {
      const times = left[i]![column]!;
      left[i] = left[i]!.map((v, k) => v * pivot[column]! - times * pivot[k]!);
    }
    rank++;
  }
  return rank;
}

// Around the primes that are used, small, and beyond every double.
const number = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(-3n, 3n) },
  { weight: 2, arbitrary: fc.bigInt(-1000n, 1000n) },
  {
    weight: 2,
    arbitrary: fc.bigInt(2n ** 26n - 12n, 2n ** 26n + 2n),
  },
  {
    weight: 1,
    arbitrary: fc.bigInt(-(2n ** 26n) - 2n, -(2n ** 26n) + 12n),
  },
  { weight: 1, arbitrary: fc.bigInt(-(10n ** 40n), 10n ** 40n) },
);

const system = fc.tuple(
  fc.integer({ min: 1, max: 7 }),
  fc.integer({
    min: 1,
    max: 7,
  }),
).chain(([height, width]) =>
  fc.tuple(
    fc.array(fc.array(number, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
    fc.array(number, { minLength: height, maxLength: height }),
    fc.array(number, { minLength: width, maxLength: width }),
  )
);

Deno.test("equations of the regular part are solved exactly, across and down", () => {
  fc.assert(
    fc.property(system, ([matrix, right, cost]) => {
      const width = cost.length;
      const kernel = new ModularKernel(entries(matrix), width, ENDLESS);
      assert.equal(kernel.rows.length, rankOf(matrix));
      assert.equal(kernel.columns.length, kernel.rows.length);
      const x = kernel.solve(right);
      for (const row of kernel.rows) {
        let sum = 0n;
        matrix[row]!.forEach((value, column) => sum += value * x.n[column]!);
        assert.equal(sum, right[row]! * x.d);
      }
      const y = kernel.solveTransposed(cost);
      for (const column of kernel.columns) {
        let sum = 0n;
        matrix.forEach((row, i) => sum += row[column]! * y.n[i]!);
        assert.equal(sum, cost[column]! * y.d);
      }
      assert.ok(x.d > 0n && y.d > 0n);
    }),
    { numRuns: 600, seed: 1 },
  );
});

Deno.test("numbers next to a prime are told from their remainders", () => {
  // The largest prime below 2^26 is 67,108,859: a coefficient beyond it.
  const kernel = new ModularKernel(
    entries([[67_108_863n, -67_108_863n], [5n, 0n]]),
    2,
    ENDLESS,
  );
  const { n, d } = kernel.solve([67_108_863n, 10n]);
  assert.deepEqual([n[0]! / d, n[1]! / d], [2n, 1n]);
});

import assert from "node:assert/strict";
import { guess } from "../../../lib/reconcile/solve/guess.ts";

Deno.test("numbers with a small common denominator are told as what they are", () => {
  const found = guess([0.5, 2, 1 / 3, 0]);
  assert.deepEqual(found, { n: [3n, 12n, 2n, 0n], d: 6n });
});

Deno.test("numbers of several parts are told though they have no small common denominator", () => {
  const values = [7 / 1009, 5 / 1013, 3 / 1019, 4 / 1021, 8 / 1009];
  const found = guess(values)!;
  // The least common denominator is their product, above 10 to the power of 12.
  found.n.forEach((n, i) => {
    const off = Math.abs(Number(n) / Number(found.d) - values[i]!);
    assert.ok(off < 1e-8, `${values[i]}`);
  });
});

Deno.test("what is off by more than was allowed is no whole number", () => {
  assert.deepEqual(guess([3 + 1e-7, 2], 1e-6), { n: [3n, 2n], d: 1n });
  assert.notDeepEqual(guess([3 + 1e-7, 2])?.n, [3n, 2n]);
});

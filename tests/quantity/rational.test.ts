import {
  add,
  compare,
  divide,
  fromNumber,
  max,
  min,
  multiply,
  negate,
  rational,
  subtract,
  toNumber,
} from "../../lib/quantity/rational.ts";
import assert from "node:assert/strict";

/** Small generator with a fixed seed (xorshift32), so that failures repeat. */
function random(seed: number): () => number {
  return () => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) / 2 ** 32;
  };
}

Deno.test("fractions are kept in lowest terms, the sign on top", () => {
  assert.deepEqual(rational(-4, -6), { n: 2n, d: 3n });
  assert.deepEqual(rational(0, -5), { n: 0n, d: 1n });
  assert.throws(() => rational(1, 0), RangeError);
  assert.throws(() => divide(rational(1), rational(0)), RangeError);
});

Deno.test("arithmetic obeys the field's laws", () => {
  const next = random(7);
  const draw = () =>
    rational(Math.trunc(next() * 200 - 100), 1 + Math.trunc(next() * 50));
  for (let i = 0; i < 500; i++) {
    const [a, b, c] = [draw(), draw(), draw()];
    assert.deepEqual(subtract(add(a, b), b), a);
    assert.deepEqual(add(a, negate(a)), rational(0));
    assert.deepEqual(
      multiply(a, add(b, c)),
      add(multiply(a, b), multiply(a, c)),
    );
    if (b.n !== 0n) assert.deepEqual(multiply(divide(a, b), b), a);
    assert.equal(
      Math.sign(compare(a, b)),
      Math.sign(toNumber(a) - toNumber(b)),
    );
    assert.deepEqual(add(min(a, b), max(a, b)), add(a, b));
  }
});

Deno.test("toNumber() gives the nearest double", () => {
  const next = random(11);
  for (let i = 0; i < 2000; i++) {
    // Both are whole numbers below 2^53, so that / rounds once as well.
    const n = Math.trunc((next() - 0.5) * 2 ** (1 + next() * 52));
    const d = 1 + Math.trunc(next() * 2 ** (next() * 52));
    // Plus zero: a fraction has no negative zero.
    assert.equal(toNumber(rational(n, d)), n / d + 0, `${n}/${d}`);
  }
  assert.equal(toNumber(rational(10n ** 400n + 1n, 10n ** 400n)), 1);
  assert.equal(
    toNumber(rational(1n, 3n * 10n ** 300n)),
    3.33333333333333333333e-301,
  );
});

Deno.test("fromNumber() is exact", () => {
  for (const value of [0, -0.1, 1 / 3, 2 ** 60, 1e-300, 61_872]) {
    assert.equal(toNumber(fromNumber(value)), value);
  }
  assert.throws(() => fromNumber(NaN), RangeError);
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { type RatioRange, ratioSides } from "../../lib/analysis/ratio_sides.ts";

function sides(ratios: readonly (readonly [number | null, number | null])[]) {
  const { more, less, either } = ratioSides(
    ratios.map(([low, high]) => ({ ratio: { low, high } })),
  );
  const range = ({ ratio: { low, high } }: { ratio: RatioRange }) => [
    low,
    high,
  ];
  return [more.map(range), less.map(range), either.map(range)];
}

Deno.test("a ratio bounded on one side alone counts where that side decides", () => {
  assert.deepEqual(
    sides([
      [0.393, 2.918],
      [null, 0.845],
      [1.297, 2.042],
      [null, 1.014],
      [0.978, 1.057],
      [null, 0.813],
      [0.234, null],
      [1.976, null],
      [null, null],
    ]),
    [
      // The farthest above is the one with the greatest low, though 0.393 to
      // 2.918 reaches higher: it may as well be below.
      [[1.976, null], [1.297, 2.042]],
      [[null, 0.813], [null, 0.845]],
      [[0.393, 2.918], [null, 1.014], [0.978, 1.057], [0.234, null], [
        null,
        null,
      ]],
    ],
  );
});

Deno.test("one itself is neither more nor less than one", () => {
  assert.deepEqual(sides([[1, 1], [1, 2], [0.5, 1]]), [
    [],
    [],
    [[1, 1], [1, 2], [0.5, 1]],
  ]);
  assert.deepEqual(sides([]), [[], [], []]);
});

Deno.test("every ratio is on one side, and its low and high say so", () => {
  const end = fc.option(fc.double({ min: 0, max: 4, noNaN: true }));
  fc.assert(fc.property(fc.array(fc.tuple(end, end)), (ends) => {
    const pairs = ends.map(([a, b]) => ({
      ratio: a !== null && b !== null && a > b
        ? { low: b, high: a }
        : { low: a, high: b },
    }));
    const { more, less, either } = ratioSides(pairs);
    assert.equal(more.length + less.length + either.length, pairs.length);
    assert.ok(more.every(({ ratio }) => (ratio.low ?? 0) > 1));
    assert.ok(less.every(({ ratio }) => (ratio.high ?? Infinity) < 1));
    assert.ok(
      either.every(({ ratio }) =>
        (ratio.low ?? 0) <= 1 && (ratio.high ?? Infinity) >= 1
      ),
    );
  }));
});

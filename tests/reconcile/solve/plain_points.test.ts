import assert from "node:assert/strict";
import { rational } from "../../../lib/quantity/rational.ts";
import {
  attains,
  pointsAttaining,
} from "../../../lib/reconcile/solve/plain_points.ts";

Deno.test("a point attains a bound of a sum exactly or not at all", () => {
  const point = { n: [1n, 2n, 0n], d: 3n };
  assert.ok(attains(point, { columns: [0, 1], value: rational(1) }));
  assert.ok(attains(point, { columns: [1], value: rational(2, 3) }));
  assert.ok(!attains(point, { columns: [1], value: rational(2) }));
  const whole = { n: [1n, 2n], d: 1n };
  assert.ok(attains(whole, { columns: [1], value: rational(2) }));
  assert.ok(!attains(whole, { columns: [0], value: rational(2) }));
});

Deno.test("points are looked for as long as they attain enough", () => {
  // Of ten columns each point attains six of what is left, then three.
  const targets = Array.from(
    { length: 10 },
    (_, column) => ({ columns: [column], value: rational(5) }),
  );
  const asked: number[][] = [];
  const points = [...pointsAttaining(targets, "high", (cost) => {
    assert.ok([...cost.values()].every((price) => price === -1n));
    const left = [...cost.keys()];
    asked.push(left);
    const hit = left.slice(0, asked.length === 1 ? 6 : 3);
    return { n: targets.map((_, c) => hit.includes(c) ? 5n : 0n), d: 1n };
  })];
  assert.deepEqual(asked, [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [6, 7, 8, 9]]);
  assert.equal(points.length, 2);
  assert.deepEqual([...pointsAttaining(targets, "low", () => null)], []);
});

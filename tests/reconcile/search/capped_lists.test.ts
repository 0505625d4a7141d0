import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

/** Eight months with two numbers each, which cannot both be right, in one part. */
function rivals(weight: string): Claim[] {
  const common = { measure: "m", kind: "total", hedge: "exact" } as const;
  const pairs = Array.from({ length: 8 }, (_, i): Claim[] => {
    const month = `2024-0${i + 1}`;
    const days = { start: month, end: month };
    return [
      { ...common, ...days, claim_id: `a${i}`, stated: "10" },
      { ...common, ...days, claim_id: `b${i}`, stated: "20", weight },
    ];
  });
  const whole = { start: "2024-01", end: "2024-08" };
  return [
    ...pairs.flat(),
    { ...common, ...whole, claim_id: "all", hedge: "at_least", stated: "1" },
  ];
}

Deno.test("a capped list of repairs has the lightest ones first", async () => {
  // All a, or all but one, for which its rival goes: 8, and eight times 9.
  using result = await reconcile(rivals("2"), { most: 5 });
  assert.deepEqual(result.repairs.map(({ weight }) => weight), [8, 9, 9, 9, 9]);
  assert.equal(result.repairsComplete, false);
  assert.equal(result.conflicts.length, 5);
  assert.equal(result.conflictsComplete, false);
});

Deno.test("of repairs that weigh the same a capped list has as many as asked for", async () => {
  // One of each pair: 2 to the power of 8.
  using result = await reconcile(rivals("1"), { most: 5 });
  assert.equal(result.repairs.length, 5);
  for (const { drop, weight } of result.repairs) {
    assert.equal(weight, 8);
    assert.deepEqual(
      drop.map((id) => id.slice(1)).sort(),
      ["0", "1", "2", "3", "4", "5", "6", "7"],
    );
  }
  assert.ok(result.isCertain("repairs"));
  assert.equal(result.repairsComplete, false);
});

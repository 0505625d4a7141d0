import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { takeTurns } from "../../../lib/reconcile/search/turns.ts";

function total(
  id: string,
  measure: string,
  stated: string,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure,
    stated,
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
    ...cells,
  };
}

/** Six of one measure at odds with each other, two of each of three others. */
const claims = [
  ...[1, 2, 3, 4, 5, 6].map((n) => total(`a${n}`, "many", String(n))),
  ...["x", "y", "z"].flatMap((m) => [
    total(`${m}1`, m, "1"),
    total(`${m}2`, m, "2"),
  ]),
];

Deno.test("a capped list has a turn for each measure before any has a second", async () => {
  for (const most of [1, 2, 3, 4, 5, 10, 17]) {
    using result = await reconcile(claims, { most });
    const listed = result.conflicts.map((c) => c.claims);
    assert.equal(listed.length, most);
    assert.deepEqual(listed, listed.toSorted(), "ids in order");
    const turns = new Map<string, number>();
    for (const [first] of listed) {
      turns.set(first![0]!, (turns.get(first![0]!) ?? 0) + 1);
    }
    assert.equal(turns.size, Math.min(most, 4));
    if (most <= 4) assert.ok([...turns.values()].every((n) => n === 1));
    assert.equal(result.conflictsComplete, false);
    for (const what of ["conflicts", "repairs", "cheapest"] as const) {
      assert.ok(result.isCertain(what), what);
    }
  }
  // 15 pairs of six, and three more.
  using all = await reconcile(claims, { most: 18 });
  assert.equal(all.conflicts.length, 18);
  assert.equal(all.conflictsComplete, true);
});

Deno.test("a conflict of two measures is a turn of both", async () => {
  const linked = [
    total("p1", "p", "10"),
    total("p2", "p", "20"),
    total("q1", "q", "10"),
    {
      ...total("twice", "p", "2"),
      kind: "ratio",
      hedge: "at_least",
      of_measure: "q",
    } as const,
  ];
  using both = await reconcile(linked, { most: 2 });
  // p1 against p2, and p1 below twice q1.
  assert.deepEqual(
    both.conflicts.map((c) => c.claims),
    [["p1", "p2"], ["p1", "q1", "twice"]],
  );
  assert.equal(both.conflictsComplete, true);
});

Deno.test("turns go round until the list is full, and leave no place empty", () => {
  const groups = [["a"], ["a"], ["a", "b"], ["b"], ["c"]];
  assert.deepEqual(takeTurns(groups, 3), [0, 3, 4]);
  assert.deepEqual(takeTurns(groups, 4), [0, 1, 3, 4]);
  assert.deepEqual(takeTurns(groups, 9), [0, 1, 2, 3, 4]);
  assert.deepEqual(takeTurns([["a", "b"], ["a"], ["c"]], 2), [0, 2]);
  assert.deepEqual(takeTurns(groups, 0), []);
});

Deno.test("a capped list of repairs has a turn for each measure that can give", async () => {
  // Either p1 goes (weight 1), or one of those about q that speak against it.
  const linked = [
    ...claims,
    total("p1", "p", "30"),
    {
      ...total("q-p", "q", "1", { weight: "2" }),
      kind: "ratio",
      hedge: "at_least",
      of_measure: "p",
    } as const,
    total("q1", "q", "10", { weight: "2" }),
  ];
  using result = await reconcile(linked, { most: 3 });
  const measures = new Set(
    result.repairs.flatMap(({ drop }) => drop.map((id) => id[0])),
  );
  assert.deepEqual([...measures].sort(), ["a", "p", "q", "x", "y", "z"]);
  assert.deepEqual(result.repairs[0]!.drop, result.cheapestRepair.drop);
  assert.ok(!result.cheapestRepair.drop.includes("q1"));
  const weights = result.repairs.map(({ weight }) => weight);
  assert.deepEqual(weights, weights.toSorted((a, b) => a - b));
});

import assert from "node:assert/strict";
import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

function month(i: number): string {
  return `${2000 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}`;
}

function total(
  id: string,
  stated: number,
  from: number,
  to: number,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated: String(stated),
    hedge: "exact",
    start: month(from),
    end: month(to),
    ...cells,
  };
}

function name(prefix: string, i: number): string {
  return prefix + String(i).padStart(2, "0");
}

/** A cap that any 13 of 24 months break: 2,496,144 conflicts and repairs. */
function crowd(parts: boolean): Claim[] {
  const cap = total("cap", 12, 0, 23, { hedge: "up_to", weight: "100" });
  return [
    cap,
    ...Array.from({ length: 24 }, (_, i) =>
      total(name("m", i), 1, i, i, {
        hedge: "at_least",
        measure: parts && i % 2 === 1 ? "part" : "cases",
        weight: String(1 + i % 3),
      })),
  ];
}

for (const parts of [false, true]) {
  const how = parts ? "linear program" : "difference network";
  Deno.test(`millions of conflicts: cut in time, the cheapest repair still right (${how})`, async () => {
    const began = performance.now();
    using result = await reconcile({
      claims: crowd(parts),
      measures: parts
        ? [{ measure: "part", part_of: "cases", split: "part" }]
        : [],
    }, { seconds: 6 });
    const json = result.toJSON();
    const seconds = (performance.now() - began) / 1000;
    assert.ok(seconds < 9, `${seconds} s`);
    assert.equal(json.conflicts_complete, false);
    assert.equal(json.repairs_complete, false);
    // Twelve months go: the eight of weight 1, then the first four of weight 2.
    const cheapest = [0, 1, 3, 4, 6, 7, 9, 10, 12, 15, 18, 21].map((i) =>
      name("m", i)
    );
    assert.deepEqual(result.cheapestRepair, {
      drop: cheapest,
      weight: 16,
      certain: true,
    });
    assert.deepEqual(json.repairs[0], { drop: cheapest, weight: 16 });
    assert.deepEqual(json.bounds_without, cheapest);
  });
}

Deno.test("a billion repairs of one component: the cheapest one is right", async () => {
  const claims = [total("all", 0, 0, 29, { hedge: "at_least" })];
  for (let i = 0; i < 30; i++) {
    claims.push(
      total(name("a", i), 10, i, i, { weight: i % 2 ? "2" : "1" }),
      total(name("b", i), 20, i, i),
    );
  }
  using result = await reconcile(claims, { seconds: 6, most: 5 });
  assert.equal(result.repairsComplete, false);
  assert.equal(result.repairs.length, 5);
  assert.equal(result.conflicts.length, 5);
  assert.deepEqual(
    result.cheapestRepair.drop,
    [
      ...Array.from({ length: 15 }, (_, i) => name("a", 2 * i)),
      ...Array.from({ length: 15 }, (_, i) => name("b", 2 * i + 1)),
    ],
  );
});

Deno.test("conflicts that share nothing are all found, however many repairs", async () => {
  const claims: Claim[] = [];
  for (let i = 0; i < 40; i++) {
    claims.push(total(name("a", i), 10, i, i), total(name("b", i), 20, i, i));
  }
  using result = await reconcile(claims);
  assert.equal(result.conflicts.length, 40);
  assert.equal(result.conflictsComplete, true);
  // 2 to the power of 40: the list is cut, in order.
  assert.equal(result.repairsComplete, false);
  assert.equal(result.repairs.length, 100);
  const [first, second] = result.repairs;
  assert.deepEqual(
    first!.drop,
    Array.from({ length: 40 }, (_, i) => name("a", i)),
  );
  assert.deepEqual(second!.drop.at(-1), "b39");
});

Deno.test("at most so many are listed, the rest is said to be missing", async () => {
  const claims = ["a", "b", "c", "d"].map((id, i) => total(id, i, 0, 0));
  using result = await reconcile(claims, { most: 2 });
  assert.deepEqual(
    result.conflicts.map(({ claims }) => claims.join("")),
    ["ab", "ac"],
  );
  assert.equal(result.conflictsComplete, false);
  assert.deepEqual(
    result.repairs.map(({ drop }) => drop.join("")),
    ["abc", "abd"],
  );
  assert.equal(result.repairsComplete, false);
  using none = await reconcile(claims, { most: 0 });
  assert.deepEqual([none.conflicts, none.repairs], [[], []]);
  assert.deepEqual(none.cheapestRepair.drop, ["a", "b", "c"]);
});

Deno.test("a list that is cut holds the first repairs, however many there are", async () => {
  const claims = [
    total("cap", 5, 0, 11, { hedge: "up_to", weight: "9" }),
    ...Array.from({ length: 12 }, (_, i) =>
      total(name("m", i), 1, i, i, {
        hedge: "at_least",
        weight: String(1 + i % 3),
      })),
  ];
  using all = await reconcile(claims, { most: 10_000 });
  assert.equal(all.repairsComplete, true);
  using few = await reconcile(claims, { most: 20 });
  assert.equal(few.repairsComplete, false);
  assert.deepEqual(few.repairs, all.repairs.slice(0, 20));
});

Deno.test("more time does not change what full lists hold", async () => {
  const lists = async (seconds: number) => {
    using result = await reconcile(crowd(false), { seconds, most: 10 });
    const { conflicts, repairs, blame } = result;
    return { conflicts, repairs, blame };
  };
  assert.deepEqual(await lists(60), await lists(600));
});

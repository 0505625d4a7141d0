import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

/** Months of a camp in some of which the arrivals are 37 too many. */
function slips(months: number, bad: (month: number) => boolean): Claim[] {
  const month = (i: number) =>
    `${2024 + Math.floor((i - 1) / 12)}-${
      String((i - 1) % 12 + 1).padStart(2, "0")
    }`;
  const common = { hedge: "exact" } as const;
  const claims: Claim[] = [{
    ...common,
    claim_id: "level-00",
    kind: "level",
    measure: "camp",
    stated: "1000",
    start: "2023-12",
    end: "2023-12",
  }];
  let level = 1000;
  for (let i = 1; i <= months; i++) {
    const days = { start: month(i), end: month(i) };
    const id = String(i).padStart(2, "0");
    // More than all slips together: no month without its arrivals is too full.
    const arrived = 1000 + 7 * i;
    const left = 990 + 5 * i;
    level += arrived - left;
    claims.push(
      {
        ...common,
        ...days,
        claim_id: `in-${id}`,
        kind: "total",
        measure: "arrivals",
        stated: String(arrived + (bad(i) ? 37 : 0)),
      },
      {
        ...common,
        ...days,
        claim_id: `out-${id}`,
        kind: "total",
        measure: "departures",
        stated: String(left),
      },
      {
        ...common,
        ...days,
        claim_id: `level-${id}`,
        kind: "level",
        measure: "camp",
        stated: String(level),
      },
    );
  }
  return claims;
}

const flow = (flow: string, direction: "in" | "out") =>
  ({ level: "camp", flow, direction, split: "full" }) as const;

const camp = {
  measures: [
    { measure: "camp", counts: "level" },
    { measure: "arrivals" },
    { measure: "departures" },
  ],
  balances: [flow("arrivals", "in"), flow("departures", "out")],
} as const;

/** Two levels and all that flows between them: whether a set is that. */
function assertChain(claims: readonly string[]): [number, number] {
  const levels = claims.filter((id) => id.startsWith("level-"))
    .map((id) => Number(id.slice(-2)));
  assert.equal(levels.length, 2);
  const [from, to] = levels as [number, number];
  const flows = Array.from({ length: to - from }, (_, i) => {
    const id = String(from + i + 1).padStart(2, "0");
    return [`in-${id}`, `out-${id}`];
  });
  assert.deepEqual(
    claims.filter((id) => !id.startsWith("level-")).sort(),
    flows.flat().sort(),
  );
  return [from, to];
}

Deno.test("a dozen slips in one balance are repaired at the least, though in very many ways", async () => {
  const bad = (i: number) => i % 2 === 0;
  const claims = slips(24, bad);
  using result = await reconcile({ ...camp, claims }, { seconds: 90 });
  // Each slip of its own: something of each bad month must go. Of what can the
  // arrivals come first.
  const { drop, weight, certain } = result.cheapestRepair;
  assert.ok(certain);
  assert.equal(weight, 12);
  assert.deepEqual(
    drop,
    Array.from(
      { length: 12 },
      (_, i) => `in-${String(2 * i + 2).padStart(2, "0")}`,
    ),
  );
  assert.ok(result.isCertain("conflicts") && result.isCertain("repairs"));
  // 300 chains less the twelve months that are right.
  assert.equal(result.conflictsComplete || result.repairsComplete, false);
  assert.equal(result.conflicts.length, 100);
  assert.equal(result.repairs.length, 100);
  for (const { claims } of result.conflicts) {
    const [from, to] = assertChain(claims);
    assert.ok(to - from > 1 || bad(to));
  }
});

Deno.test("slips month after month are repaired at the least, though levels link them", async () => {
  const claims = slips(7, () => true);
  using result = await reconcile({ ...camp, claims }, { seconds: 90 });
  // Between two levels that stay something must go, and where a level goes its
  // two months become one: always seven.
  const { drop, weight, certain } = result.cheapestRepair;
  assert.ok(certain);
  assert.equal(weight, 7);
  assert.deepEqual(drop, [1, 2, 3, 4, 5, 6, 7].map((i) => `in-0${i}`));
  assert.ok(result.isCertain("conflicts"));
  // Every chain between two of eight levels.
  assert.equal(result.conflicts.length, 28);
  for (const { claims } of result.conflicts) assertChain(claims);
});

Deno.test("a misprinted total against 21 parts has full lists of either kind", async () => {
  const year = { start: "2024-01", end: "2024-12", hedge: "exact" } as const;
  const part = (i: number) => `part-${String(i).padStart(2, "0")}`;
  const parts = Array.from({ length: 21 }, (_, i) => part(i));
  using result = await reconcile({
    claims: [
      {
        ...year,
        claim_id: "total",
        kind: "total",
        measure: "all",
        stated: "1000",
      },
      ...parts.map((id) => ({
        ...year,
        claim_id: id,
        kind: "total" as const,
        measure: id,
        stated: "100",
      })),
    ],
    measures: [
      { measure: "all" },
      ...parts.map((measure) => ({
        measure,
        part_of: "all",
        split: "full" as const,
      })),
    ],
  }, { seconds: 60 });
  assert.ok(result.isCertain("conflicts") && result.isCertain("repairs"));
  assert.deepEqual(result.cheapestRepair.drop, ["total"]);
  // Any eleven parts are more than the total, and ten are not.
  assert.equal(result.conflicts.length, 100);
  for (const { claims } of result.conflicts) {
    assert.equal(claims.length, 12);
    assert.equal(claims.at(-1), "total");
  }
  assert.equal(result.repairs.length, 100);
  const [first, ...others] = result.repairs;
  assert.deepEqual(first?.drop, ["total"]);
  for (const { drop } of others) {
    assert.equal(drop.length, 11);
    assert.equal(drop.includes("total"), false);
  }
});

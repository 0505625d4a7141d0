import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { CheapestCover } from "../../../lib/reconcile/search/cheapest_cover.ts";
import { coverRows } from "../../../lib/reconcile/search/cover.ts";
import { Deadline } from "../../../lib/reconcile/deadline.ts";
import { cheapestHittingSet } from "../../../lib/reconcile/search/hitting_set.ts";
import { loadHighs } from "../../../lib/reconcile/solve/load_highs.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

function total(
  id: string,
  stated: number,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated: String(stated),
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
    ...cells,
  };
}

function name(prefix: string, i: number): string {
  return prefix + String(i).padStart(2, "0");
}

Deno.test("counts that ratios over several months add up to are no limit to repairs", async () => {
  // January is 4,000, and each of six months after it no less: 28,000 in all,
  // more than the cap of 20,000 and than January times any of the factors.
  const claims: Claim[] = [
    total("january", 4_000, { weight: "40" }),
    ...[2, 3, 4, 5, 6, 7].map((m): Claim => ({
      ...total(`later-${m}`, 1, { weight: "40" }),
      kind: "ratio",
      hedge: "at_least",
      of_measure: "cases",
      start: `2024-0${m}`,
      end: `2024-0${m}`,
      of_start: "2024-01",
      of_end: "2024-01",
    })),
    total("cap", 20_000, { hedge: "up_to", end: "2024-07" }),
    // Twenty numbers for one month, of which one can stay.
    ...Array.from(
      { length: 20 },
      (_, i) => total(name("q", i), i + 1, { measure: "other" }),
    ),
    {
      ...total("link", 1000, { measure: "other", hedge: "up_to" }),
      kind: "ratio",
      of_measure: "cases",
    },
  ];
  using result = await reconcile(claims);
  // The cap, and all but the last of the twenty: 1 + 19.
  assert.deepEqual(result.cheapestRepair, {
    drop: ["cap", ...Array.from({ length: 19 }, (_, i) => name("q", i))],
    weight: 20,
    certain: true,
  });
});

/** Small whole numbers, always the same for a seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 7919 + 17;
  return (sides) => (state = state * 48271 % 2147483647) % sides;
}

const MONTHS = 8;

/** Totals over a true flow, many of them wrong: all exact, all at odds. */
function noisyTotals(seed: number, n: number): Claim[] {
  const roll = dice(seed);
  const flow = Array.from({ length: MONTHS }, () => 10 + roll(20));
  return Array.from({ length: n }, (_, i) => {
    const from = roll(MONTHS);
    const to = from + roll(MONTHS - from);
    const sum = flow.slice(from, to + 1).reduce((a, b) => a + b, 0);
    return total(name("c", i), sum + (roll(2) ? 0 : roll(15) - 7), {
      start: `2024-0${from + 1}`,
      end: `2024-0${to + 1}`,
    });
  });
}

/** Whether exact totals agree: Bellman & Ford on the milestones. */
function agree(claims: readonly Claim[]): boolean {
  const d = new Array(MONTHS + 1).fill(0);
  for (let round = 0; round <= MONTHS + 1; round++) {
    let changed = false;
    const relax = (i: number, j: number, w: number) => {
      if (d[i] + w >= d[j]) return;
      d[j] = d[i] + w;
      changed = true;
    };
    for (let i = 1; i <= MONTHS; i++) relax(i, i - 1, 0);
    for (const { start, end, stated } of claims) {
      const i = Number(start!.slice(5)) - 1;
      const j = Number(end!.slice(5));
      relax(i, j, Number(stated));
      relax(j, i, -Number(stated));
    }
    if (!changed) return true;
  }
  return false;
}

/** The most claims that agree: each is kept where that does, or left out. */
function mostThatAgree(claims: readonly Claim[]): number {
  let best = 0;
  const visit = (at: number, kept: Claim[]): void => {
    if (kept.length + claims.length - at <= best) return;
    if (at === claims.length) return void (best = kept.length);
    const more = [...kept, claims[at]!];
    if (agree(more)) visit(at + 1, more);
    visit(at + 1, kept);
  };
  visit(0, []);
  return best;
}

Deno.test("of many totals at odds the fewest go, and that is proved", async () => {
  for (let seed = 0; seed < 8; seed++) {
    const claims = noisyTotals(seed, 16);
    using result = await reconcile(claims);
    const { drop, weight, certain } = result.cheapestRepair;
    assert.ok(certain, `seed ${seed}`);
    assert.equal(weight, claims.length - mostThatAgree(claims), `seed ${seed}`);
    assert.ok(agree(claims.filter((c) => !drop.includes(c.claim_id))));
    assert.deepEqual(result.repairs[0]!.drop, drop);
  }
});

Deno.test("what the others imply holds after the cheapest repair of the others", async () => {
  const claims = noisyTotals(3, 12);
  using result = await reconcile(claims);
  for (const { claim_id } of claims) {
    using others = await reconcile(claims, { without: [claim_id] });
    const own = claims.find((c) => c.claim_id === claim_id)!;
    const { low, high } = others.bounds("cases", own.start!, own.end!);
    const implied = result.implied(claim_id);
    assert.deepEqual(
      [implied.impliedLow, implied.impliedHigh, implied.certain],
      [low, high, true],
      claim_id,
    );
  }
});

Deno.test("out of time the best repair known is the one of every answer", async () => {
  using result = await reconcile(noisyTotals(1, 60), { seconds: 0 });
  const { cheapestRepair, repairs } = result;
  assert.deepEqual(repairs[0]!.drop, cheapestRepair.drop);
  assert.equal(repairs[0]!.weight, cheapestRepair.weight);
  assert.deepEqual(result.toJSON().bounds_without, cheapestRepair.drop);
  assert.equal(result.isCertain("cheapest"), false);
  assert.equal(result.isCertain("conflicts"), false);
});

Deno.test("linear programs find the same cheapest hitting sets as trying does", async () => {
  const highs = await loadHighs();
  for (let seed = 0; seed < 40; seed++) {
    const roll = dice(seed);
    const sets = Array.from(
      { length: 12 + roll(20) },
      () => {
        const set = new Set<number>();
        const size = 2 + roll(3);
        while (set.size < size) set.add(roll(14));
        return [...set].sort((a, b) => a - b);
      },
    );
    const weights = Array.from({ length: 14 }, () => BigInt(1 + roll(3)));
    const slow = cheapestHittingSet(sets, weights, new Deadline(60));
    const found = new CheapestCover(highs, 0).solve(
      sets,
      [],
      weights,
      new Deadline(60),
      true,
      null,
    );
    assert.ok(found.optimal && found.first, `seed ${seed}`);
    assert.deepEqual(found.set, slow.set, `seed ${seed}`);
    assert.equal(found.weight, slow.weight, `seed ${seed}`);
  }
});

Deno.test("pairs of which each hits each ask for all but one", () => {
  const rows = coverRows([[0, 1], [1, 2], [0, 2], [2, 3], [0, 1, 3]], 4);
  assert.deepEqual(rows.filter(({ set }) => set.length > 2), [
    { set: [0, 1, 3], need: 1 },
    { set: [0, 1, 2], need: 2 },
  ]);
  assert.deepEqual(rows.filter(({ set }) => set.length === 2), [
    { set: [2, 3], need: 1 },
  ]);
});

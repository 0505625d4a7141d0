import assert from "node:assert/strict";
import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../lib/reconcile/model/tables.ts";

/** Small whole numbers, always the same for a seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 7919 + 17;
  return (sides) => (state = state * 48271 % 2147483647) % sides;
}

const MONTHS = 4;
const FACTORS: Readonly<Record<string, number>> = {
  official: 2.5,
  unverified: 0.25,
};

/** A few totals over a few months by a few speakers, most of them at odds. */
function randomClaims(seed: number): Claim[] {
  const roll = dice(seed);
  const month = (i: number) => `2024-0${i + 1}`;
  return Array.from({ length: 6 + roll(4) }, (_, i): Claim => {
    const from = roll(MONTHS);
    const to = from + roll(MONTHS - from);
    const origin = ["x", "y", "z", "c3", null][roll(5)]!;
    const status = [null, "official", "unverified", "contested"] as const;
    return {
      claim_id: `c${i}`,
      kind: "total",
      measure: roll(3) === 0 ? "other" : "cases",
      stated: String(5 + roll(9) * (to - from + 1)),
      hedge: (["exact", "exact", "at_least", "up_to"] as const)[roll(4)]!,
      start: month(from),
      end: month(to),
      origin,
      status: status[roll(4)]!,
      weight: ["", "2", "0.5", "1.5"][roll(4)]!,
    };
  });
}

/** Tightest F(j) − F(i) by Floyd & Warshall; `null` where claims disagree. */
function distances(claims: readonly Claim[]): number[][] | null {
  const d = Array.from(
    { length: MONTHS + 1 },
    (_, i) =>
      Array.from(
        { length: MONTHS + 1 },
        (_, j) => i === j || j === i - 1 ? 0 : Infinity,
      ),
  );
  const edge = (i: number, j: number, w: number) =>
    d[i]![j] = Math.min(d[i]![j]!, w);
  for (const { start, end, stated, hedge } of claims) {
    const i = Number(start!.slice(5)) - 1;
    const j = Number(end!.slice(5));
    if (hedge !== "at_least") edge(i, j, Number(stated));
    if (hedge !== "up_to") edge(j, i, -Number(stated));
  }
  for (let k = 0; k <= MONTHS; k++) {
    for (let i = 0; i <= MONTHS; i++) {
      for (let j = 0; j <= MONTHS; j++) edge(i, j, d[i]![k]! + d[k]![j]!);
    }
  }
  return d.some((row, i) => row[i]! < 0) ? null : d;
}

function agree(claims: readonly Claim[]): boolean {
  return ["cases", "other"].every((measure) =>
    distances(claims.filter((c) => c.measure === measure)) !== null
  );
}

interface Group {
  readonly name: string;
  readonly claims: Claim[];
  readonly weight: number;
}

function weightOf(claim: Claim): number {
  return Number(claim.weight || 1) * (FACTORS[claim.status ?? ""] ?? 1);
}

/** The witnesses, in the order of their names; origins before claims. */
function groupsOf(claims: readonly Claim[]): Group[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = claim.origin ? `${claim.origin} 0` : `${claim.claim_id} 1`;
    groups.set(key, [...groups.get(key) ?? [], claim]);
  }
  return [...groups].sort(([a], [b]) => a < b ? -1 : 1).map(([key, own]) => ({
    name: key.slice(0, -2),
    claims: own,
    weight: Math.max(...own.map(weightOf)),
  }));
}

/** All that there is, by trying every set of witnesses. */
function bruteForce(claims: readonly Claim[]) {
  const groups = groupsOf(claims);
  const all = Array.from({ length: 2 ** groups.length }, (_, bits) => bits);
  const members = (bits: number) => groups.filter((_, g) => bits >> g & 1);
  const agrees = all.map((bits) =>
    agree(members(bits).flatMap((group) => group.claims))
  );
  const everything = all.length - 1;
  const each = (bits: number) =>
    groups.flatMap((_, g) => bits >> g & 1 ? [bits & ~(1 << g)] : []);
  const conflicts = all.filter((bits) =>
    !agrees[bits] && each(bits).every((less) => agrees[less])
  );
  const repairs = all.filter((bits) =>
    agrees[everything & ~bits] &&
    each(bits).every((less) => !agrees[everything & ~less])
  );
  const ranks = (bits: number) =>
    groups.flatMap((_, g) => bits >> g & 1 ? [g] : []);
  const inOrder = (a: number, b: number) => {
    const [x, y] = [ranks(a), ranks(b)];
    const at = x.findIndex((g, i) => g !== y[i]);
    return x.length - y.length || (at < 0 ? 0 : x[at]! - y[at]!);
  };
  const weight = (bits: number) =>
    members(bits).reduce((sum, group) => sum + group.weight, 0);
  conflicts.sort(inOrder);
  repairs.sort((a, b) => weight(a) - weight(b) || inOrder(a, b));
  return {
    conflicts: conflicts.map((bits) => members(bits).map((g) => g.name)),
    repairs: repairs.map((bits) => ({
      drop: members(bits).flatMap((g) => g.claims.map((c) => c.claim_id))
        .sort(),
      drop_origins: members(bits).map((g) => g.name),
      weight: weight(bits),
    })),
  };
}

for (let from = 0; from < 120; from += 40) {
  const name = `random witnesses ${from} to ${from + 39}: conflicts and ` +
    "repairs are those of trying every set of them";
  Deno.test(name, async () => {
    let disagreeing = 0;
    for (let seed = from; seed < from + 40; seed++) {
      const claims = randomClaims(seed);
      const { conflicts, repairs } = bruteForce(claims);
      const options = { by: "origin", weights: FACTORS, most: 1000 } as const;
      using result = await reconcile(claims, options);
      const json = result.toJSON();
      const at = `seed ${seed}`;
      assert.equal(json.consistent, conflicts.length === 0, at);
      assert.deepEqual(json.conflicts.map((c) => c.origins), conflicts, at);
      const agreed = json.consistent ? [] : repairs;
      assert.deepEqual(json.repairs, agreed, at);
      assert.ok(json.conflicts_complete && json.repairs_complete, at);
      assert.deepEqual(result.cheapestRepair, {
        ...repairs[0]!,
        certain: true,
      });
      assert.deepEqual(json.bounds_without, repairs[0]!.drop, at);
      for (const { claims: said, origins, proof } of json.conflicts) {
        // The claims are those of the proof, and of these witnesses all.
        const spoken = new Set(proof.map((row) => row.claim));
        assert.deepEqual([...spoken].sort(), said, at);
        const own = claims.filter((c) => said.includes(c.claim_id));
        assert.deepEqual(groupsOf(own).map((g) => g.name), origins, at);
        assert.ok(!agree(own), at);
      }
      disagreeing += Number(!json.consistent);
    }
    assert.ok(disagreeing > 20);
  });
}

Deno.test("what the others imply is without one claim, not without its witness", async () => {
  for (let seed = 200; seed < 230; seed++) {
    const claims = randomClaims(seed);
    const options = { by: "origin", weights: FACTORS } as const;
    using result = await reconcile(claims, options);
    for (const claim of claims) {
      const others = claims.filter((c) => c !== claim);
      const drop = bruteForce(others).repairs[0]!.drop;
      const left = others.filter((c) =>
        !drop.includes(c.claim_id) && c.measure === claim.measure
      );
      const d = distances(left)!;
      const i = Number(claim.start!.slice(5)) - 1;
      const j = Number(claim.end!.slice(5));
      const implied = result.implied(claim.claim_id);
      const at = `seed ${seed}, ${claim.claim_id}`;
      assert.equal(implied.impliedLow, -d[j]![i]! || 0, at);
      assert.equal(implied.impliedHigh ?? Infinity, d[i]![j]!, at);
      assert.ok(implied.certain, at);
    }
  }
});

function total(id: string, stated: string, cells: Partial<Claim> = {}): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated,
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
    ...cells,
  };
}

Deno.test("two claims of one speaker cost as much as one of the other", async () => {
  const claims = [
    total("a1", "100", { origin: "a" }),
    total("a2", "200", { origin: "a", end: "2024-02" }),
    total("b1", "300", { origin: "b", end: "2024-02" }),
  ];
  using each = await reconcile(claims);
  assert.deepEqual(each.cheapestRepair.drop, ["a2"]);
  assert.deepEqual("drop_origins" in each.repairs[0]!, false);
  using result = await reconcile(claims, { by: "origin" });
  assert.deepEqual(
    result.conflicts.map(({ claims, origins }) => ({ claims, origins })),
    [{ claims: ["a2", "b1"], origins: ["a", "b"] }],
  );
  assert.deepEqual(result.repairs, [
    { drop: ["a1", "a2"], drop_origins: ["a"], weight: 1 },
    { drop: ["b1"], drop_origins: ["b"], weight: 1 },
  ]);
  // Half of the repairs drop the one, half the other; with all their claims.
  assert.deepEqual(result.blame.map(({ share }) => share), [0.5, 0.5, 0.5]);
});

Deno.test("a witness joins parts for repairs and blame, not for bounds", async () => {
  const claims = [
    total("a1", "100", { origin: "a" }),
    total("b1", "110", { origin: "b" }),
    total("a2", "7", { origin: "a", measure: "other" }),
    total("c2", "8", { origin: "c", measure: "other" }),
  ];
  using result = await reconcile(claims, { by: "origin" });
  // The one speaker, or both who contradict him.
  assert.deepEqual(
    result.repairs.map(({ drop_origins, weight }) => [drop_origins, weight]),
    [[["a"], 1], [["b", "c"], 2]],
  );
  assert.deepEqual(result.blame.map(({ share }) => share), [
    0.5,
    0.5,
    0.5,
    0.5,
  ]);
  assert.equal(result.bounds("cases", "2024-01", "2024-01").low, 110);
  assert.equal(result.bounds("other", "2024-01", "2024-01").low, 8);
});

Deno.test("a witness weighs its weightiest claim, times what its status is worth", async () => {
  const claims = [
    total("a1", "100", { origin: "a", weight: "0.7", status: "official" }),
    total("a2", "100", { origin: "a", weight: "0.2", status: "contested" }),
    total("b", "110", { weight: "2", status: "attributed" }),
  ];
  const weights = { official: 3, contested: "10.5" };
  using result = await reconcile(claims, { by: "origin", weights });
  // a: the greater of 0.7 × 3 and 0.2 × 10.5, both 2.1; b: 2.
  assert.deepEqual(
    result.repairs.map(({ drop, weight }) => ({ drop, weight })),
    [{ drop: ["b"], weight: 2 }, { drop: ["a1", "a2"], weight: 2.1 }],
  );
  // One by one a1 and a2 weigh 2.1 each.
  using each = await reconcile(claims, { weights });
  assert.deepEqual(each.repairs, [
    { drop: ["b"], weight: 2 },
    { drop: ["a1", "a2"], weight: 4.2 },
  ]);
});

Deno.test("an origin and a claim of one name are two witnesses", async () => {
  const claims = [
    total("x", "100"),
    total("y", "110", { origin: "x" }),
  ];
  using result = await reconcile(claims, { by: "origin" });
  assert.deepEqual(result.conflicts[0]!.origins, ["x", "x"]);
  assert.deepEqual(result.repairs.map(({ drop }) => drop), [["y"], ["x"]]);
});

Deno.test("a witness who contradicts himself is a conflict of one", async () => {
  const claims = [
    total("a1", "100", { origin: "a" }),
    total("a2", "110", { origin: "a" }),
    total("b", "100", { origin: "b" }),
  ];
  using result = await reconcile(claims, { by: "origin" });
  assert.deepEqual(result.conflicts.map((c) => c.origins), [["a"]]);
  assert.deepEqual(result.conflicts[0]!.claims, ["a1", "a2"]);
  assert.deepEqual(result.repairs, [
    { drop: ["a1", "a2"], drop_origins: ["a"], weight: 1 },
  ]);
});

Deno.test("what is no weight, status or grouping is refused", async () => {
  for (
    const [options, message] of [
      [{ weights: { offical: 2 } }, /'offical' is not a status/],
      [{ weights: { official: 0 } }, /is not a number above 0/],
      [{ weights: { official: "-1" } }, /is not a number above 0/],
      [{ by: "speaker" }, /by: 'speaker' is not origin/],
    ] as const
  ) {
    await assert.rejects(
      reconcile([total("a", "1")], options as unknown as ReconcileOptions),
      message,
    );
  }
});

Deno.test("claims of one origin about measures taken to be the same are told once", async () => {
  const claims = [
    total("c1", "100", { origin: "X", measure: "a" }),
    total("c2", "120", { origin: "X", measure: "b" }),
  ];
  const same = [["a", "b"]] as const;
  using once = await reconcile(claims, { same, echoes: "once" });
  assert.deepEqual(once.modelled, ["c1"]);
  assert.ok(once.consistent);
  using apart = await reconcile(claims, { echoes: "once" });
  assert.deepEqual(apart.modelled, ["c1", "c2"]);
});

Deno.test("only claims that say the same kind of thing echo each other", async () => {
  const rate = { kind: "rate", measure: "cases", origin: "X" } as const;
  const share = { kind: "share", origin: "X", stated: "0.5" } as const;
  const claims = [
    total("total", "100", { origin: "X" }),
    total("rate", "100", rate),
    total("mean", "100", { ...rate, spread: "mean" }),
    total("each", "100", { ...rate, spread: "each" }),
    total("of-a", "", { ...share, of_measure: "a" }),
    total("of-b", "", { ...share, of_measure: "b" }),
    total("of-then", "", {
      ...share,
      of_measure: "a",
      of_start: "2024-02",
      of_end: "2024-02",
    }),
    // The claim's own period, said again.
    total("of-now", "", {
      ...share,
      of_measure: "a",
      of_start: "2024-01",
      of_end: "2024-01",
    }),
  ];
  using once = await reconcile(claims, { echoes: "once" });
  assert.deepEqual(once.modelled, [
    "total",
    "rate",
    "each",
    "of-a",
    "of-b",
    "of-then",
  ]);
  using same = await reconcile(claims, {
    echoes: "once",
    same: [["b", "a"]],
  });
  assert.deepEqual(same.modelled, [
    "total",
    "rate",
    "each",
    "of-a",
    "of-then",
  ]);
});

import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { linearSolver } from "../../../lib/reconcile/solve/linear.ts";
import { loadHighs } from "../../../lib/reconcile/solve/load_highs.ts";
import { networkSolver } from "../../../lib/reconcile/solve/network.ts";
import { prepare } from "../../../lib/reconcile/model/prepare.ts";
import { proofOf } from "../../../lib/reconcile/proof/proof.ts";
import { buildSystem } from "../../../lib/reconcile/model/system.ts";

/** Whole numbers from a seed, the same on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 7919 + 13;
  return (below) => {
    state = state * 48271 % 2147483647;
    return state % below;
  };
}

function month(i: number): string {
  return `${2020 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}`;
}

/** Claims about one measure, of every kind that a network takes. */
function claims(seed: number, count: number): Claim[] {
  const random = randomFrom(seed);
  const hedges = ["exact", "bare", "about", "nearly", "over", "at_least"];
  return Array.from({ length: count }, (_, i): Claim => {
    const start = random(8);
    const end = start + random(8);
    const rate = random(3) === 0;
    return {
      claim_id: `c${i}`,
      measure: "m",
      kind: rate ? "rate" : "total",
      spread: random(2) === 0 ? "each" : "mean",
      stated: rate
        ? String(20 + random(15))
        : ((20 + random(15)) * (end - start + 1) + random(10) / 4).toString(),
      hedge: hedges[random(hedges.length)]!,
      start: month(start),
      end: month(end),
    };
  });
}

Deno.test("the difference network and the linear program agree, exactly", async () => {
  const highs = await loadHighs();
  let refuted = 0;
  let bounded = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { items, measures } = prepare(
      claims(seed, 4 + seed % 9 + (seed % 4 ? 0 : 12)),
      {},
    );
    const system = buildSystem(items, measures);
    for (const component of system.components) {
      assert.equal(component.kind, "network");
      using network = networkSolver(system, component);
      using linear = linearSolver(system, component, highs);
      const all = new Uint8Array(component.items.length).fill(1);
      for (const [name, solver] of Object.entries({ network, linear })) {
        const why = solver.refute(all);
        if (why) assert.ok(proofOf(system, why, null), `${name}, seed ${seed}`);
      }
      const disagree = network.refute(all) !== null;
      assert.equal(linear.refute(all) !== null, disagree, `seed ${seed}`);
      if (disagree) {
        refuted++;
        continue;
      }
      const { cells } = component;
      for (let from = 0; from < cells.length; from++) {
        for (let to = from + 1; to <= cells.length; to++) {
          const range = {
            measure: 0,
            from: cells[from]!,
            to: cells[to - 1]! + 1,
          };
          for (const side of ["low", "high"] as const) {
            const a = network.extreme([range], side, all);
            const b = linear.extreme([range], side, all);
            assert.deepEqual(a.value, b.value, `seed ${seed} ${side}`);
            assert.ok(b.tight);
            bounded++;
          }
        }
      }
    }
  }
  assert.ok(refuted >= 10 && bounded >= 500, `${refuted} and ${bounded}`);
});

Deno.test("a network that drops claims answers as one built without them", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { items, measures } = prepare(claims(seed, 9), {});
    const system = buildSystem(items, measures);
    for (const component of system.components) {
      using kept = networkSolver(system, component);
      const size = component.items.length;
      const active = new Uint8Array(size).fill(1);
      // Drop claims until the rest agrees, then more, one by one.
      for (let drop = 0; drop < size; drop++) {
        if (!kept.refute(active)) {
          using fresh = networkSolver(system, component);
          const { cells } = component;
          const range = { measure: 0, from: cells[0]!, to: cells.at(-1)! + 1 };
          for (const side of ["low", "high"] as const) {
            assert.deepEqual(
              kept.extreme([range], side, active).value,
              fresh.extreme([range], side, active).value,
              `seed ${seed}, ${drop} dropped`,
            );
          }
        }
        active[(drop * 5) % size] = 0;
      }
    }
  }
});

Deno.test("a quick reason takes few claims, a sum of all bounds says how much must give", async () => {
  const highs = await loadHighs();
  const common = { measure: "m", hedge: "at_least", kind: "total" } as const;
  const months = Array.from({ length: 24 }, (_, i): Claim => {
    return {
      ...common,
      claim_id: `c${i}`,
      stated: "1",
      start: month(i),
      end: month(i),
    };
  });
  const cap: Claim = {
    ...common,
    claim_id: "cap",
    stated: "12",
    hedge: "up_to",
    start: month(0),
    end: month(23),
  };
  const { items, measures } = prepare([...months, cap], {});
  const system = buildSystem(items, measures);
  const [component] = system.components;
  const all = new Uint8Array(25).fill(1);
  const claimsOf = (manner: "quick" | "summed" | "plain") => {
    using solver = linearSolver(system, component!, highs);
    const why = solver.refute(all, manner)!;
    assert.ok(proofOf(system, why, null), manner);
    return new Set(why.rows.map(({ constraint }) => constraint.item)).size;
  };
  // Thirteen of at least 1 are more than 12; all are 12 too many.
  const quick = claimsOf("quick");
  assert.ok(quick >= 14 && quick < 20, `${quick}`);
  assert.equal(claimsOf("summed"), 25);
});

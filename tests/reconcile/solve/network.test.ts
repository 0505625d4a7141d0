import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { formatDay } from "../../../lib/quantity/date.ts";
import { type Rational, rational } from "../../../lib/quantity/rational.ts";
import {
  Model,
  needsHighs,
  Scope,
} from "../../../lib/reconcile/search/model.ts";
import { networkSolver } from "../../../lib/reconcile/solve/network.ts";
import { prepare } from "../../../lib/reconcile/model/prepare.ts";
import { proofOf } from "../../../lib/reconcile/proof/proof.ts";
import {
  buildSystem,
  cellsOf,
  type Component,
  type System,
} from "../../../lib/reconcile/model/system.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { compare, type ResultJson } from "../oracle/compare.ts";

type Random = (below: number) => number;

/** Whole numbers from a seed, the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed * 7919 + 13;
  return (below) => (state = state * 48271 % 2147483647) % below;
}

function month(i: number): string {
  return `${2020 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}`;
}

/** How the numbers of a system are written: plain, huge, or with decimals. */
const WRITTEN = [
  (n: number) => String(n),
  (n: number) => `${n}000000000000000`,
  (n: number) => `${n}.${String(n % 7)}05`,
  (n: number) => `${n}000000000.000000000${n % 9 + 1}`,
];

/** Running totals with revisions, months, spans and rates of one measure. */
function claims(seed: number): Claim[] {
  const random = randomFrom(seed);
  const write = WRITTEN[seed % WRITTEN.length]!;
  const months = 4 + random(10);
  const sums = [0];
  for (let i = 0; i < months; i++) sums.push(sums[i]! + random(4) * 10);
  const hedges = ["exact", "exact", "about", "over", "at_least", "up_to"];
  return Array.from({ length: 6 + random(14) }, (_, i): Claim => {
    const running = random(3) > 0;
    const from = running ? 0 : random(months);
    const to = from + 1 + random(months - from);
    const rate = !running && random(3) === 0;
    const truth = sums[to]! - sums[from]! + (random(6) === 0 ? 10 : 0);
    return {
      claim_id: `c${random(1000)}-${i}`,
      measure: "m",
      kind: rate ? "rate" : "total",
      spread: random(2) === 0 ? "each" : "mean",
      stated: write(rate ? Math.floor(truth / (to - from)) : truth),
      hedge: hedges[random(hedges.length)]!,
      start: month(from),
      end: month(to - 1),
    };
  });
}

/** Edges F(b) − F(a) ≤ value of the active claims and of flow itself. */
function edgesOf(system: System, component: Component, active: Uint8Array) {
  const first = component.cells[0]!;
  const edges: [number, number, Rational][] = component.cells.map((_, i) => [
    i + 1,
    i,
    rational(0),
  ]);
  component.items.forEach((item, local) => {
    if (!active[local]) return;
    for (const { count, side, value } of system.items[item]!.constraints) {
      const { from, to } = cellsOf(system, count);
      if (side === "high") edges.push([from - first, to - first, value]);
      else {
        const low = rational(-value.n, value.d);
        edges.push([to - first, from - first, low]);
      }
    }
  });
  return edges;
}

/** All shortest paths in fractions, one after another; `null` on a contradiction. */
function bruteForce(
  nodes: number,
  edges: readonly [number, number, Rational][],
): (Rational | undefined)[][] | null {
  const d = edges.reduce((d, [, , w]) => d * w.d, 1n);
  const all: (bigint | undefined)[][] = Array.from(
    { length: nodes },
    (_, i) => Array.from({ length: nodes }, (_, j) => i === j ? 0n : undefined),
  );
  for (let round = 0; round <= nodes; round++) {
    let changed = false;
    for (const row of all) {
      for (const [a, b, { n, d: own }] of edges) {
        if (row[a] === undefined) continue;
        const length = row[a] + n * (d / own);
        if (row[b] !== undefined && row[b] <= length) continue;
        row[b] = length;
        changed = true;
      }
    }
    if (!changed) {
      return all.map((row) =>
        row.map((n) => n === undefined ? n : rational(n, d))
      );
    }
  }
  return null;
}

Deno.test("networks of any numbers answer as trying all paths does, for all claims and without each", () => {
  let refuted = 0, bounded = 0, open = 0;
  for (let seed = 1; seed <= 160; seed++) {
    const { items, measures } = prepare(claims(seed), {});
    const system = buildSystem(items, measures);
    assert.equal(needsHighs(system), false);
    for (const component of system.components) {
      using solver = networkSolver(system, component);
      const { cells } = component;
      const [first, nodes] = [cells[0]!, cells.length + 1];
      const base = new Uint8Array(component.items.length).fill(1);
      const check = (active: Uint8Array, ranges: "all" | number) => {
        const told = `seed ${seed}, without ${ranges}`;
        const edges = edgesOf(system, component, active);
        const expected = bruteForce(nodes, edges);
        const why = solver.refute(active);
        assert.equal(why !== null, expected === null, told);
        if (why) {
          refuted++;
          assert.ok(proofOf(system, why, null), told);
          const once = new Set(why.rows.map((row) => row.constraint));
          assert.equal(once.size, why.rows.length, "a cycle is simple");
          return false;
        }
        for (let a = 0; a < nodes; a++) {
          for (let b = a + 1; b < nodes; b++) {
            const range = { measure: 0, from: first + a, to: first + b };
            const high = solver.extreme([range], "high", active);
            const low = solver.extreme([range], "low", active);
            assert.deepEqual(high.value, expected![a]![b] ?? null, told);
            const { n, d } = expected![b]![a]!;
            assert.deepEqual(low.value, { n: -n, d }, told);
            for (const { certificate } of [high, low]) {
              let times = 0;
              for (const row of certificate?.rows ?? []) {
                times += Number(row.times.n);
              }
              assert.equal(times, certificate?.rows.length ?? 0);
            }
            if (high.value) bounded++;
            else open++;
          }
        }
        return true;
      };
      // Drop until the rest agrees, then each of the rest in turn.
      for (let drop = 0; !check(base, "all"); drop++) base[drop] = 0;
      base.forEach((one, i) => {
        if (!one) return;
        const without = base.slice();
        without[i] = 0;
        check(without, i);
      });
    }
  }
  const enough = refuted > 30 && bounded > 10_000 && open > 100;
  assert.ok(enough, `${refuted}, ${bounded} and ${open}`);
});

Deno.test("numbers of fifteen digits and more need no linear program", async () => {
  const exact = { kind: "total", measure: "m", hedge: "exact" } as const;
  using result = await reconcile([
    {
      ...exact,
      claim_id: "q",
      stated: "9007199254740993.5",
      start: "2024-01",
      end: "2024-03",
    },
    {
      ...exact,
      claim_id: "j",
      stated: "9007199254740992.25",
      start: "2024-01",
      end: "2024-01",
    },
  ]);
  const { exactLow, exactHigh } = result.bounds("m", "2024-02", "2024-03");
  assert.deepEqual([exactLow, exactHigh], [rational(5, 4), rational(5, 4)]);
  // The same numbers apart, where the part is more than the whole.
  using wrong = await reconcile([
    {
      ...exact,
      claim_id: "q",
      stated: "9007199254740992.25",
      start: "2024-01",
      end: "2024-03",
    },
    {
      ...exact,
      claim_id: "j",
      stated: "9007199254740992.5",
      start: "2024-01",
      end: "2024-01",
    },
  ]);
  assert.equal(wrong.consistent, false);
});

Deno.test("a contradiction of thousands of claims in no order is found, and its claims once each", () => {
  const days = 3000;
  const random = randomFrom(5);
  const day = (i: number) => formatDay(18_000 + i);
  const list: Claim[] = Array.from({ length: days }, (_, i) => ({
    claim_id: `c${random(1e6)}-${i}`,
    measure: "m",
    kind: "total",
    stated: String(1 + i % 5),
    hedge: "exact",
    start: day(i),
    end: day(i),
  }));
  // 600 times 1 + 2 + 3 + 4 + 5, and one less.
  for (const [stated, agrees] of [["9000", true], ["8999", false]] as const) {
    const whole: Claim = {
      ...list[0]!,
      claim_id: "whole",
      stated,
      end: day(days - 1),
    };
    const { items, measures } = prepare([...list, whole], {});
    const system = buildSystem(items, measures);
    using solver = networkSolver(system, system.components[0]!);
    const why = solver.refute(new Uint8Array(days + 1).fill(1));
    assert.equal(why === null, agrees);
    if (why) assert.equal(why.rows.length, days + 1);
  }
});

/** Running totals of a whole and its full parts, some of them wrong. */
function family(seed: number) {
  const random = randomFrom(seed);
  const sums = { a: [0], b: [0] };
  for (let i = 0; i < 5; i++) {
    for (const part of ["a", "b"] as const) {
      sums[part].push(sums[part][i]! + random(4));
    }
  }
  const claims = Array.from({ length: 8 }, (_, i): Claim => {
    const measure = ["a", "b", "whole", "whole"][random(4)]!;
    const from = random(4) === 0 ? random(4) : 0;
    const to = from + 1 + random(5 - from);
    const of = (part: "a" | "b") => sums[part][to]! - sums[part][from]!;
    const truth = measure === "whole" ? of("a") + of("b") : of(measure as "a");
    return {
      claim_id: `c${i}`,
      measure,
      kind: "total",
      stated: String(truth + (random(7) === 0 ? 1 : 0)),
      hedge: random(5) === 0 ? "at_least" : "exact",
      start: month(from),
      end: month(to - 1),
    };
  });
  const parts = ["a", "b"].map((measure) => (
    { measure, part_of: "whole", split: "full" } as const
  ));
  return { claims, measures: [{ measure: "whole" }, ...parts] };
}

Deno.test("running totals of a whole and its parts: as trying every subset gives", async () => {
  for (let seed = 1; seed <= 120; seed++) {
    const input = family(seed) as Parameters<typeof compare>[0];
    using result = await reconcile(input);
    const json = JSON.parse(JSON.stringify(result)) as ResultJson;
    assert.deepEqual(compare(input, {}, json), [], `seed ${seed}`);
  }
});

Deno.test("exact running totals of a family are answered without a program", () => {
  const exact = { kind: "total", hedge: "exact", start: "2024-01-01" } as const;
  const list: Claim[] = [];
  for (let day = 1; day <= 9; day++) {
    // The parts are told until the fourth day, and then the whole.
    for (const measure of day < 5 ? ["a", "b"] : ["whole"]) {
      list.push({
        ...exact,
        claim_id: `${measure}${day}`,
        measure,
        stated: String(10 * day),
        end: `2024-01-0${day}`,
      });
    }
  }
  const part = { part_of: "whole", split: "full" } as const;
  const measures = [
    { measure: "whole" },
    { measure: "a", ...part },
    { measure: "b", ...part },
  ];
  const prepared = prepare({ claims: list, measures }, {});
  const system = buildSystem(prepared.items, prepared.measures);
  assert.equal(system.components[0]!.kind, "linear");
  // Without the linear solver a question to it would throw.
  using model = new Model(system, null);
  const { start } = system.items[0]!.count;
  const ask = (
    measure: string,
    [from, to]: [number, number],
    without: string[],
  ) => {
    const scope = new Scope(
      without.map((id) =>
        system.items.findIndex(({ claim }) => claim.claim_id === id)
      ),
    );
    const index = system.measures.indexOf.get(measure)!;
    return (["low", "high"] as const).map((side) =>
      model.count(index, start + from - 1, start + to - 1, side, scope).value
    );
  };
  const range = (low: number, high: number) => [rational(low), rational(high)];
  // From the seventh day to the eighth: 80 − 60.
  assert.deepEqual(ask("whole", [7, 8], []), range(20, 20));
  // Without its own claim a running total lies between its neighbours, where
  // the other part, which is told of that day too, does not matter.
  assert.deepEqual(ask("whole", [1, 7], ["whole7"]), range(60, 80));
  assert.deepEqual(ask("a", [1, 2], ["a2"]), range(10, 30));
  // What the whole says of a part is a matter for the program.
  assert.throws(() => ask("a", [1, 5], []), /not loaded/);
});

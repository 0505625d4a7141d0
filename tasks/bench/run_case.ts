/**
 * Runs one case of the bench in a process of its own, so that its peak memory
 * is its own, and prints what it measured as JSON.
 *
 * @module
 */
import { CheapestCover } from "../../lib/reconcile/search/cheapest_cover.ts";
import { ConflictSearch } from "../../lib/reconcile/search/conflict_search.ts";
import { Deadline } from "../../lib/reconcile/deadline.ts";
import { HittingSets } from "../../lib/reconcile/search/hitting_sets.ts";
import { linearSolver } from "../../lib/reconcile/solve/linear.ts";
import { loadHighs } from "../../lib/reconcile/solve/load_highs.ts";
import { Model, Scope } from "../../lib/reconcile/search/model.ts";
import { networkSolver } from "../../lib/reconcile/solve/network.ts";
import { prepare } from "../../lib/reconcile/model/prepare.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { Oracle } from "../../lib/reconcile/search/oracle.ts";
import { shrink } from "../../lib/reconcile/search/shrink.ts";
import type { Solver } from "../../lib/reconcile/solve/solver.ts";
import { unitsOf } from "../../lib/reconcile/search/units.ts";
import { buildSystem, cellsOf } from "../../lib/reconcile/model/system.ts";
import type { Claim } from "../../lib/quantity/claim.ts";
import { plantedClaims, trueClaims } from "./cases.ts";
import { peak } from "./peak.ts";

async function timed<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}

function boundsSystem() {
  const { items, measures } = prepare(trueClaims("m", 10_000, 120, 3), {});
  return buildSystem(items, measures);
}

const CASES: Record<string, () => Promise<Record<string, unknown>>> = {
  /** What the other side of the comparison is given. */
  rows() {
    const system = boundsSystem();
    const rows = system.items.map((item) => {
      const { from, to } = cellsOf(system, item.count);
      const { low, high } = item.stated;
      return [from, to, Number(low!.n), high && Number(high.n)];
    });
    return Promise.resolve({ milestones: system.milestones[0]!.length, rows });
  },
  async bounds() {
    const system = boundsSystem();
    const list = system.milestones[0]!;
    const everything = new Scope([]);
    const once = () => {
      using model = new Model(system, null);
      if (model.disagreeing().length > 0) throw new Error("They disagree");
      return list.slice(1).map((end, i) =>
        (["low", "high"] as const).map((side) => {
          const count = [0, list[i]!, end - 1, side, everything] as const;
          return Number(model.count(...count).value!.n);
        })
      );
    };
    const seconds: number[] = [];
    let bounds: number[][] = [];
    for (let run = 0; run < 5; run++) {
      const [took, found] = await timed(once);
      seconds.push(took);
      bounds = found;
    }
    return {
      seconds: seconds.sort((a, b) => a - b)[2],
      first: seconds,
      bounds,
    };
  },
  async whole() {
    const claims = trueClaims("m", 10_000, 120, 3);
    const [seconds] = await timed(async () =>
      (await reconcile(claims)).monthly()
    );
    return { seconds };
  },
  many1000: () => many(1000),
  many5000: () => many(5000),
  many10000: () => many(10_000),
  planted: () => planted(false),
  fresh: () => planted(true),
};

async function many(measures: number) {
  const claims: Claim[] = [];
  for (let i = 0; i < measures; i++) {
    claims.push(...trueClaims(`m${i}`, 50, 24, i + 1));
  }
  const [seconds, bounds] = await timed(async () =>
    (await reconcile(claims)).monthly().length
  );
  return { seconds, claims: claims.length, bounds };
}

/** All conflicts, by the same search, over a network or a fresh LP a test. */
async function planted(fresh: boolean) {
  const { items, measures } = prepare(plantedClaims(), {});
  const system = buildSystem(items, measures);
  const highs = await loadHighs();
  let tests = 0;
  const [seconds, conflicts] = await timed(() =>
    system.components.flatMap((component) => {
      const network = networkSolver(system, component);
      const solver: Solver = {
        refute(active, plainly) {
          tests++;
          if (!fresh) return network.refute(active);
          using linear = linearSolver(system, component, highs);
          return linear.refute(active, plainly);
        },
        extreme: network.extreme.bind(network),
        [Symbol.dispose]() {},
      };
      const own = component.items;
      const local = new Map(own.map((item, i) => [item, i]));
      const minimal = (set: readonly number[]) => {
        const active = Uint8Array.from(own, (i) => Number(set.includes(i)));
        const first = solver.refute(active)!;
        return shrink(solver, first, local, own.length).map((i) => own[i]!);
      };
      const units = unitsOf(system);
      const cluster = units.clusters[units.clusterOf[component.index]!]!;
      const oracle = new Oracle(system, cluster, units, () => solver, minimal);
      const search = new ConflictSearch(
        oracle,
        new HittingSets(own.map(() => 1n), new CheapestCover(highs)),
      );
      search.enumerate(new Deadline(300), Infinity);
      if (!search.complete) throw new Error("The search was cut");
      return search.conflicts.map((conflict) =>
        conflict.items.map((i) => items[i]!.claim.claim_id).sort().join(" ")
      );
    }).sort()
  );
  return { seconds, tests, conflicts };
}

const found = await CASES[Deno.args[0]!]!();
console.log(JSON.stringify({ ...found, memory: await peak() }));

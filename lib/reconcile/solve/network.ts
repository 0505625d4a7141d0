import { rational } from "../../quantity/rational.ts";
import type { Certificate } from "../proof/certificate.ts";
import { asCount, type Constraint } from "../model/item.ts";
import { negativeCycle } from "./negative_cycle.ts";
import { type Graph, graphOf, type Wholes, wholesOf } from "./network_graph.ts";
import { NodeHeap } from "./node_heap.ts";
import { Routes } from "./routes.ts";
import type { CellRange, Extreme, Solver } from "./solver.ts";
import { cellsOf, type Component, type System } from "../model/system.ts";

/** How many sets of claims are kept in mind, */
const SETS = 4;

/** and by how many claims another set may lack what one of them has. */
const LACKING = 4;

/** A path or cycle as multipliers: every edge once. */
function pathCertificate(rows: readonly Constraint[]): Certificate {
  const times = rational(1);
  return {
    rows: rows.map((constraint) => ({ constraint, times })),
    full: [],
    part: [],
  };
}

/**
 * Solves a component that is a difference network: totals and rates of one
 * measure. Milestones are nodes; a count of at most h is an edge to its end of
 * weight h, one of at least l an edge back of weight −l, and flow that is never
 * negative an edge of weight 0 from each milestone to the one before. Then the
 * claims agree when no cycle is negative, and shortest paths are the tightest
 * bounds. All weights are whole numbers on a common denominator, however large,
 * so that every answer is exact.
 *
 * Method: Dechter, Meiri & Pearl, "Temporal constraint networks", Artificial
 * Intelligence 49 (1991).
 */
export function networkSolver(system: System, component: Component): Solver {
  const constraints: Constraint[] = [];
  const owner: number[] = [];
  component.items.forEach((item, local) => {
    for (const constraint of system.items[item]!.constraints) {
      constraints.push(constraint);
      owner.push(local);
    }
  });
  const first = component.cells[0]!;
  const { wholes, scale, zero } = wholesOf(constraints.map((c) => c.value));
  const from = new Int32Array(constraints.length);
  const to = new Int32Array(constraints.length);
  constraints.forEach((constraint, e) => {
    const { count, less } = constraint;
    const between = less && asCount(count, less, true);
    const range = cellsOf(system, between ? between.count : count);
    const high = constraint.side === "high";
    // What is taken away bounds the other way round.
    const ahead = high === (between?.sign !== -1);
    from[e] = (ahead ? range.from : range.to) - first;
    to[e] = (ahead ? range.to : range.from) - first;
    if (!high) wholes[e] = -wholes[e]!;
  });
  const graph = graphOf(component.cells.length + 1, {
    from,
    to,
    weight: wholes,
    item: Int32Array.from(owner),
    zero,
  });
  return new NetworkSolver(graph, constraints, first, scale);
}

class NetworkSolver implements Solver {
  readonly #graph: Graph;
  readonly #constraints: readonly Constraint[];
  readonly #first: number;
  readonly #scale: bigint;
  #heap: NodeHeap | undefined;
  #claims: Int32Array | undefined;
  /** The sets of claims last asked about, the latest first. */
  #routes: Routes[] = [];

  constructor(
    graph: Graph,
    constraints: readonly Constraint[],
    first: number,
    scale: bigint,
  ) {
    this.#graph = graph;
    this.#constraints = constraints;
    this.#first = first;
    this.#scale = scale;
  }

  [Symbol.dispose](): void {
    this.#routes = [];
  }

  refute(active: Uint8Array): Certificate | null {
    const found = negativeCycle(this.#graph, active, false);
    return "cycle" in found
      ? pathCertificate(found.cycle.map((e) => this.#constraints[e]!))
      : null;
  }

  /**
   * The routes by a set of claims, or by one that has few more. Two sets that
   * lack little of each other are both answered by all of their claims, where
   * these agree: one claim after another is asked what the others imply.
   */
  #prepare(
    active: Uint8Array,
  ): { readonly routes: Routes; readonly same: boolean } {
    for (const [i, routes] of this.#routes.entries()) {
      const lacking = lackingIn(active, routes.mask);
      if (lacking > LACKING) continue;
      this.#routes.splice(i, 1);
      this.#routes.unshift(routes);
      return { routes, same: lacking === 0 };
    }
    for (const { mask } of this.#routes) {
      if (differences(active, mask) > LACKING) continue;
      const both = active.map((one, i) => one | mask[i]!);
      const found = negativeCycle(this.#graph, both, true);
      if ("cycle" in found) continue;
      return { routes: this.#keep(both, found.potential), same: false };
    }
    const found = negativeCycle(this.#graph, active, true);
    if ("cycle" in found) {
      throw new Error("Bounds were asked of claims that do not agree");
    }
    return { routes: this.#keep(active, found.potential), same: true };
  }

  #keep(mask: Uint8Array, potential: Wholes): Routes {
    const { nodes, zero } = this.#graph;
    const heap = this.#heap ??= new NodeHeap(nodes, zero);
    const claims = this.#claims ??= claimsAt(this.#graph);
    const routes = new Routes(this.#graph, claims, mask, potential, heap);
    this.#routes = [routes, ...this.#routes.slice(0, SETS - 1)];
    return routes;
  }

  /** The cells of one measure's component are neighbours: one range. */
  extreme(
    [range]: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
  ): Extreme {
    if (!range) throw new RangeError("A count has at least one cell");
    const { routes, same } = this.#prepare(active);
    const a = range.from - this.#first;
    const b = range.to - this.#first;
    const [source, target] = side === "high" ? [a, b] : [b, a];
    const path = same
      ? routes.path(source, target)
      : routes.without(source, target, active);
    if (!path) return { value: null, certificate: null, tight: true };
    const n = BigInt(side === "high" ? path.length : -path.length);
    const rows = path.edges.map((e) => this.#constraints[e]!);
    return {
      value: rational(n, this.#scale),
      certificate: pathCertificate(rows),
      tight: true,
    };
  }
}

/** How many claims of `all` are not in `some`; infinite where others are. */
function lackingIn(some: Uint8Array, all: Uint8Array): number {
  let lacking = 0;
  for (let i = 0; i < some.length; i++) {
    if (some[i] === all[i]) continue;
    if (some[i]) return Infinity;
    lacking++;
  }
  return lacking;
}

/** How many claims are in one of the two sets alone. */
function differences(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** How many edges start or end at each node. */
function claimsAt({ nodes, from, to }: Graph): Int32Array {
  const count = new Int32Array(nodes);
  for (const v of from) count[v]!++;
  for (const v of to) count[v]!++;
  return count;
}

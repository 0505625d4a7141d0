import { type Rational, rational } from "../quantity/rational.ts";
import type { Certificate } from "./certificate.ts";
import type { Constraint } from "./item.ts";
import { cellsOf, type Component, type System } from "./system.ts";
import type { CellRange, Extreme, Solver } from "./solver.ts";

/** Edges of a graph on milestones: F(to) − F(from) ≤ weight. */
interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  /** Position of the item in the component. */
  readonly item: Int32Array;
  readonly constraint: readonly Constraint[];
}

/** After so many single trees all are worth having at once, */
const FEW = 3;

/** where there are no more milestones than this. */
const DENSE = 200;

/** Whole numbers up to here add without rounding. */
const SAFE = 2 ** 52;

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The common denominator of all values, or `null` where sums are not safe. */
function commonScale(constraints: readonly Constraint[]): number | null {
  let scale = 1n;
  for (const { value } of constraints) {
    if (value.d !== 1n) scale = scale / gcd(scale, value.d) * value.d;
    if (scale > BigInt(SAFE)) return null;
  }
  let sum = 0;
  const factor = Number(scale);
  for (const { value } of constraints) {
    sum += Number(value.n) / Number(value.d) * factor;
  }
  return sum < SAFE ? factor : null;
}

/** A path or cycle as multipliers: every edge once. */
function certificateOf(rows: readonly Constraint[]): Certificate {
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
 * bounds. All weights are whole numbers on a common denominator, so that every
 * answer is exact.
 *
 * Method: Dechter, Meiri & Pearl, "Temporal constraint networks", Artificial
 * Intelligence 49 (1991); Johnson, "Efficient algorithms for shortest paths in
 * sparse networks", JACM 24 (1977), for one path; Floyd, "Algorithm 97",
 * Communications of the ACM 5 (1962), for all of them.
 *
 * @returns `null` when the numbers are too large or too fine for whole numbers
 * that a double holds exactly; the linear solver takes over then.
 */
export function networkSolver(
  system: System,
  component: Component,
): Solver | null {
  const constraints: Constraint[] = [];
  const owner: number[] = [];
  component.items.forEach((item, local) => {
    for (const constraint of system.items[item]!.constraints) {
      constraints.push(constraint);
      owner.push(local);
    }
  });
  const scale = commonScale(constraints);
  if (scale === null) return null;
  const first = component.cells[0]!;
  const nodes = component.cells.length + 1;
  const size = constraints.length;
  const edges: Edges = {
    from: new Int32Array(size),
    to: new Int32Array(size),
    weight: new Float64Array(size),
    item: Int32Array.from(owner),
    constraint: constraints,
  };
  constraints.forEach((constraint, e) => {
    const range = cellsOf(system, constraint.count);
    const high = constraint.side === "high";
    edges.from[e] = (high ? range.from : range.to) - first;
    edges.to[e] = (high ? range.to : range.from) - first;
    const { value } = constraint;
    const scaled = scale === 1
      ? Number(value.n)
      : Number(value.n * BigInt(scale) / value.d);
    edges.weight[e] = high ? scaled : -scaled;
  });
  return new NetworkSolver(
    edges,
    nodes,
    component.items.length,
    first,
    BigInt(scale),
  );
}

class NetworkSolver implements Solver {
  readonly #edges: Edges;
  readonly #nodes: number;
  readonly #first: number;
  readonly #scale: bigint;
  /** Edge numbers by item: `#ofItem[#itemStart[i]]…`. */
  readonly #itemStart: Int32Array;
  /** Edge numbers ordered by start, end and weight, once bounds are asked. */
  #ordered: Int32Array | undefined;
  #orderedStart: Int32Array | undefined;
  /** Potentials, valid for every subset of the claims in `#mask`. */
  #potential: Float64Array | undefined;
  #mask: Uint8Array | undefined;
  /** Items of `#mask` that give a tightest edge. */
  #tightest: Uint8Array | undefined;
  /** Shortest paths under `#mask` by first node. */
  readonly #trees = new Map<number, Tree>();

  constructor(
    edges: Edges,
    nodes: number,
    items: number,
    first: number,
    scale: bigint,
  ) {
    this.#edges = edges;
    this.#nodes = nodes;
    this.#first = first;
    this.#scale = scale;
    this.#itemStart = new Int32Array(items + 1);
    for (const item of edges.item) this.#itemStart[item + 1]!++;
    for (let i = 0; i < items; i++) {
      this.#itemStart[i + 1]! += this.#itemStart[i]!;
    }
  }

  [Symbol.dispose](): void {}

  refute(active: Uint8Array): Certificate | null {
    const cycle = this.#negativeCycle(active);
    return cycle === null
      ? null
      : certificateOf(cycle.map((e) => this.#edges.constraint[e]!));
  }

  /**
   * A negative cycle among the active edges by Bellman & Ford on the nodes that
   * these use; leaves the distances as potentials where there is none.
   */
  #negativeCycle(active: Uint8Array, keep = false): number[] | null {
    const { from, to, weight } = this.#edges;
    const list: number[] = [];
    const start = this.#itemStart;
    for (let i = 0; i < active.length; i++) {
      if (!active[i]) continue;
      for (let e = start[i]!; e < start[i + 1]!; e++) list.push(e);
    }
    const used = new Int32Array(this.#nodes).fill(-1);
    if (keep) used.fill(0);
    else {
      for (const e of list) {
        used[from[e]!] = 0;
        used[to[e]!] = 0;
      }
    }
    let count = 0;
    for (let v = 0; v < this.#nodes; v++) if (used[v] === 0) used[v] = count++;
    const distance = new Float64Array(count);
    const via = new Int32Array(count).fill(-1);
    const CHAIN = -2;
    const before = (v: number) =>
      via[v] === CHAIN ? v + 1 : used[from[via[v]!]!]!;
    for (let changed = true; changed;) {
      changed = false;
      for (const e of list) {
        const v = used[to[e]!]!;
        const d = distance[used[from[e]!]!]! + weight[e]!;
        if (d < distance[v]!) {
          distance[v] = d;
          via[v] = e;
          changed = true;
        }
      }
      for (let v = count - 2; v >= 0; v--) {
        if (distance[v + 1]! < distance[v]!) {
          distance[v] = distance[v + 1]!;
          via[v] = CHAIN;
          changed = true;
        }
      }
      if (!changed) break;
      // A cycle of predecessors is a negative cycle.
      const mark = new Int32Array(count).fill(-1);
      for (let root = 0; root < count; root++) {
        let v = root;
        while (mark[v] === -1 && via[v] !== -1) {
          mark[v] = root;
          v = before(v);
        }
        if (mark[v] !== root || via[v] === -1) {
          if (mark[v] === -1) mark[v] = root;
          continue;
        }
        const cycle: number[] = [];
        const stop = v;
        do {
          if (via[v] !== CHAIN) cycle.push(via[v]!);
          v = before(v);
        } while (v !== stop);
        return cycle.reverse();
      }
    }
    if (keep) {
      this.#potential = distance;
    }
    return null;
  }

  #order(): Int32Array {
    if (this.#ordered) return this.#ordered;
    const { from, to, weight } = this.#edges;
    const order = Int32Array.from(from, (_, e) => e).sort((a, b) =>
      from[a]! - from[b]! || to[a]! - to[b]! || weight[a]! - weight[b]! || a - b
    );
    const start = new Int32Array(this.#nodes + 1);
    for (const v of from) start[v + 1]!++;
    for (let v = 0; v < this.#nodes; v++) start[v + 1]! += start[v]!;
    this.#orderedStart = start;
    return this.#ordered = order;
  }

  /** Prepares for a set of claims; tells whether its trees may be kept. */
  #prepare(active: Uint8Array): boolean {
    const order = this.#order();
    const mask = this.#mask;
    if (mask) {
      let subset = true;
      let same = true;
      for (let i = 0; i < active.length; i++) {
        if (active[i] === mask[i]) continue;
        if (active[i]) {
          subset = false;
          break;
        }
        if (this.#tightest![i]) same = false;
      }
      if (subset) return same;
    }
    if (this.#negativeCycle(active, true)) {
      throw new Error("Bounds were asked of claims that do not agree");
    }
    this.#mask = active.slice();
    this.#trees.clear();
    const tightest = this.#tightest = new Uint8Array(active.length);
    const { from, to, item } = this.#edges;
    let u = -1;
    let v = -1;
    for (const e of order) {
      if (!active[item[e]!] || (from[e] === u && to[e] === v)) continue;
      u = from[e]!;
      v = to[e]!;
      tightest[item[e]!] = 1;
    }
    return true;
  }

  /** The cells of one measure's component are neighbours: one range. */
  extreme(
    [range]: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
  ): Extreme {
    if (!range) throw new RangeError("A count has at least one cell");
    const keep = this.#prepare(active);
    const a = range.from - this.#first;
    const b = range.to - this.#first;
    const [source, target] = side === "high" ? [a, b] : [b, a];
    let tree = keep ? this.#trees.get(source) : undefined;
    if (!tree && keep && this.#trees.size >= FEW && this.#nodes <= DENSE) {
      this.#allPairs(active);
      tree = this.#trees.get(source);
    }
    if (!tree) {
      tree = this.#shortest(source, active, keep ? -1 : target);
      if (keep) this.#trees.set(source, tree);
    }
    const distance = tree.distance[target]!;
    if (distance === Infinity) {
      return { value: null, certificate: null, tight: true };
    }
    const rows: Constraint[] = [];
    for (let v = target; v !== source;) {
      const e = tree.via[v]!;
      if (e < 0) v++;
      else {
        rows.push(this.#edges.constraint[e]!);
        v = this.#edges.from[e]!;
      }
    }
    const n = BigInt(side === "high" ? distance : -distance);
    const value: Rational = rational(n, this.#scale);
    const certificate = certificateOf(rows.reverse());
    return { value, certificate, tight: true };
  }

  /** All shortest paths at once, by Floyd & Warshall. */
  #allPairs(active: Uint8Array): void {
    const n = this.#nodes;
    const { from, to, weight, item } = this.#edges;
    const distance = new Float64Array(n * n).fill(Infinity);
    const via = new Int32Array(n * n).fill(-1);
    for (let v = 0; v < n; v++) {
      distance[v * n + v] = 0;
      if (v > 0) {
        distance[v * n + v - 1] = 0;
        via[v * n + v - 1] = -2;
      }
    }
    for (const e of this.#ordered!) {
      if (!active[item[e]!]) continue;
      const at = from[e]! * n + to[e]!;
      if (weight[e]! < distance[at]!) {
        distance[at] = weight[e]!;
        via[at] = e;
      }
    }
    for (let k = 0; k < n; k++) {
      const mid = k * n;
      for (let i = 0; i < n; i++) {
        const first = distance[i * n + k]!;
        if (first === Infinity) continue;
        const row = i * n;
        for (let j = 0; j < n; j++) {
          const d = first + distance[mid + j]!;
          if (d < distance[row + j]!) {
            distance[row + j] = d;
            via[row + j] = via[mid + j]!;
          }
        }
      }
    }
    for (let v = 0; v < n; v++) {
      this.#trees.set(v, {
        distance: distance.subarray(v * n, v * n + n),
        via: via.subarray(v * n, v * n + n),
      });
    }
  }

  /** Dijkstra on weights made non-negative by the potentials. */
  #shortest(source: number, active: Uint8Array, target: number): Tree {
    const n = this.#nodes;
    const { to, weight, item } = this.#edges;
    const order = this.#ordered!;
    const start = this.#orderedStart!;
    const h = this.#potential!;
    const reduced = new Float64Array(n).fill(Infinity);
    const via = new Int32Array(n).fill(-1);
    const done = new Uint8Array(n);
    reduced[source] = 0;
    for (;;) {
      let u = -1;
      let best = Infinity;
      for (let v = 0; v < n; v++) {
        if (!done[v] && reduced[v]! < best) {
          best = reduced[v]!;
          u = v;
        }
      }
      if (u < 0 || u === target) break;
      done[u] = 1;
      if (u > 0) {
        const d = best + h[u]! - h[u - 1]!;
        if (d < reduced[u - 1]!) {
          reduced[u - 1] = d;
          via[u - 1] = -2;
        }
      }
      let last = -1;
      for (let k = start[u]!; k < start[u + 1]!; k++) {
        const e = order[k]!;
        const v = to[e]!;
        // Of edges between the same nodes only the lightest active one counts.
        if (v === last || !active[item[e]!]) continue;
        last = v;
        const d = best + weight[e]! + h[u]! - h[v]!;
        if (d < reduced[v]!) {
          reduced[v] = d;
          via[v] = e;
        }
      }
    }
    const distance = reduced.map((d, v) => d + h[v]! - h[source]!);
    return { distance, via };
  }
}

interface Tree {
  readonly distance: Float64Array;
  readonly via: Int32Array;
}

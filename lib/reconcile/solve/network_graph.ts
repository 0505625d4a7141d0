import { lcm, type Rational } from "../../quantity/rational.ts";

/**
 * Whole numbers by position. They are doubles while no sum of all of them can
 * round, and bigints beyond. Both take the same operators, so that what works
 * on them is written once, as if for numbers: it adds, subtracts and compares
 * them with each other and with `zero`, and with nothing else.
 */
export type Wholes = Float64Array | number[];

/** Edges by the node at one end: `edges[start[v]]` and on. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/**
 * A graph on milestones: an edge says F(to) − F(from) ≤ weight. Each node also
 * has an edge of weight zero to the node `step` further, because flow is never
 * negative.
 */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Wholes;
  /** Position in the component of the item that makes the edge. */
  readonly item: Int32Array;
  /** Edges by their start; of those to one node the lightest first. */
  readonly out: Adjacency;
  /** Edges by their end; of those from one node the lightest first. */
  readonly into: Adjacency;
  readonly step: 1 | -1;
  /** Zero, of the kind that the weights are. */
  readonly zero: number;
}

/** The edge of weight zero to the neighbour, where a node's last edge is told. */
export const CHAIN = -2;

/** No edge. */
export const NONE = -1;

/** Doubles whose absolute sum stays below this add up without rounding. */
const SAFE = 2 ** 50;

/** As many zeros, of the kind that `zero` is. */
export function zeros(size: number, zero: number): Wholes {
  return typeof zero === "number"
    ? new Float64Array(size)
    : new Array<number>(size).fill(zero);
}

/** Values as whole numbers on their least common denominator. */
export function wholesOf(
  values: readonly Rational[],
): { readonly wholes: Wholes; readonly scale: bigint; readonly zero: number } {
  let scale = 1n;
  for (const { d } of values) {
    scale = lcm(scale, d);
  }
  let sum = 0;
  const exact = values.map(({ n, d }) => {
    const whole = scale === 1n ? n : n * (scale / d);
    sum += Math.abs(Number(whole));
    return whole;
  });
  if (sum < SAFE) {
    return { wholes: Float64Array.from(exact, Number), scale, zero: 0 };
  }
  const [wholes, zero] = [exact, 0n] as unknown as [number[], number];
  return { wholes, scale, zero };
}

function adjacency(
  nodes: number,
  own: Int32Array,
  other: Int32Array,
  weight: Wholes,
): Adjacency {
  const edges = Int32Array.from(own, (_, e) => e).sort((a, b) => {
    const by = own[a]! - own[b]! || other[a]! - other[b]!;
    if (by !== 0) return by;
    return weight[a]! < weight[b]! ? -1 : weight[b]! < weight[a]! ? 1 : a - b;
  });
  return { start: startsOf(nodes, own), edges };
}

/** Where each node's edges begin, once they are in order. */
export function startsOf(nodes: number, own: Int32Array): Int32Array {
  const start = new Int32Array(nodes + 1);
  for (const v of own) start[v + 1]!++;
  for (let v = 0; v < nodes; v++) start[v + 1]! += start[v]!;
  return start;
}

/** A graph of milestones from its edges. */
export function graphOf(
  nodes: number,
  { from, to, weight, item, zero }: Pick<
    Graph,
    "from" | "to" | "weight" | "item" | "zero"
  >,
): Graph {
  let into: Adjacency | undefined;
  return {
    nodes,
    from,
    to,
    weight,
    item,
    out: adjacency(nodes, from, to, weight),
    get into() {
      return into ??= adjacency(nodes, to, from, weight);
    },
    step: -1,
    zero,
  };
}

/** The graph with every edge turned round. */
export function turned(graph: Graph): Graph {
  return {
    ...graph,
    from: graph.to,
    to: graph.from,
    out: graph.into,
    into: graph.out,
    step: graph.step === 1 ? -1 : 1,
  };
}

import {
  type Adjacency,
  type Graph,
  NONE,
  startsOf,
  turned,
  type Wholes,
} from "./network_graph.ts";
import type { NodeHeap } from "./node_heap.ts";
import {
  Detours,
  type Path,
  pathTo,
  shortestFrom,
  type Tree,
} from "./shortest_paths.ts";

/** Claims at a milestone from which on its tree is worth having. */
const BUSY = 4;

/** How many numbers the trees of one set of claims may take, and how many there may be. */
const ROOM = 2 ** 22;
const FEWEST = 4;

/** The lightest active edge between any two nodes, by start. */
function lightest(
  { nodes, from, to, item, out }: Graph,
  active: Uint8Array,
): Adjacency {
  const kept: number[] = [];
  let last = NONE;
  for (const e of out.edges) {
    if (active[item[e]!] === 0) continue;
    if (last >= 0 && from[last] === from[e] && to[last] === to[e]) continue;
    last = e;
    kept.push(e);
  }
  const edges = Int32Array.from(kept);
  return { start: startsOf(nodes, edges.map((e) => from[e]!)), edges };
}

/** The graph in one direction, with the shortest paths found so far. */
class Direction {
  readonly graph: Graph;
  readonly #potential: Wholes;
  readonly #mask: Uint8Array;
  readonly #heap: NodeHeap;
  readonly #trees = new Map<number, Tree>();
  readonly #most: number;
  #light: Adjacency | undefined;
  #detours: Detours | undefined;

  constructor(
    graph: Graph,
    potential: Wholes,
    mask: Uint8Array,
    heap: NodeHeap,
  ) {
    this.graph = graph;
    this.#potential = potential;
    this.#mask = mask;
    this.#heap = heap;
    this.#most = Math.max(FEWEST, Math.floor(ROOM / graph.nodes));
  }

  #tree(source: number): Tree {
    let tree = this.#trees.get(source);
    if (tree) this.#trees.delete(source);
    else {
      this.#light ??= lightest(this.graph, this.#mask);
      tree = shortestFrom(
        this.graph,
        this.#light,
        null,
        this.#potential,
        source,
        this.#heap,
      );
    }
    this.#trees.set(source, tree);
    if (this.#trees.size > this.#most) {
      const [oldest] = this.#trees.keys();
      this.#trees.delete(oldest!);
    }
    return tree;
  }

  /** The path by the claims of the mask. */
  path(source: number, target: number): Path | null {
    return pathTo(this.graph, this.#tree(source), target);
  }

  /** The path by some of these claims, from what is known of all of them. */
  detour(source: number, target: number, active: Uint8Array): Path | null {
    this.#detours ??= new Detours(this.graph, this.#heap);
    return this.#detours.to(this.#tree(source), active, target);
  }

  /** The path by some of these claims alone. */
  direct(source: number, target: number, active: Uint8Array): Path | null {
    const { graph } = this;
    const tree = shortestFrom(
      graph,
      graph.out,
      active,
      this.#potential,
      source,
      this.#heap,
      target,
    );
    return pathTo(graph, tree, target);
  }
}

/**
 * Shortest paths by a set of claims that agree, and by those sets that lack a
 * few of them. What one path costs serves the next: most of the claims of a
 * file start on one milestone, and one tree answers for all of these.
 */
export class Routes {
  /** The claims by position in the component. */
  readonly mask: Uint8Array;
  /** Potentials that hold for every subset of them. */
  readonly potential: Wholes;
  readonly #claims: Int32Array;
  readonly #onward: Direction;
  readonly #turned: () => Direction;
  #back: Direction | undefined;

  /** @param claims How many edges start or end at each node. */
  constructor(
    graph: Graph,
    claims: Int32Array,
    mask: Uint8Array,
    potential: Wholes,
    heap: NodeHeap,
  ) {
    this.mask = mask.slice();
    this.potential = potential;
    this.#claims = claims;
    this.#onward = new Direction(graph, potential, this.mask, heap);
    this.#turned = () => {
      const opposite = potential.map((h: number) => -h) as Wholes;
      return new Direction(turned(graph), opposite, this.mask, heap);
    };
  }

  /** The shortest path by the claims of the mask. */
  path(source: number, target: number): Path | null {
    return this.#onward.path(source, target);
  }

  /** The shortest path by some of them. */
  without(source: number, target: number, active: Uint8Array): Path | null {
    const [a, b] = [this.#claims[source]!, this.#claims[target]!];
    if (Math.max(a, b) < BUSY) {
      return this.#onward.direct(source, target, active);
    }
    if (a >= b) return this.#onward.detour(source, target, active);
    this.#back ??= this.#turned();
    return this.#back.detour(target, source, active);
  }
}

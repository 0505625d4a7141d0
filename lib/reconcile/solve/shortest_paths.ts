import {
  type Adjacency,
  CHAIN,
  type Graph,
  NONE,
  type Wholes,
  zeros,
} from "./network_graph.ts";
import type { NodeHeap } from "./node_heap.ts";

/** Shortest paths from one node to all. */
export interface Tree {
  readonly source: number;
  /** By node; what stands at a node that no path reaches means nothing. */
  readonly distance: Wholes;
  /** The last edge of the path, `CHAIN`, or `NONE`. */
  readonly via: Int32Array;
}

/** A shortest path: how long it is, and its edges but those of the chain. */
export interface Path {
  readonly length: number;
  readonly edges: readonly number[];
}

/** Whether a tree has a path to a node. */
function reaches({ source, via }: Tree, node: number): boolean {
  return node === source || via[node] !== NONE;
}

/** The path of a tree to a node; `null` where there is none. */
export function pathTo(graph: Graph, tree: Tree, node: number): Path | null {
  if (!reaches(tree, node)) return null;
  const edges: number[] = [];
  for (let v = node; v !== tree.source;) {
    const e = tree.via[v]!;
    if (e === CHAIN) v -= graph.step;
    else {
      edges.push(e);
      v = graph.from[e]!;
    }
  }
  return { length: tree.distance[node]!, edges: edges.reverse() };
}

/**
 * Shortest paths from a node, on weights that potentials make non-negative.
 *
 * Method: Dijkstra, "A note on two problems in connexion with graphs",
 * Numerische Mathematik 1 (1959); Johnson, "Efficient algorithms for shortest
 * paths in sparse networks", JACM 24 (1977), for the potentials.
 *
 * @param edges The edges that take part, by their start.
 * @param active Which items take part; `null` where `edges` are theirs alone.
 * @param target Where paths to one node are enough: it is right, others may not be.
 */
export function shortestFrom(
  graph: Graph,
  { start, edges }: Adjacency,
  active: Uint8Array | null,
  potential: Wholes,
  source: number,
  heap: NodeHeap,
  target = NONE,
): Tree {
  const { nodes, to, weight, item, step, zero } = graph;
  const via = new Int32Array(nodes).fill(NONE);
  const { key } = heap;
  heap.clear();
  heap.offer(source, zero);
  for (;;) {
    const u = heap.take();
    if (u < 0 || u === target) break;
    // Nothing that is still to come is nearer than the target.
    if (target >= 0 && heap.has(target) && !(key[u]! < key[target]!)) break;
    const base = key[u]! + potential[u]!;
    const next = u + step;
    if (
      next >= 0 && next < nodes && heap.offer(next, base - potential[next]!)
    ) {
      via[next] = CHAIN;
    }
    let last = NONE;
    for (let k = start[u]!; k < start[u + 1]!; k++) {
      const e = edges[k]!;
      const v = to[e]!;
      // Of edges between the same nodes only the lightest active one counts.
      if (v === last || (active && active[item[e]!] === 0)) continue;
      last = v;
      if (heap.offer(v, base + weight[e]! - potential[v]!)) via[v] = e;
    }
  }
  const distance = zeros(nodes, zero);
  for (let v = 0; v < nodes; v++) {
    if (!heap.has(v)) continue;
    distance[v] = key[v]! + potential[v]! - potential[source]!;
  }
  return { source, distance, via };
}

/**
 * Finds shortest paths where a few edges of a tree of shortest paths are gone.
 * Kept for many questions, so that each costs no more than the nodes it visits.
 */
export class Detours {
  readonly #graph: Graph;
  readonly #heap: NodeHeap;
  /** The edge by which the search came to a node, against its direction. */
  readonly #next: Int32Array;
  /** What is known of a node in this question: twice its number, or one more. */
  readonly #known: Int32Array;
  #question = 0;

  constructor(graph: Graph, heap: NodeHeap) {
    this.#graph = graph;
    this.#heap = heap;
    this.#next = new Int32Array(graph.nodes);
    this.#known = new Int32Array(graph.nodes);
  }

  /** Whether the tree's path to a node uses an edge that is gone. */
  #broken({ source, via }: Tree, active: Uint8Array, node: number): boolean {
    const { from, item, step } = this.#graph;
    const known = this.#known;
    const sound = 2 * this.#question;
    let v = node;
    let verdict = sound;
    while (v !== source && known[v]! < sound) {
      const e = via[v]!;
      if (e === CHAIN) v -= step;
      else if (active[item[e]!] === 0) {
        verdict = known[v] = sound + 1;
        break;
      } else v = from[e]!;
    }
    if (v !== source) verdict = known[v]!;
    for (let w = node; w !== v;) {
      known[w] = verdict;
      const e = via[w]!;
      w = e === CHAIN ? w - step : from[e]!;
    }
    return verdict !== sound;
  }

  /**
   * The shortest path to a node without the edges of inactive items: back from
   * it over nodes whose own path is broken, by how much longer that makes it,
   * to the first node whose path is whole.
   *
   * @param tree Of items among which the active ones are.
   */
  to(tree: Tree, active: Uint8Array, target: number): Path | null {
    if (!reaches(tree, target)) return null;
    const { nodes, from, weight, item, into, step, zero } = this.#graph;
    const { distance, source } = tree;
    const heap = this.#heap;
    const next = this.#next;
    this.#question++;
    heap.clear();
    heap.offer(target, zero);
    for (;;) {
      const u = heap.take();
      if (u < 0) return null;
      if (u === source || !this.#broken(tree, active, u)) {
        const { edges } = pathTo(this.#graph, tree, u)!;
        return {
          length: distance[target]! + heap.key[u]!,
          edges: [...edges, ...this.#after(u, target)],
        };
      }
      const base = heap.key[u]! - distance[u]!;
      const before = u - step;
      if (before >= 0 && before < nodes && reaches(tree, before)) {
        if (heap.offer(before, base + distance[before]!)) next[before] = CHAIN;
      }
      let last = NONE;
      for (let k = into.start[u]!; k < into.start[u + 1]!; k++) {
        const e = into.edges[k]!;
        const v = from[e]!;
        if (v === last || active[item[e]!] === 0) continue;
        last = v;
        if (!reaches(tree, v)) continue;
        if (heap.offer(v, base + distance[v]! + weight[e]!)) next[v] = e;
      }
    }
  }

  /** The edges from where a search ended to where it began. */
  #after(node: number, target: number): number[] {
    const { to, step } = this.#graph;
    const edges: number[] = [];
    for (let v = node; v !== target;) {
      const e = this.#next[v]!;
      if (e === CHAIN) v += step;
      else {
        edges.push(e);
        v = to[e]!;
      }
    }
    return edges;
  }
}

import {
  CHAIN,
  type Graph,
  NONE,
  type Wholes,
  zeros,
} from "./network_graph.ts";

/** A negative cycle, or potentials that show that there is none. */
export type Cycle =
  | { readonly cycle: readonly number[] }
  | { readonly potential: Wholes };

/** A cycle of predecessors: once there is one, it is a negative cycle. */
function cycleIn(
  via: Int32Array,
  before: (v: number) => number,
): number[] | null {
  const mark = new Int32Array(via.length).fill(-1);
  for (let root = 0; root < via.length; root++) {
    let v = root;
    while (mark[v] === -1 && via[v] !== NONE) {
      mark[v] = root;
      v = before(v);
    }
    if (mark[v] !== root) {
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
  return null;
}

/**
 * Looks for a negative cycle among the edges of the active items, over the
 * nodes that these use (over all of them where the potentials are wanted of
 * all). A round goes up the milestones and down again, so that a path takes as
 * many rounds as it turns, not as it has edges.
 *
 * Method: Bellman, "On a routing problem", Quarterly of Applied Mathematics 16
 * (1958), in the order of Yen, "An algorithm for finding shortest routes from
 * all source nodes to a given destination", ibid. 27 (1970).
 */
export function negativeCycle(
  { nodes, from, to, weight, item, out, zero }: Graph,
  active: Uint8Array,
  everywhere: boolean,
): Cycle {
  const place = new Int32Array(nodes).fill(everywhere ? 0 : -1);
  const list: number[] = [];
  let last = NONE;
  for (const e of out.edges) {
    if (active[item[e]!] === 0) continue;
    // Of edges between the same nodes the first is the lightest.
    if (last >= 0 && from[last] === from[e] && to[last] === to[e]) continue;
    last = e;
    list.push(e);
    place[from[e]!] = 0;
    place[to[e]!] = 0;
  }
  let count = 0;
  for (let v = 0; v < nodes; v++) if (place[v] === 0) place[v] = count++;
  const size = list.length;
  const start = Int32Array.from(list, (e) => place[from[e]!]!);
  const end = Int32Array.from(list, (e) => place[to[e]!]!);
  const distance = zeros(count, zero);
  const via = new Int32Array(count).fill(NONE);
  const before = (v: number) =>
    via[v] === CHAIN ? v + 1 : place[from[via[v]!]!]!;
  let changed = true;
  const relax = (k: number) => {
    const v = end[k]!;
    const d = distance[start[k]!]! + weight[list[k]!]!;
    if (d < distance[v]!) {
      distance[v] = d;
      via[v] = list[k]!;
      changed = true;
    }
  };
  while (changed) {
    changed = false;
    for (let k = 0; k < size; k++) if (end[k]! > start[k]!) relax(k);
    for (let u = count - 1, k = size - 1; u >= 0; u--) {
      for (; k >= 0 && start[k] === u; k--) if (end[k]! < u) relax(k);
      if (u > 0 && distance[u]! < distance[u - 1]!) {
        distance[u - 1] = distance[u]!;
        via[u - 1] = CHAIN;
        changed = true;
      }
    }
    const cycle = changed && cycleIn(via, before);
    if (cycle) return { cycle };
  }
  return { potential: distance };
}

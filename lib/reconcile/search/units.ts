import { byCodeUnits, type System } from "../model/system.ts";
import { UnionFind } from "../model/union_find.ts";

/**
 * What is kept or dropped as one: a claim, or with claims weighed by origin all
 * claims of a witness.
 */
export interface Unit {
  /** The origin, or the id of the claim. */
  readonly name: string;
  /** Its items, in file order. */
  readonly items: readonly number[];
}

/** Components that units join: what one drops is a matter of all of them. */
export interface Cluster {
  /** Position among the clusters. */
  readonly index: number;
  /** The components, ascending. */
  readonly components: readonly number[];
  /** The units that reach into them, ascending. */
  readonly units: readonly number[];
}

/** The units of a system, in the order of their names. */
export interface Units {
  readonly units: readonly Unit[];
  /** The unit of each item. */
  readonly unitOf: Int32Array;
  readonly clusters: readonly Cluster[];
  /** The cluster of each component. */
  readonly clusterOf: Int32Array;
}

/**
 * Groups the items of a system into what is kept or dropped as one, and its
 * components into what such units join.
 *
 * @param by `"origin"`: the claims of one origin are one unit; a claim without
 * an origin is a unit of its own, as every claim is otherwise.
 */
export function unitsOf(system: System, by?: "origin"): Units {
  const { items, components } = system;
  const making: { name: string; alone: boolean; items: number[] }[] = [];
  const ofOrigin = new Map<string, number[]>();
  items.forEach(({ claim }, i) => {
    const origin = by === "origin" && claim.origin;
    const known = origin ? ofOrigin.get(origin) : undefined;
    if (known) return void known.push(i);
    const own = [i];
    if (origin) ofOrigin.set(origin, own);
    making.push({ name: origin || claim.claim_id, alone: !origin, items: own });
  });
  // A claim may bear the name of an origin: the origin comes first.
  const units = making.sort((a, b) =>
    byCodeUnits(a.name, b.name) || Number(a.alone) - Number(b.alone) ||
    a.items[0]! - b.items[0]!
  ).map(({ name, items }): Unit => ({ name, items }));
  const unitOf = new Int32Array(items.length);
  units.forEach((unit, u) => {
    for (const item of unit.items) unitOf[item] = u;
  });

  const joined = new UnionFind(components.length);
  const home = new Int32Array(units.length).fill(-1);
  for (const { index, items } of components) {
    for (const item of items) {
      const u = unitOf[item]!;
      if (home[u]! < 0) home[u] = index;
      else joined.join(index, home[u]!);
    }
  }
  const clusterOf = new Int32Array(components.length);
  const at = new Map<number, number>();
  const clusters: { index: number; components: number[]; units: number[] }[] =
    [];
  for (const { index } of components) {
    const root = joined.find(index);
    let cluster = at.get(root);
    if (cluster === undefined) {
      cluster = clusters.length;
      at.set(root, cluster);
      clusters.push({ index: cluster, components: [], units: [] });
    }
    clusterOf[index] = cluster;
    clusters[cluster]!.components.push(index);
  }
  home.forEach((component, u) => {
    if (component >= 0) clusters[clusterOf[component]!]!.units.push(u);
  });
  return { units, unitOf, clusters, clusterOf };
}

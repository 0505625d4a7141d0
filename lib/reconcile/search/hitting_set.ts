import { compareCost, compareLists, type Cost } from "./cost.ts";
import type { Limit } from "../deadline.ts";

/** A cheapest hitting set. */
export interface Hitting extends Cost {
  /** The elements, ascending. */
  readonly set: readonly number[];
  /** Whether it is certainly the best: false when it had to stop. */
  readonly optimal: boolean;
}

type Sets = readonly (readonly number[])[];

function union(a: Hitting, b: Hitting): Hitting {
  return {
    set: [...a.set, ...b.set].sort((x, y) => x - y),
    weight: a.weight + b.weight,
    size: a.size + b.size,
    optimal: a.optimal && b.optimal,
  };
}

function better(a: Hitting, b: Hitting): boolean {
  return (compareCost(a, b) || compareLists(a.set, b.set)) < 0;
}

const NOTHING: Hitting = { set: [], weight: 0n, size: 0, optimal: true };

/** Leaves out sets that contain another one, and repeated ones. */
function smallest(sets: Sets): number[][] {
  const kept: number[][] = [];
  const holding = new Map<number, number[]>();
  const bySize = [...sets].sort((a, b) => a.length - b.length);
  for (const set of bySize) {
    const hits = new Map<number, number>();
    let contains = false;
    for (const e of set) {
      for (const k of holding.get(e) ?? []) {
        const n = (hits.get(k) ?? 0) + 1;
        hits.set(k, n);
        if (n === kept[k]!.length) contains = true;
      }
      if (contains) break;
    }
    if (contains) continue;
    for (const e of set) {
      const list = holding.get(e);
      if (list) list.push(kept.length);
      else holding.set(e, [kept.length]);
    }
    kept.push([...set]);
  }
  return kept;
}

/** Groups of sets that share no element with another group. */
export function separate<S extends readonly number[]>(
  sets: readonly S[],
): S[][] {
  const parent = sets.map((_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const seen = new Map<number, number>();
  sets.forEach((set, i) => {
    for (const e of set) {
      const other = seen.get(e);
      if (other === undefined) seen.set(e, i);
      else parent[find(i)] = find(other);
    }
  });
  const groups = new Map<number, S[]>();
  sets.forEach((set, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(set);
    else groups.set(root, [set]);
  });
  return [...groups.values()];
}

/**
 * Takes out elements that another one replaces at no loss: it hits at least the
 * same sets, and costs less, or as much and comes first.
 */
function dominate(sets: number[][], weights: readonly bigint[]): number[][] {
  const where = new Map<number, Set<number>>();
  sets.forEach((set, i) => {
    for (const e of set) {
      const list = where.get(e);
      if (list) list.add(i);
      else where.set(e, new Set([i]));
    }
  });
  const gone = new Set<number>();
  for (const [v, mine] of where) {
    const [one] = mine;
    for (const u of sets[one!]!) {
      if (u === v || gone.has(u)) continue;
      const theirs = where.get(u)!;
      if (theirs.size < mine.size) continue;
      const cheaper = weights[u]! < weights[v]! ||
        weights[u] === weights[v] && u < v;
      if (!cheaper) continue;
      let covers = true;
      for (const i of mine) {
        if (!theirs.has(i)) {
          covers = false;
          break;
        }
      }
      if (covers) {
        gone.add(v);
        break;
      }
    }
  }
  return gone.size === 0
    ? sets
    : sets.map((set) => set.filter((e) => !gone.has(e)));
}

/** No hitting set costs less: sets without a common element, cheapest each. */
function atLeast(sets: Sets, weights: readonly bigint[]): Cost {
  const used = new Set<number>();
  let weight = 0n;
  let size = 0;
  for (const set of sets) {
    if (set.some((e) => used.has(e))) continue;
    let least: bigint | undefined;
    for (const e of set) {
      used.add(e);
      if (least === undefined || weights[e]! < least) least = weights[e]!;
    }
    weight += least ?? 0n;
    size++;
  }
  return { weight, size };
}

function greedy(sets: Sets, weights: readonly bigint[]): Hitting {
  let open = sets;
  const set: number[] = [];
  let weight = 0n;
  while (open.length > 0) {
    const hits = new Map<number, bigint>();
    for (const s of open) {
      for (const e of s) hits.set(e, (hits.get(e) ?? 0n) + 1n);
    }
    let best = -1;
    for (const [e, n] of hits) {
      const gain = best < 0
        ? 1n
        : n * weights[best]! - hits.get(best)! * weights[e]!;
      if (gain > 0n || gain === 0n && e < best) best = e;
    }
    set.push(best);
    weight += weights[best]!;
    open = open.filter((s) => !s.includes(best));
  }
  set.sort((a, b) => a - b);
  return { set, weight, size: set.length, optimal: true };
}

/** How a search goes on. */
interface Course {
  readonly stop: Limit;
  /**
   * Whether it had to stop anywhere. A part that stopped may give nothing back,
   * which is then no proof that there is nothing.
   */
  cut: boolean;
}

/**
 * Solves sets that have been reduced; `null` when nothing is better than or as
 * good as `limit`, or was found before the search was cut.
 */
function search(
  sets: Sets,
  weights: readonly bigint[],
  limit: Cost | null,
  course: Course,
): Hitting | null {
  let open = smallest(sets);
  let forced = NOTHING;
  // Forced elements and dominated ones open up each other.
  for (;;) {
    const single = open.filter((set) => set.length === 1);
    if (single.length > 0) {
      const must = new Set(single.map((set) => set[0]!));
      for (const e of must) {
        const one = { set: [e], weight: weights[e]!, size: 1, optimal: true };
        forced = union(forced, one);
      }
      open = open.filter((set) => !set.some((e) => must.has(e)));
    }
    const next = dominate(open, weights);
    if (next === open) break;
    open = smallest(next);
  }
  if (limit && compareCost(forced, limit) > 0) return null;
  if (open.length === 0) return forced;
  const groups = separate(open);
  if (groups.length > 1) {
    let sum = forced;
    for (const group of groups) {
      const part = search(group, weights, null, course);
      if (!part) return null;
      sum = union(sum, part);
    }
    return limit && compareCost(sum, limit) > 0 ? null : sum;
  }
  let best: Hitting = greedy(open, weights);
  if (course.stop.over(16)) {
    course.cut = true;
    const sum = union(forced, best);
    return limit && compareCost(sum, limit) > 0 ? null : sum;
  }
  const outer: Cost | null = limit && {
    weight: limit.weight - forced.weight,
    size: limit.size - forced.size,
  };
  // Branch on a smallest set: its first element is in, or out and its second
  // in, and so on.
  const branch = open.reduce((a, b) => b.length < a.length ? b : a);
  const frequency = new Map<number, number>();
  for (const s of open) {
    for (const e of s) frequency.set(e, (frequency.get(e) ?? 0) + 1);
  }
  const order = branch.toSorted((a, b) =>
    frequency.get(b)! - frequency.get(a)! || a - b
  );
  const out = new Set<number>();
  for (const e of order) {
    const rest: number[][] = [];
    let dead = false;
    for (const set of open) {
      if (set.includes(e)) continue;
      const kept = set.filter((x) => !out.has(x));
      if (kept.length === 0) dead = true;
      rest.push(kept);
    }
    out.add(e);
    if (dead) continue;
    const bar: Cost = outer && compareCost(outer, best) < 0 ? outer : best;
    const low = atLeast(rest, weights);
    const least = { weight: low.weight + weights[e]!, size: low.size + 1 };
    if (compareCost(least, bar) > 0) continue;
    const part = search(rest, weights, {
      weight: bar.weight - weights[e]!,
      size: bar.size - 1,
    }, course);
    if (!part) continue;
    const whole = union(part, {
      set: [e],
      weight: weights[e]!,
      size: 1,
      optimal: true,
    });
    if (better(whole, best)) best = whole;
  }
  const sum = union(forced, best);
  return limit && compareCost(sum, limit) > 0 ? null : sum;
}

/**
 * The cheapest set that shares an element with every given set: least weight,
 * then fewest elements, then first in order. Branch and bound with reductions
 * (forced and dominated elements, independent parts), exact in weights and
 * ties. When it must stop the best set found so far is returned and says so.
 *
 * @example
 * ```ts
 * import { Deadline } from "../deadline.ts";
 * import { cheapestHittingSet } from "./hitting_set.ts";
 * import assert from "node:assert/strict";
 *
 * const best = cheapestHittingSet(
 *   [[0, 1], [1, 2], [3]], [1n, 1n, 1n, 5n], new Deadline(1),
 * );
 * assert.deepEqual(best.set, [1, 3]);
 * ```
 */
export function cheapestHittingSet(
  sets: Sets,
  weights: readonly bigint[],
  stop: Limit,
): Hitting {
  const course: Course = { stop, cut: false };
  const best = search(sets, weights, null, course)!;
  return { ...best, optimal: !course.cut };
}

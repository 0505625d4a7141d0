import { UnionFind } from "../model/union_find.ts";
import { Apart } from "./apart.ts";
import { compareCost, compareLists, type Cost, quickWeights } from "./cost.ts";
import type { Limit } from "../deadline.ts";
import { smallestSets } from "./smallest_sets.ts";

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

const itself = (set: readonly number[]) => set;

const NOTHING: Hitting = { set: [], weight: 0n, size: 0, optimal: true };

/** Groups of sets that share no element with another group. */
export function separate<S extends readonly number[]>(
  sets: readonly S[],
): S[][] {
  const joined = new UnionFind(sets.length);
  const seen = new Map<number, number>();
  sets.forEach((set, i) => {
    for (const e of set) {
      const other = seen.get(e);
      if (other === undefined) seen.set(e, i);
      else joined.join(i, other);
    }
  });
  return joined.groups().map((group) => group.map((i) => sets[i]!));
}

/**
 * Takes out elements that another one replaces at no loss: it hits at least the
 * same sets, and costs less, or as much and comes first.
 */
function dominate(sets: Sets, weights: readonly bigint[]): Sets {
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
  readonly apart: Apart;
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
  let open = smallestSets(sets, itself);
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
    open = smallestSets(next, itself);
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
    const { apart } = course;
    apart.clear();
    for (const set of rest) apart.add(set);
    const least = {
      weight: BigInt(apart.weight) + weights[e]!,
      size: apart.size + 1,
    };
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
  const quick = quickWeights(weights);
  const apart = new Apart(quick.weights, quick.zero);
  const course: Course = { stop, apart, cut: false };
  const best = search(sets, weights, null, course)!;
  return { ...best, optimal: !course.cut };
}

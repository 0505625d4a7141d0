import {
  add,
  compare,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import { type Certificate, itemsOf } from "../proof/certificate.ts";
import type { Solver } from "../solve/solver.ts";

/**
 * The items of a contradiction less those that it can do without as it stands:
 * a low that is left out takes its share of the sum with it and no more, because
 * counts are never below zero. The smallest shares go first.
 */
export function neededItems(certificate: Certificate): number[] {
  let gap = ZERO;
  const shares = new Map<number, Rational | null>();
  for (const { constraint, times } of certificate.rows) {
    const { item, side, of, less, value } = constraint;
    const amount = of ? ZERO : multiply(times, value);
    gap = side === "low" ? add(gap, amount) : subtract(gap, amount);
    const before = shares.get(item);
    const share = of || less || side === "high" || before === null
      ? null
      : amount;
    shares.set(item, share && before ? add(share, before) : share);
  }
  const lows = [...shares].flatMap(([item, share]) =>
    share ? [{ item, share }] : []
  ).sort((a, b) => compare(a.share, b.share) || b.item - a.item);
  const gone = new Set<number>();
  for (const { item, share } of lows) {
    const left = subtract(gap, share);
    if (left.n <= 0n) break;
    gap = left;
    gone.add(item);
  }
  return itemsOf(certificate).filter((item) => !gone.has(item));
}

/**
 * Takes items out of a contradiction until none can go, each time going on with
 * the items of the new contradiction, which are often far fewer.
 *
 * @param local The position of each item in its component.
 * @returns Positions in the component, ascending.
 */
export function shrink(
  solver: Solver,
  certificate: Certificate,
  local: ReadonlyMap<number, number>,
  size: number,
): readonly number[] {
  const positions = (c: Certificate) =>
    neededItems(c).map((item) => local.get(item)!).sort((a, b) => a - b);
  let set = positions(certificate);
  const active = new Uint8Array(size);
  const without = (gone: ReadonlySet<number>) => {
    active.fill(0);
    for (const item of set) if (!gone.has(item)) active[item] = 1;
    return solver.refute(active);
  };
  // By halves first: a contradiction is often the sum of several.
  for (let chunk = set.length >> 1; chunk > 1 && set.length > 6;) {
    let found: Certificate | null = null;
    for (let from = 0; from < set.length && !found; from += chunk) {
      found = without(new Set(set.slice(from, from + chunk)));
    }
    if (found) set = positions(found);
    chunk = Math.min(chunk >> 1, set.length >> 1);
  }
  const needed = new Set<number>();
  for (;;) {
    const next = set.find((item) => !needed.has(item));
    if (next === undefined) break;
    const smaller = set.length > 1 ? without(new Set([next])) : null;
    if (!smaller) needed.add(next);
    else set = positions(smaller);
  }
  return set;
}

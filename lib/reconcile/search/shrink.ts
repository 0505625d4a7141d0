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
 * Takes items out of a contradiction as far as rounded numbers let them go:
 * nothing certain, but had in a moment.
 *
 * @returns `null` where that cannot be told so quickly.
 */
function roughly(
  solver: Solver,
  set: readonly number[],
  size: number,
): readonly number[] | null {
  if (!solver.seems) return null;
  const active = new Uint8Array(size);
  for (const item of set) active[item] = 1;
  let left = set;
  const needed = new Set<number>();
  for (;;) {
    const next = left.find((item) => !needed.has(item));
    if (next === undefined) return left;
    active[next] = 0;
    const smaller = solver.seems(active);
    if (smaller === undefined) return null;
    if (smaller) {
      active.set(smaller);
      left = left.filter((item) => active[item]);
    } else {
      active[next] = 1;
      needed.add(next);
    }
  }
}

/**
 * Takes items out of a contradiction until none can go, each time going on with
 * the items of the new contradiction, which are often far fewer.
 *
 * @param local The position of each item in its component.
 * @param exactly Whether it must be certain that none can go: else what rounded
 * numbers say of that is enough, where they say anything.
 * @returns Positions in the component, ascending.
 */
export function shrink(
  solver: Solver,
  certificate: Certificate,
  local: ReadonlyMap<number, number>,
  size: number,
  exactly = true,
): readonly number[] {
  const positions = (c: Certificate) =>
    neededItems(c).map((item) => local.get(item)!).sort((a, b) => a - b);
  let set = positions(certificate);
  const active = new Uint8Array(size);
  const guessed = roughly(solver, set, size);
  if (guessed && guessed.length < set.length) {
    for (const item of guessed) active[item] = 1;
    const smaller = solver.refute(active);
    if (smaller) set = positions(smaller);
  }
  if (guessed && !exactly) return set;
  const without = (gone: ReadonlySet<number>) => {
    active.fill(0);
    for (const item of set) if (!gone.has(item)) active[item] = 1;
    return solver.refute(active);
  };
  // By halves first: a contradiction is often the sum of several.
  for (let chunk = set.length >> 1; chunk > 1 && set.length > 6 && !guessed;) {
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

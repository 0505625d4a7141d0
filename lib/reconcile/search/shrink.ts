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
 * Takes elements out of a set until none can go.
 *
 * @param without What of the rest will do where one is left out; `null`: that
 * one is needed; `undefined`: it cannot be told.
 * @returns `undefined` where something could not be told.
 */
export function untilNeeded(
  set: readonly number[],
  without: (rest: readonly number[]) => readonly number[] | null | undefined,
): readonly number[] | undefined {
  const needed = new Set<number>();
  for (let left = set;;) {
    const next = left.find((element) => !needed.has(element));
    if (next === undefined) return left;
    const smaller = without(left.filter((element) => element !== next));
    if (smaller === undefined) return undefined;
    if (smaller) left = smaller;
    else needed.add(next);
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
  const keep = (rest: readonly number[]) => {
    active.fill(0);
    for (const item of rest) active[item] = 1;
    return active;
  };
  // Rounded numbers first: nothing certain, but had in a moment.
  const guessed = solver.seems && untilNeeded(set, (rest) => {
    const found = solver.seems!(keep(rest));
    return found && rest.filter((item) => found[item]);
  });
  if (guessed && guessed.length < set.length) {
    const smaller = solver.refute(keep(guessed));
    if (smaller) set = positions(smaller);
  }
  if (guessed && !exactly) return set;
  // By halves first: a contradiction is often the sum of several.
  for (let chunk = set.length >> 1; chunk > 1 && set.length > 6 && !guessed;) {
    let found: Certificate | null = null;
    for (let from = 0; from < set.length && !found; from += chunk) {
      const rest = set.toSpliced(from, chunk);
      found = solver.refute(keep(rest));
    }
    if (found) set = positions(found);
    chunk = Math.min(chunk >> 1, set.length >> 1);
  }
  return untilNeeded(set, (rest) => {
    const smaller = rest.length > 0 ? solver.refute(keep(rest)) : null;
    return smaller && positions(smaller);
  })!;
}

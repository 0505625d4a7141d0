import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import { solverOf } from "./contradiction.ts";
import type { Certificate } from "../proof/certificate.ts";
import { inTime, type Timer } from "../deadline.ts";
import type { Constraint, Item } from "../model/item.ts";
import type { Highs } from "../solve/load_highs.ts";
import { simplestBetween } from "../solve/simplest_between.ts";
import type { Component, System } from "../model/system.ts";

/**
 * The items with every bound widened to [low·(1−t), high·(1+t)], t below 1.
 * With `scaled`, counts are measured in (1−t)ths, which says the same: then a t
 * near 1 does not make all numbers vanish.
 */
function widened(items: readonly Item[], t: Rational, scaled: boolean): Item[] {
  const low = subtract(ONE, t);
  const high = add(ONE, t);
  const times = (c: Constraint) => {
    // A bound gives by a share of its size: one below zero gives away from it.
    const by = (c.side === "low") === (c.value.n >= 0n) ? low : high;
    return scaled && !c.of ? divide(by, low) : by;
  };
  return items.map((item) => ({
    ...item,
    constraints: item.constraints.map((c) => ({
      ...c,
      value: multiply(c.value, times(c)),
    })),
  }));
}

/** The least t at which a sum of bounds no longer contradicts itself. */
function allowedBy(certificate: Certificate, items: readonly Item[]): Rational {
  let gap = ZERO;
  let room = ZERO;
  for (const { constraint, times } of certificate.rows) {
    const found = items[constraint.item]!.constraints.find((c) =>
      c.side === constraint.side && c.count.start === constraint.count.start &&
      c.count.end === constraint.count.end
    )!;
    const part = multiply(times, found.value);
    gap = constraint.side === "low" ? add(gap, part) : subtract(gap, part);
    room = part.n < 0n ? subtract(room, part) : add(room, part);
  }
  return divide(gap, room);
}

function midpoint(a: Rational, b: Rational): Rational {
  // A short fraction near the middle keeps the numbers small.
  const middle = (Number(a.n) / Number(a.d) + Number(b.n) / Number(b.d)) / 2;
  return rational(BigInt(Math.round(middle * 2 ** 32)), 2n ** 32n);
}

/** The least share by which bounds must give, and whether it certainly is. */
export interface Slack {
  /** A share that suffices: the least one where it is certain. */
  readonly share: Rational;
  /** Whether no smaller one does, but for a billionth: false in want of time. */
  readonly certain: boolean;
}

/** Brackets are closed in to this. */
const NEAR = rational(1, 1_000_000_000);

/**
 * The least share t by which every bound of a component's claims must give, to
 * [low·(1−t), high·(1+t)], for all of them to agree. Each contradiction found
 * gives the smallest t that undoes it, and the search goes on from there: exact
 * after finitely many steps (Dinkelbach, "On nonlinear fractional programming",
 * Management Science 13, 1967). Where a ratio or share takes part t bends the
 * equations themselves; then t is closed in by halves to within 1e-9, each half
 * by a proof that what is below does not do and what is above does.
 *
 * @param least What other components ask for: where that suffices, no more is
 * looked for.
 */
export function componentSlack(
  system: System,
  component: Component,
  highs: Highs | null,
  timer: Timer,
  least: Rational = ZERO,
): Slack {
  const everything = new Uint8Array(component.items.length).fill(1);
  const own = component.items.map((i) => system.items[i]!);
  const hasRatio = own.some((item) => item.constraints.some(({ of }) => of));
  const refute = (t: Rational): Certificate | null => {
    // No low asks for anything then: nothing at all fits every claim.
    if (compare(t, ONE) >= 0) return null;
    const items = system.items.slice();
    for (const item of widened(own, t, hasRatio)) items[item.index] = item;
    const scaled = { ...system, items };
    using solver = solverOf(scaled, component, highs, timer);
    return solver.refute(everything, "summed");
  };
  let low = ZERO;
  let high = ONE;
  const search = (): Slack => {
    if (least.n > 0n && !refute(least)) return { share: least, certain: true };
    if (!hasRatio) {
      low = least;
      for (;;) {
        const certificate = refute(low);
        if (!certificate) return { share: low, certain: true };
        const next = allowedBy(certificate, system.items);
        if (compare(next, low) <= 0) throw new Error("A slack stands still");
        low = next;
      }
    }
    if (least.n === 0n && !refute(low)) return { share: low, certain: true };
    while (compare(subtract(high, low), NEAR) > 0) {
      const middle = midpoint(low, high);
      // What suffices for less would have sufficed for the least share, too.
      if (compare(middle, least) <= 0 || refute(middle)) low = middle;
      else high = middle;
    }
    const plain = simplestBetween(low, high);
    // What suffices already need not be tested.
    if (compare(plain, high) < 0 && !refute(plain)) high = plain;
    return { share: high, certain: true };
  };
  return inTime(search, () => ({ share: high, certain: false }));
}

import { itemsOf } from "../proof/certificate.ts";
import type { Covering } from "./cheapest_cover.ts";
import { compareHittings } from "./cheapest_cover.ts";
import type { ConflictSearch } from "./conflict_search.ts";
import { compareCost, costOf } from "./cost.ts";
import { type Clock, Deadline, inTime } from "../deadline.ts";
import type { Hitting } from "./hitting_set.ts";
import { roughSearch } from "./rough_search.ts";
import {
  DEAR_PROGRAMS,
  GRACE_SECONDS,
  GROW_EVERY,
  REPAIRS_GROWN,
  ROUNDS_BEFORE_ROUGH,
} from "./effort.ts";

/** Whose cheapest repair is asked for. */
export interface Question {
  /** An item that does not speak; −1: all do. */
  readonly except: number;
  /** A unit that has nothing to say without it; −1: all have. */
  readonly gone: number;
  /** What dropping each unit costs. */
  readonly weights: readonly bigint[];
}

/** A set whose removal leaves an agreeing rest. */
export interface FoundRepair extends Hitting {
  /** Whether nothing of it can be spared: false where the time ran out. */
  readonly minimal: boolean;
}

/**
 * The cheapest set of units to drop so that the rest agrees: least weight, then
 * fewest, then first in order. A cheapest hitting set of the conflicts known is
 * no dearer than any repair; where what it leaves agrees, it is the cheapest
 * one, and else there are more conflicts to be hit. Repairs grown from it meet
 * many conflicts at once. Whatever is called optimal is proved so by conflicts
 * alone, in whole numbers.
 *
 * Method: Moreno-Centeno & Karp, "The implicit hitting set approach",
 * Operations Research 61 (2013); Davies & Bacchus, "Exploiting the power of MIP
 * solvers in MAXSAT", SAT (2013), for conflicts met on the way to repairs.
 *
 * @param known A set whose removal makes the rest agree, if there is one.
 */
export function cheapestRepair(
  search: ConflictSearch,
  { except, gone, weights }: Question,
  known: readonly number[] | null,
  deadline: Deadline,
  clock: Clock,
): FoundRepair {
  const { oracle, sets } = search;
  const everything = new Uint8Array(oracle.size).fill(1);
  if (gone >= 0) everything[gone] = 0;
  const without = (set: Iterable<number>) => {
    const kept = everything.slice();
    for (const unit of set) kept[unit] = 0;
    return kept;
  };
  const found = (set: readonly number[], minimal: boolean): FoundRepair => ({
    set,
    ...costOf(set, weights),
    optimal: false,
    minimal,
  });
  let best: FoundRepair | null = known && found(known, false);
  const better = (set: readonly number[], minimal: boolean) => {
    const other = found(set, minimal);
    if (!best || compareHittings(other, best) < 0) best = other;
  };
  /** Leaves out of a set whatever need not be dropped, the dearest first. */
  const reduced = (
    set: Iterable<number>,
    kept: Uint8Array,
    limit: Deadline,
  ) => {
    const left = new Set(set);
    let minimal = true;
    const dearest = [...left].sort((a, b) =>
      weights[a] === weights[b] ? b - a : weights[a]! < weights[b]! ? 1 : -1
    );
    for (const unit of dearest) {
      // In want of time what is left stays out, needed or not.
      minimal &&= inTime(() => {
        kept[unit] = 1;
        if (
          sets.misses(kept, except) || oracle.refute(kept, except)
        ) kept[unit] = 0;
        else left.delete(unit);
        return !limit.over();
      }, () => false);
      if (!minimal) break;
    }
    return { set: [...left].sort((a, b) => a - b), minimal };
  };
  /** A repair that holds a set, and conflicts on the way to it. */
  const grow = (set: readonly number[], careful: boolean) => {
    const kept = without(set);
    const drop = new Set(set);
    for (;;) {
      const conflict = search.findCore(kept, except);
      if (!conflict) break;
      const open = conflict.set.filter((unit) => kept[unit]);
      const unit = careful
        ? open.reduce((a, b) => weights[b]! < weights[a]! ? b : a)
        : open[search.random() % open.length]!;
      kept[unit] = 0;
      drop.add(unit);
      if (deadline.over()) return;
    }
    const { set: repair, minimal } = reduced(drop, kept, deadline);
    if (except < 0 && minimal) search.remember(repair);
    better(repair, minimal);
  };
  /** Makes certain of what rounded numbers say; whether that is anything. */
  const lookAhead = (ordered: boolean): boolean => {
    const { cores, repair } = roughSearch(
      {
        everything,
        seems: (kept) => oracle.seems(kept, except),
        sets: sets.without(except, weights),
        ordered,
        known: best && best.set,
        random: () => search.random(),
      },
      deadline,
    );
    if (repair) {
      const kept = without(repair);
      if (!oracle.refute(kept, except)) {
        const { set, minimal } = reduced(repair, kept, deadline);
        if (except < 0 && minimal) search.remember(set);
        better(set, minimal);
      }
    }
    for (const core of cores) {
      if (deadline.over()) break;
      search.certify(core, except);
    }
    return cores.length > 0;
  };
  /** Whether a repair is as cheap as nothing can be less. */
  const reached = ({ optimal, ...cost }: Covering) =>
    optimal && best !== null && compareCost(best, cost) <= 0;

  const proved = (): FoundRepair | null => {
    if (except < 0) search.seed();
    let ordered = false;
    let rounds = 0;
    let ahead = false;
    while (!deadline.over()) {
      if (rounds >= ROUNDS_BEFORE_ROUGH && !ahead) {
        ahead = true;
        lookAhead(ordered);
      }
      const cover = sets.cheapest({
        except,
        weights,
        first: ordered,
        hint: best && (best as FoundRepair).set,
        deadline,
      });
      if (!cover.optimal) {
        // Nothing is proved: what it hits may still be a cheap repair.
        grow(cover.set, true);
        break;
      }
      const conflicts = search.findCores(without(cover.set), deadline, except);
      if (conflicts.length === 0) {
        // Nothing costs less, so that nothing of it can be spared.
        if (cover.first) return { ...cover, minimal: true };
        better(cover.set, true);
        if (ordered) break;
        ordered = true;
        continue;
      }
      if (!ordered && reached(cover)) {
        ordered = true;
        continue;
      }
      rounds++;
      let met = sets.count(except);
      // What takes longer may take too long: some repair is to be had by then.
      if (!best) settle(cover.set, deadline);
      // Hitting sets that are had for little need no better preparation.
      const dear = cover.programs > DEAR_PROGRAMS;
      if (dear && lookAhead(ordered)) continue;
      const grown = dear
        ? REPAIRS_GROWN
        : Number(rounds % GROW_EVERY === GROW_EVERY / 2);
      for (let i = 0; i < grown; i++) {
        if (deadline.over()) break;
        grow(cover.set, i === 0);
        const more = sets.count(except);
        if (more === met) break;
        met = more;
      }
    }
    return null;
  };
  const cheapest = clock.during(deadline, () => inTime(proved, () => null));
  if (cheapest) return cheapest;
  if (best) return best;
  const grace = new Deadline(GRACE_SECONDS);
  return clock.during(
    grace,
    () => inTime(() => settle([], grace), dropEverything),
  );

  /** Some repair, quickly: drops one more unit while a conflict is left. */
  function settle(set: readonly number[], limit: Deadline): FoundRepair {
    const kept = without(set);
    const drop = [...set];
    for (;;) {
      const contradiction = oracle.refute(kept, except);
      if (!contradiction) break;
      const units = itemsOf(contradiction).map((i) => oracle.unitOf(i));
      const unit = units.reduce((a, b) => weights[b]! < weights[a]! ? b : a);
      kept[unit] = 0;
      drop.push(unit);
    }
    const { set: left, minimal } = reduced(drop, kept, limit);
    better(left, minimal);
    return best!;
  }

  /** Where nobody speaks nobody disagrees. */
  function dropEverything(): FoundRepair {
    const set = [...everything.keys()].filter((unit) => everything[unit]);
    return found(set, false);
  }
}

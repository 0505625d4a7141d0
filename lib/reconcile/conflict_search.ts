import { itemsOf } from "./certificate.ts";
import { compareCost, compareLists, type Cost } from "./cost.ts";
import { type Deadline, Steps } from "./deadline.ts";
import { cheapestHittingSet, type Hitting } from "./hitting_set.ts";
import type { RepairProgram } from "./repair_program.ts";
import type { Solver } from "./solver.ts";
import type { Component } from "./system.ts";

/** A minimal set of a component's items whose removal leaves the rest agreeing. */
export interface Repair extends Cost {
  /** Positions in the component, ascending. */
  readonly set: readonly number[];
}

/** A minimal set of items that cannot all be true. */
export interface Conflict {
  /** Positions in the component, ascending. */
  readonly set: readonly number[];
}

/** How many repairs of one component are looked at before the search is cut. */
const MOST_REPAIRS = 20_000;

/** How many conflicts are hit one by one before a program takes over. */
const PATIENCE = 400;

/** So many conflicts are not hit one by one at all. */
const MANY = 1_000;

/** Steps for a cheapest hitting set before a program looks for it. */
const MOMENT = 300;

/** Steps of a walk in order of weight before the walk goes on in any order. */
const ORDERED = 20_000;

/** Sets that are tested in any case: who is to blame is told by all repairs. */
const ENOUGH = 600;

/** Sets that are tested at most where the list of conflicts is full. */
const TESTS = 3_000;

/** How often conflicts are sought at random before they are sought in order. */
const PROBES = 40;

/** How often at most. */
const MOST_PROBES = 400;

/**
 * Finds the conflicts and repairs of one component. Each conflict found is kept
 * and serves every later question, because repairs are the minimal sets that
 * share a claim with every conflict, and conflicts those that share one with
 * every repair: when every minimal hitting set of the conflicts known so far
 * leaves an agreeing rest, no conflict and no repair is missing.
 *
 * Method: Reiter, "A theory of diagnosis from first principles", Artificial
 * Intelligence 32 (1987); Liffiton, Previti, Malik & Marques-Silva, "Fast,
 * flexible MUS enumeration", Constraints 21 (2016), for seeds grown and shrunk
 * against a map of what is known; Murakami & Uno, "Efficient algorithms for
 * dualizing large-scale hypergraphs", Discrete Applied Mathematics 170 (2014),
 * for the walk over minimal hitting sets.
 */
export class ConflictSearch {
  readonly #solver: Solver;
  readonly #size: number;
  readonly #weights: readonly bigint[];
  readonly #local: ReadonlyMap<number, number>;
  readonly #shrink: (items: readonly number[]) => readonly number[];
  readonly #keys = new Set<string>();
  readonly #conflicts: Conflict[] = [];
  readonly #bent: boolean;
  readonly #program: (flows: boolean) => RepairProgram | null;
  readonly #repairs = new Map<string, Repair>();
  #tests = 0;
  #complete = false;

  /**
   * @param shrink Finds a minimal set among items that cannot all be true.
   * @param weights What dropping each item costs, on a common denominator.
   * @param program States the cheapest repair as a program, where it can.
   * @param bent Whether ratios or shares take part.
   */
  constructor(
    component: Component,
    solver: Solver,
    shrink: (items: readonly number[]) => readonly number[],
    weights: readonly bigint[],
    program: (flows: boolean) => RepairProgram | null,
    bent: boolean,
  ) {
    this.#bent = bent;
    this.#shrink = shrink;
    this.#program = program;
    this.#solver = solver;
    this.#size = component.items.length;
    this.#weights = weights;
    this.#local = new Map(component.items.map((item, i) => [item, i]));
  }

  /** The conflicts found so far. */
  get conflicts(): readonly Conflict[] {
    return this.#conflicts;
  }

  /** The repairs found so far, cheapest first. */
  get repairs(): Repair[] {
    return [...this.#repairs.values()].sort((a, b) =>
      compareCost(a, b) || compareLists(a.set, b.set)
    );
  }

  /** Whether every conflict and every repair has been found. */
  get complete(): boolean {
    return this.#complete;
  }

  #everything(): Uint8Array {
    return new Uint8Array(this.#size).fill(1);
  }

  /**
   * Finds conflicts among the active items, one after another without a common
   * item, and adds those that are new.
   *
   * @returns The conflicts found: none when the active items agree.
   */
  #explore(active: Uint8Array, deadline: Deadline): Conflict[] {
    const rest = active.slice();
    const found: Conflict[] = [];
    for (;;) {
      const certificate = this.#solver.refute(rest);
      if (!certificate) return found;
      const set = this.#shrink(itemsOf(certificate)).map((item) =>
        this.#local.get(item)!
      ).sort((a, b) => a - b);
      const conflict: Conflict = { set };
      const key = set.join();
      if (!this.#keys.has(key)) {
        this.#keys.add(key);
        this.#conflicts.push(conflict);
      }
      found.push(conflict);
      if (deadline.over()) return found;
      for (const item of conflict.set) rest[item] = 0;
    }
  }

  /**
   * The cheapest set of items to drop so that the rest of `active` agrees:
   * least weight, then fewest, then first in order of ids. Exact, by solving
   * for the cheapest hitting set of the conflicts known and looking for another
   * conflict in what it leaves, until there is none; where conflicts are too
   * many for that, by a mixed-integer program.
   *
   * Method: Moreno-Centeno & Karp, "The implicit hitting set approach",
   * Operations Research 61 (2013).
   *
   * @param known A set whose removal makes the rest agree, for want of time.
   */
  cheapest(
    active: Uint8Array | null,
    deadline: Deadline,
    known: readonly number[] | null = null,
  ): Hitting {
    const base = active ?? this.#everything();
    const patience = this.#conflicts.length + PATIENCE / 4;
    while (this.#conflicts.length <= patience && !deadline.over()) {
      const sets = this.#within(base);
      if (sets.length > MANY) break;
      const moment = new Steps(MOMENT, deadline);
      const best = cheapestHittingSet(sets, this.#weights, moment);
      if (!best.optimal) break;
      const rest = base.slice();
      for (const item of best.set) rest[item] = 0;
      if (this.#explore(rest, deadline).length === 0) return best;
    }
    // Ratios spread the sizes of flows so far that looking for them comes last.
    for (const flows of this.#bent ? [false, true] : [true, false]) {
      if (deadline.over()) break;
      const share = deadline.share(flows === this.#bent ? 1 : 0.8);
      const found = this.#programmed(base, flows, share);
      if (found) return found;
    }
    return this.#settle(base, known ?? []);
  }

  /** The conflicts among the items of a set. */
  #within(base: Uint8Array): (readonly number[])[] {
    return this.#conflicts.map((c) => c.set).filter((set) =>
      set.every((item) => base[item])
    );
  }

  /**
   * The cheapest repair by a mixed-integer program, every answer tested.
   *
   * @param flows Whether it finds the flow along with the claims to drop, or
   * hits the conflicts known and gives up where they are too many.
   */
  #programmed(
    base: Uint8Array,
    flows: boolean,
    deadline: Deadline,
  ): Hitting | null {
    using program = this.#program(flows);
    if (!program) return null;
    const patience = flows ? Infinity : this.#conflicts.length + PATIENCE;
    for (let item = 0; item < this.#size; item++) {
      if (base[item]) continue;
      program.fix(item, true);
      program.price(item, false);
    }
    const sets = this.#within(base);
    if (!flows && sets.length > MANY) return null;
    for (const set of sets.slice(0, MANY)) program.cut(set);
    /** The cheapest set that leaves an agreeing rest, as things are fixed. */
    const solve = () => {
      for (;;) {
        const found = program.solve(deadline);
        if (found === null || found === "none") return found;
        const set = found.set.filter((item) => base[item]);
        const rest = base.slice();
        for (const item of set) rest[item] = 0;
        const conflicts = this.#explore(rest, deadline);
        if (conflicts.length === 0) return { set, cost: found.cost };
        if (deadline.over() || this.#conflicts.length > patience) return null;
        for (const conflict of conflicts) program.cut(conflict.set);
      }
    };
    const first = solve();
    if (first === null || first === "none") return null;
    let best = first;
    let optimal = true;
    // First in order of ids: an item stays in wherever that costs nothing.
    for (let item = 0, left = best.set.length; left > 0; item++) {
      if (!base[item]) continue;
      program.fix(item, true);
      if (!best.set.includes(item)) {
        const other = solve();
        if (other === null) {
          optimal = false;
          break;
        }
        if (other === "none" || other.cost > best.cost) {
          program.fix(item, false);
          continue;
        }
        best = other;
      }
      left--;
    }
    return { ...this.#costOf(best.set), optimal };
  }

  /** Some repair, quickly: drops one more item while a conflict is left. */
  #settle(base: Uint8Array, known: readonly number[]): Hitting {
    const rest = base.slice();
    const set = new Set(known.filter((item) => base[item]));
    for (const item of set) rest[item] = 0;
    for (;;) {
      const certificate = this.#solver.refute(rest);
      if (!certificate) break;
      const items = itemsOf(certificate).map((i) => this.#local.get(i)!);
      const drop = items.reduce((a, b) =>
        this.#weights[b]! < this.#weights[a]! ? b : a
      );
      rest[drop] = 0;
      set.add(drop);
    }
    for (const item of [...set].sort((a, b) => b - a)) {
      rest[item] = 1;
      if (this.#solver.refute(rest)) rest[item] = 0;
      else set.delete(item);
    }
    return { ...this.#costOf([...set].sort((a, b) => a - b)), optimal: false };
  }

  #costOf(set: readonly number[]): Repair {
    let weight = 0n;
    for (const item of set) weight += this.#weights[item]!;
    return { set, weight, size: set.length };
  }

  /** Tests a minimal hitting set: a repair, or the reason for new conflicts. */
  #test(set: readonly number[], deadline: Deadline): Conflict[] {
    const key = set.join();
    if (this.#repairs.has(key)) return [];
    this.#tests++;
    const rest = this.#everything();
    for (const item of set) rest[item] = 0;
    const found = this.#explore(rest, deadline);
    if (found.length === 0) this.#repairs.set(key, this.#costOf(set));
    return found;
  }

  /** Looks for conflicts with hitting sets taken at random, always the same. */
  #probe(deadline: Deadline): void {
    let seed = 1;
    const random = () => seed = seed * 48271 % 2147483647;
    let vain = 0;
    for (let i = 0; i < MOST_PROBES && vain < PROBES; i++) {
      if (deadline.over()) return;
      const order = Array.from({ length: this.#size }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = random() % (i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      // Keep claims in that order while no known conflict is complete.
      const missing = this.#conflicts.map((c) => c.set.length);
      const where: number[][] = order.map(() => []);
      this.#conflicts.forEach((c, i) => {
        for (const item of c.set) where[item]!.push(i);
      });
      const dropped: number[] = [];
      for (const item of order) {
        if (where[item]!.some((i) => missing[i] === 1)) dropped.push(item);
        else for (const i of where[item]!) missing[i]!--;
      }
      dropped.sort((a, b) => a - b);
      vain = this.#test(dropped, deadline).length > 0 ? 0 : vain + 1;
    }
  }

  /**
   * Finds all conflicts and all repairs, or as many as lists of `most` can tell
   * from more and the time allows (see {@linkcode ConflictSearch.complete}).
   * Unless the time cuts it, what is found depends on nothing but the claims.
   */
  enumerate(deadline: Deadline, most: number): void {
    if (this.#complete) return;
    this.#explore(this.#everything(), deadline);
    this.#probe(deadline);
    this.#inOrder(deadline, most);
    const full = () =>
      this.#conflicts.length > most &&
      (this.#repairs.size > most && this.#tests > ENOUGH ||
        this.#tests > TESTS);
    while (!this.#complete && !full()) {
      const { end } = this.#walk(
        null,
        deadline,
        () => full() || deadline.over(8),
      );
      if (end === "cut") return;
      this.#complete = end === "done";
    }
  }

  /**
   * Finds the repairs up to one weight after another, so that those found first
   * are the ones that a list shows, until they are more than it shows.
   */
  #inOrder(deadline: Deadline, most: number): void {
    const mean = this.#costOf(Array.from(this.#weights.keys())).weight /
      BigInt(this.#size);
    const steps = new Steps(ORDERED, deadline);
    for (let bound = 0n;;) {
      const { end, next } = this.#walk(
        bound,
        deadline,
        () =>
          steps.over(8) ||
          this.#conflicts.length > most && this.#tests > TESTS,
      );
      if (end === "cut") return;
      if (end === "grown") continue;
      if (next === null) {
        this.#complete = true;
        return;
      }
      let found = 0;
      for (const { weight } of this.#repairs.values()) {
        if (weight <= bound) found++;
      }
      if (found > most) return;
      // Weights a little apart are looked at together.
      bound = next + mean - 1n;
    }
  }

  /**
   * Walks over all minimal hitting sets of the conflicts known.
   *
   * @param bound Sets of a greater weight are left out.
   * @param stop Tells at each step whether it must go no further.
   * @returns How it ended, and the least weight of what may have been left out.
   */
  #walk(
    bound: bigint | null,
    deadline: Deadline,
    stop: () => boolean,
  ): { readonly end: "done" | "grown" | "cut"; readonly next: bigint | null } {
    const size = this.#size;
    const conflicts: (readonly number[])[] = [];
    const where: number[][] = Array.from({ length: size }, () => []);
    const hits: number[] = [];
    const owner: number[] = [];
    const include = (set: readonly number[]) => {
      for (const item of set) where[item]!.push(conflicts.length);
      conflicts.push(set);
      hits.push(0);
      owner.push(0);
    };
    // Small ones first: they say most about what the rest must weigh.
    const bySize = this.#conflicts.toSorted((a, b) =>
      a.set.length - b.set.length
    );
    for (const conflict of bySize) include(conflict.set);
    const open = new Uint8Array(size).fill(1);
    const chosen: number[] = [];
    /** How many conflicts only this item hits. */
    const alone = new Int32Array(size);
    let weight = 0n;
    let next: bigint | null = null;
    let grown = false;
    let cut = false;

    const add = (item: number) => {
      chosen.push(item);
      weight += this.#weights[item]!;
      for (const c of where[item]!) {
        if (++hits[c]! === 1) alone[item]!++;
        else if (hits[c] === 2) alone[owner[c]!]!--;
        owner[c]! += item;
      }
    };
    const remove = (item: number) => {
      chosen.pop();
      weight -= this.#weights[item]!;
      for (const c of where[item]!) {
        owner[c]! -= item;
        if (--hits[c]! === 0) alone[item]!--;
        else if (hits[c] === 1) alone[owner[c]!]!++;
      }
    };
    const seen = new Uint32Array(size);
    let stamp = 0;
    /** What must still be chosen weighs no less: conflicts that share nothing. */
    const missing = (): bigint => {
      stamp++;
      let sum = 0n;
      for (let c = 0; c < conflicts.length; c++) {
        const set = conflicts[c]!;
        if (hits[c]! > 0) continue;
        if (set.some((item) => open[item] && seen[item] === stamp)) continue;
        let least: bigint | null = null;
        for (const item of set) {
          if (!open[item]) continue;
          seen[item] = stamp;
          const own = this.#weights[item]!;
          if (least === null || own < least) least = own;
        }
        sum += least ?? 0n;
      }
      return sum;
    };
    const visit = (): void => {
      if (cut || this.#repairs.size >= MOST_REPAIRS || stop()) {
        cut = true;
        return;
      }
      if (bound !== null) {
        const least = weight + missing();
        if (least > bound) {
          if (next === null || least < next) next = least;
          return;
        }
      }
      let tightest: readonly number[] | undefined;
      let least = Infinity;
      for (let c = 0; c < conflicts.length && least > 0; c++) {
        if (hits[c]! > 0) continue;
        let n = 0;
        for (const item of conflicts[c]!) n += open[item]!;
        if (n < least) {
          least = n;
          tightest = conflicts[c]!;
        }
      }
      if (!tightest) {
        const set = chosen.toSorted((a, b) => a - b);
        const found = this.#test(set, deadline);
        if (found.length === 0) return;
        grown = true;
        for (const conflict of found) include(conflict.set);
        return visit();
      }
      const branch = tightest.filter((item) => open[item]);
      for (const item of branch) open[item] = 0;
      for (const item of branch) {
        add(item);
        if (chosen.every((other) => alone[other]! > 0)) visit();
        remove(item);
        open[item] = 1;
      }
    };
    visit();
    return { end: cut ? "cut" : grown ? "grown" : "done", next };
  }
}

import { type Certificate, itemsOf } from "../proof/certificate.ts";
import { compareCost, compareLists, type Cost, costOf } from "./cost.ts";
import { type Deadline, inTime, Steps } from "../deadline.ts";
import type { Conflict, HittingSets, Walked } from "./hitting_sets.ts";
import type { Oracle } from "./oracle.ts";
import { smallestSets } from "./smallest_sets.ts";
import {
  LARGE_CORE,
  LEAST_TESTS,
  MOST_PROBES,
  MOST_REPAIRS,
  MOST_TESTS,
  ORDERED_STEPS,
  PLENTY_OF_CONFLICTS,
  PROBES,
  TESTS_IN_VAIN,
} from "./effort.ts";

/** A minimal set of units of a cluster whose removal leaves the rest agreeing. */
export interface Repair extends Cost {
  /** Positions in the cluster, ascending. */
  readonly set: readonly number[];
}

/**
 * Finds the conflicts and repairs of one cluster. Each conflict found is kept
 * and serves every later question, because repairs are the minimal sets that
 * share a unit with every conflict, and conflicts those that share one with
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
  readonly oracle: Oracle;
  readonly #size: number;
  readonly #pairs: () => Iterable<readonly [number, number]>;
  /** Conflicts, sets that only seem to hold no smaller ones, and cores. */
  readonly sets: HittingSets;
  /** The conflicts that certainly hold no smaller ones. */
  readonly #minimal = new Set<string>();
  readonly #repairs = new Map<string, Repair>();
  #seeded = false;
  #tests = 0;
  /** How many of the last ones found no repair. */
  #vain = 0;
  #complete = false;
  #seed = 1;

  /**
   * @param sets What is known to be hit, nothing yet: its weights are what
   * dropping each unit costs, on a common denominator.
   * @param pairs Pairs of items that cannot both be true, told in bulk.
   */
  constructor(
    oracle: Oracle,
    sets: HittingSets,
    pairs: () => Iterable<readonly [number, number]> = () => [],
  ) {
    this.oracle = oracle;
    this.sets = sets;
    this.#size = oracle.size;
    this.#pairs = pairs;
  }

  /** The conflicts found so far that certainly hold no smaller ones. */
  get conflicts(): readonly Conflict[] {
    return this.sets.conflicts.filter(({ set }) =>
      this.#minimal.has(set.join())
    );
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

  /** Adds a set that certainly holds no smaller one. */
  #addMinimal(conflict: Conflict): void {
    this.#minimal.add(conflict.set.join());
    this.sets.hit(conflict);
  }

  /** Remembers what a contradiction asks for beyond its conflicts. */
  #demand(contradiction: Certificate): void {
    this.sets.demand(contradiction, (item) => this.oracle.unitOf(item));
  }

  /** Takes in the pairs that are told in bulk. */
  seed(): void {
    if (this.#seeded) return;
    this.#seeded = true;
    const { oracle } = this;
    const alone = new Map<number, boolean>();
    const failsAlone = (unit: number) => {
      let fails = alone.get(unit);
      if (fails === undefined) {
        const kept = new Uint8Array(this.#size);
        kept[unit] = 1;
        const found = oracle.refute(kept);
        if (found) this.#addMinimal(oracle.conflict(itemsOf(found)));
        alone.set(unit, fails = found !== null);
      }
      return fails;
    };
    for (const items of this.#pairs()) {
      const [a, b] = items.map((i) => oracle.unitOf(i)) as [number, number];
      if (failsAlone(a) || failsAlone(b)) continue;
      this.#addMinimal({ set: a < b ? [a, b] : [b, a], items });
    }
  }

  /**
   * Finds units kept that cannot all be kept, a minimal set of them as far as
   * can be seen; `null` where they agree.
   */
  #find(kept: Uint8Array): Conflict | null {
    const contradiction = this.oracle.refute(kept);
    if (!contradiction) return null;
    this.#demand(contradiction);
    const conflict = this.oracle.small(itemsOf(contradiction));
    this.sets.hit(conflict);
    return conflict;
  }

  /** Makes certain that a set is a conflict, or finds one within it. */
  #proveOne(conflict: Conflict): void {
    if (!this.#minimal.has(conflict.set.join())) {
      this.#addMinimal(this.oracle.conflict(conflict.items));
    }
  }

  /**
   * Makes certain of sets that they are conflicts, or finds those within them:
   * the smallest first until more than so many are certain, and one for each
   * group of units that is in any.
   */
  #prove(
    deadline: Deadline,
    most: number,
    turns: readonly ReadonlySet<number>[],
  ): void {
    const sets = smallestSets(this.sets.conflicts, ({ set }) => set);
    if (this.#complete && this.oracle.plain) {
      // Where nothing is missing, what holds no other one known holds none.
      for (const { set } of sets) this.#minimal.add(set.join());
      return;
    }
    for (const conflict of sets) {
      if (!this.#complete && this.#minimal.size > most) break;
      if (deadline.over()) {
        this.#complete = false;
        return;
      }
      this.#proveOne(conflict);
    }
    for (const group of turns) {
      const own = sets.filter(({ set }) => set.some((unit) => group.has(unit)));
      const told = () =>
        this.conflicts.some(({ set }) => set.some((unit) => group.has(unit)));
      for (const conflict of own) {
        if (deadline.over() || told()) break;
        this.#proveOne(conflict);
      }
    }
  }

  /**
   * Finds units kept that cannot all be kept, though perhaps not a smallest set
   * of them: to bound what repairs cost that is nearly as good, and found sooner.
   */
  findCore(kept: Uint8Array, except = -1): Conflict | null {
    const contradiction = this.oracle.refute(kept, except, "summed");
    if (!contradiction) return null;
    this.#demand(contradiction);
    let core = this.oracle.core(contradiction);
    if (core.set.length > LARGE_CORE) {
      core = this.oracle.small(core.items);
      if (except < 0) {
        this.sets.hit(core);
        return core;
      }
    }
    this.sets.hitCore(core);
    return core;
  }

  /**
   * Makes certain that units cannot all be kept that seem not to, and remembers
   * them or some of them.
   */
  certify(units: readonly number[], except = -1): void {
    const kept = new Uint8Array(this.#size);
    for (const unit of units) kept[unit] = 1;
    const contradiction = this.oracle.refute(kept, except);
    if (!contradiction) return;
    this.#demand(contradiction);
    this.sets.hit(this.oracle.core(contradiction));
  }

  /** Finds cores among the units kept, one after another, none sharing a unit. */
  findCores(kept: Uint8Array, deadline: Deadline, except = -1): Conflict[] {
    return apart(kept, deadline, (rest) => this.findCore(rest, except));
  }

  /** Makes conflicts of the cores met so far, as far as the time allows. */
  #refineCores(deadline: Deadline, most: number): void {
    this.sets.sortCores();
    for (const { set, items } of this.sets.cores) {
      const { conflicts } = this.sets;
      if (deadline.over() || conflicts.length > most) return;
      const told = conflicts.some((c) => c.set.every((u) => set.includes(u)));
      if (!told) this.sets.hit(this.oracle.small(items));
    }
  }

  /**
   * Finds conflicts among the units kept, one after another without a common
   * unit, and adds those that are new.
   *
   * @returns The conflicts found: none when the units agree.
   */
  #explore(kept: Uint8Array, deadline: Deadline): Conflict[] {
    return apart(kept, deadline, (rest) => this.#find(rest));
  }

  /** Whether conflicts are so large that each of them costs much. */
  #dear(): boolean {
    let sum = 0;
    for (const { set } of this.sets.conflicts) sum += set.length;
    return sum > LARGE_CORE * this.sets.conflicts.length;
  }

  /** The next number of a sequence that is always the same. */
  random(): number {
    return this.#seed = this.#seed * 48271 % 2147483647;
  }

  /** Remembers a minimal set whose removal leaves the rest agreeing. */
  remember(set: readonly number[]): Repair {
    const repair = { set, ...costOf(set, this.sets.weights) };
    if (this.#repairs.size < MOST_REPAIRS) {
      this.#repairs.set(set.join(), repair);
    }
    return repair;
  }

  /** Tests a minimal hitting set: a repair, or the reason for new conflicts. */
  #test(set: readonly number[], deadline: Deadline): Conflict[] {
    const key = set.join();
    if (this.#repairs.has(key)) return [];
    this.#tests++;
    const rest = this.#everything();
    for (const unit of set) rest[unit] = 0;
    const found = this.#explore(rest, deadline);
    this.#vain = found.length === 0 ? 0 : this.#vain + 1;
    if (found.length === 0) {
      this.#repairs.set(key, { set, ...costOf(set, this.sets.weights) });
    }
    return found;
  }

  /**
   * Looks for conflicts with hitting sets taken at random, always the same.
   *
   * @param enough Whether no more are wanted.
   * @param first Units that are kept before others are.
   */
  #probe(
    deadline: Deadline,
    probes: number,
    enough: () => boolean,
    first: ReadonlySet<number> = new Set(),
  ): void {
    let vain = 0;
    for (let i = 0; i < MOST_PROBES && vain < probes; i++) {
      if (deadline.over() || enough()) return;
      const order = Array.from({ length: this.#size }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = this.random() % (i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      order.sort((a, b) => Number(first.has(b)) - Number(first.has(a)));
      // Keep units in that order while no known conflict is complete.
      const missing = this.sets.conflicts.map((c) => c.set.length);
      const where: number[][] = order.map(() => []);
      this.sets.conflicts.forEach((c, i) => {
        for (const unit of c.set) where[unit]!.push(i);
      });
      const dropped: number[] = [];
      for (const unit of order) {
        if (where[unit]!.some((i) => missing[i] === 1)) dropped.push(unit);
        else for (const i of where[unit]!) missing[i]!--;
      }
      dropped.sort((a, b) => a - b);
      vain = this.#test(dropped, deadline).length > 0 ? 0 : vain + 1;
    }
  }

  /**
   * Finds all conflicts and all repairs, or as many as lists of `most` can tell
   * from more and the time allows (see {@linkcode ConflictSearch.complete}).
   * Unless the time cuts it, what is found depends on nothing but the claims.
   *
   * @param turns Groups of units one of which each has a turn in the list.
   * @returns False where the time ran out.
   */
  enumerate(
    deadline: Deadline,
    most: number,
    turns: readonly ReadonlySet<number>[] = [],
  ): boolean {
    return inTime(() => {
      this.#enumerate(deadline, most, turns);
      return this.#complete || !deadline.over();
    }, () => false);
  }

  #enumerate(
    deadline: Deadline,
    most: number,
    turns: readonly ReadonlySet<number>[],
  ): void {
    if (this.#complete) return;
    // Some of them may turn out to hold others: then more are needed.
    for (let more = Math.ceil(most / 10); more <= most + 10; more *= 4) {
      // What is found is told only where there is time left to prove it.
      this.#gather(deadline.share(0.75), most + more, turns);
      this.#prove(deadline, most, turns);
      if (this.#complete || deadline.over() || this.#minimal.size > most) {
        return;
      }
    }
  }

  #gather(
    deadline: Deadline,
    most: number,
    turns: readonly ReadonlySet<number>[],
  ): void {
    this.seed();
    this.#refineCores(deadline, most);
    this.#explore(this.#everything(), deadline);
    this.#probe(deadline, PROBES, () => this.sets.conflicts.length > most);
    this.#inOrder(deadline, most);
    const full = () =>
      this.sets.conflicts.length > most &&
      (this.#repairs.size > most && this.#tests > LEAST_TESTS || this.#tired());
    while (!this.#complete && !full()) {
      const { end } = this.#testAll(
        null,
        deadline,
        most,
        () => full() || deadline.over(8),
      );
      if (end === "cut") break;
      this.#complete = end === "done";
    }
    if (this.#complete) return;
    this.#growRepairs(deadline, most);
    for (const group of turns) {
      const has = () =>
        this.sets.conflicts.some((c) => c.set.some((unit) => group.has(unit)));
      if (!has()) this.#probe(deadline, PROBES / 2, has, group);
      this.#dropOneOf(group, deadline);
    }
  }

  /** Whether hitting sets were tested often enough, or too often in vain. */
  #tired(): boolean {
    return this.#tests > MOST_TESTS || this.#vain > TESTS_IN_VAIN;
  }

  /**
   * Finds more repairs than a list shows, where the conflicts are far from all:
   * hitting sets of those known are then hardly ever repairs. One unit of each
   * conflict met goes, taken at random, until the rest agrees; what of them can
   * be kept then stays.
   */
  #growRepairs(deadline: Deadline, most: number): void {
    for (let vain = 0; vain < PROBES && this.#repairs.size <= most;) {
      const known = this.#repairs.size;
      const kept = this.#everything();
      const dropped: number[] = [];
      for (;;) {
        if (deadline.over()) return;
        const reason = this.oracle.refute(kept);
        if (!reason) break;
        const { set } = this.oracle.core(reason);
        const unit = set[this.random() % set.length]!;
        kept[unit] = 0;
        dropped.push(unit);
      }
      // The last one dropped is needed.
      for (const unit of dropped.slice(0, -1)) {
        if (deadline.over()) return;
        kept[unit] = 1;
        if (this.sets.misses(kept) || this.oracle.refute(kept)) {
          kept[unit] = 0;
        }
      }
      this.remember(
        dropped.filter((unit) => !kept[unit]).sort((a, b) => a - b),
      );
      vain = this.#repairs.size > known ? 0 : vain + 1;
    }
  }

  /**
   * Finds a repair that drops one of some units, where a conflict holds one and
   * no repair is known that does: whoever keeps the rest of that conflict has to
   * drop it.
   */
  #dropOneOf(group: ReadonlySet<number>, deadline: Deadline): void {
    for (const { set } of this.#repairs.values()) {
      if (set.some((unit) => group.has(unit))) return;
    }
    const conflict = this.sets.conflicts.find(({ set }) =>
      set.some((unit) => group.has(unit))
    );
    if (!conflict) return;
    const dropped = conflict.set.find((unit) => group.has(unit))!;
    const kept = new Uint8Array(this.#size);
    for (const unit of conflict.set) if (unit !== dropped) kept[unit] = 1;
    const dearest = [...kept.keys()].filter((unit) => !kept[unit]).sort((
      a,
      b,
    ) =>
      this.sets.weights[a] === this.sets.weights[b]
        ? a - b
        : this.sets.weights[a]! < this.sets.weights[b]!
        ? 1
        : -1
    );
    for (const unit of dearest) {
      if (deadline.over()) return;
      kept[unit] = 1;
      if (this.oracle.refute(kept)) kept[unit] = 0;
    }
    this.remember([...kept.keys()].filter((unit) => !kept[unit]));
  }

  /**
   * Finds the repairs up to one weight after another, so that those found first
   * are the ones that a list shows, until they are more than it shows.
   */
  #inOrder(deadline: Deadline, most: number): void {
    const all = Array.from(this.sets.weights.keys());
    const mean = costOf(all, this.sets.weights).weight / BigInt(this.#size);
    const steps = new Steps(ORDERED_STEPS, deadline);
    for (let bound = 0n;;) {
      const { end, next } = this.#testAll(
        bound,
        deadline,
        most,
        () =>
          steps.over(8) ||
          this.sets.conflicts.length > most && this.#tired() ||
          this.#dear() &&
            this.sets.conflicts.length > PLENTY_OF_CONFLICTS * most &&
            this.#repairs.size > most,
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

  /** Tests the minimal hitting sets of the conflicts, up to a weight. */
  #testAll(
    bound: bigint | null,
    deadline: Deadline,
    most: number,
    stop: () => boolean,
  ): Walked {
    const room = Math.max(MOST_REPAIRS, most);
    return this.sets.minimal(
      bound,
      (set) => this.#test(set, deadline),
      () => this.#repairs.size >= room || stop(),
    );
  }
}

/** What is found in units one after another, none sharing a unit with another. */
function apart(
  kept: Uint8Array,
  deadline: Deadline,
  find: (rest: Uint8Array) => Conflict | null,
): Conflict[] {
  const rest = kept.slice();
  const all: Conflict[] = [];
  for (;;) {
    const found = find(rest);
    if (!found) return all;
    all.push(found);
    if (deadline.over()) return all;
    for (const unit of found.set) rest[unit] = 0;
  }
}

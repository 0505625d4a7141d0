import { type Certificate, itemsOf } from "../proof/certificate.ts";
import { compareCost, compareLists, type Cost, costOf } from "./cost.ts";
import { type Deadline, inTime, Steps } from "../deadline.ts";
import { type Demand, demandOf } from "./demand.ts";
import type { Conflict, Oracle } from "./oracle.ts";

/** A minimal set of units of a cluster whose removal leaves the rest agreeing. */
export interface Repair extends Cost {
  /** Positions in the cluster, ascending. */
  readonly set: readonly number[];
}

/** How many repairs of one cluster are kept, where lists ask for fewer. */
const MOST_REPAIRS = 20_000;

/** How many demands of one cluster are kept. */
const MOST_DEMANDS = 400;

/** Steps of a walk in order of weight before the walk goes on in any order. */
const ORDERED = 20_000;

/** Sets that are tested in any case: who is to blame is told by all repairs. */
const ENOUGH = 200;

/** Sets that are tested at most where the list of conflicts is full. */
const TESTS = 3_000;

/**
 * So many tests one after another that find no repair end the search where the
 * list of conflicts is full: repairs are then had sooner by looking for them.
 */
const VAIN = 400;

/**
 * Conflicts for each that is listed that end a search in order of weight, where
 * they are large.
 */
const PLENTY = 2;

/** Cores of more units than this are often the sum of several conflicts. */
const LARGE = 8;

/** How often conflicts are sought at random before they are sought in order. */
const PROBES = 40;

/** How often at most. */
const MOST_PROBES = 400;

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
  /** What dropping each unit costs, on a common denominator. */
  readonly weights: readonly bigint[];
  readonly #size: number;
  readonly #pairs: () => Iterable<readonly [number, number]>;
  readonly #keys = new Set<string>();
  /** Conflicts, and sets that only seem to hold no smaller ones. */
  #conflicts: Conflict[] = [];
  /** The sets of which that is certain. */
  readonly #minimal = new Set<string>();
  /** Sets that cannot all be kept, and may hold smaller ones. */
  readonly #others: Conflict[] = [];
  readonly #demands: Demand[] = [];
  readonly #accused = new Set<number>();
  readonly #repairs = new Map<string, Repair>();
  #seeded = false;
  #tests = 0;
  /** How many of the last ones found no repair. */
  #vain = 0;
  #complete = false;
  #seed = 1;

  /**
   * @param weights What dropping each unit costs, on a common denominator.
   * @param pairs Pairs of items that cannot both be true, told in bulk.
   */
  constructor(
    oracle: Oracle,
    weights: readonly bigint[],
    pairs: () => Iterable<readonly [number, number]> = () => [],
  ) {
    this.oracle = oracle;
    this.weights = weights;
    this.#size = oracle.size;
    this.#pairs = pairs;
  }

  /** The conflicts found so far that certainly hold no smaller ones. */
  get conflicts(): readonly Conflict[] {
    return this.#conflicts.filter(({ set }) => this.#minimal.has(set.join()));
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

  /** Sets of units that cannot all be kept, even where an item is silent. */
  known(except: number): (readonly number[])[] {
    const sets: (readonly number[])[] = [];
    for (const list of [this.#conflicts, this.#others]) {
      for (const { set, items } of list) {
        if (except < 0 || !items.includes(except)) sets.push(set);
      }
    }
    return sets;
  }

  /** What must be made up for, even where an item is silent. */
  demands(except: number): Demand[] {
    return this.#demands.filter(({ items }) =>
      except < 0 || !items.includes(except)
    );
  }

  /** Whether an item is part of a contradiction found so far. */
  accused(item: number): boolean {
    return this.#accused.has(item);
  }

  #everything(): Uint8Array {
    return new Uint8Array(this.#size).fill(1);
  }

  /** @param minimal Whether it certainly holds no smaller one. */
  #add(conflict: Conflict, minimal: boolean): void {
    const key = conflict.set.join();
    if (minimal) this.#minimal.add(key);
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#conflicts.push(conflict);
    for (const item of conflict.items) this.#accused.add(item);
  }

  /** Remembers what a contradiction asks for beyond its conflicts. */
  #demand(contradiction: Certificate): void {
    if (this.#demands.length >= MOST_DEMANDS) return;
    const demand = demandOf(contradiction, (i) => this.oracle.unitOf(i));
    if (!demand) return;
    const key = `! ${demand.set} ${demand.amounts} ${demand.need}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#demands.push(demand);
    for (const item of demand.items) this.#accused.add(item);
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
        if (found) this.#add(oracle.conflict(itemsOf(found)), true);
        alone.set(unit, fails = found !== null);
      }
      return fails;
    };
    for (const items of this.#pairs()) {
      const [a, b] = items.map((i) => oracle.unitOf(i)) as [number, number];
      if (failsAlone(a) || failsAlone(b)) continue;
      this.#add({ set: a < b ? [a, b] : [b, a], items }, true);
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
    this.#add(conflict, false);
    return conflict;
  }

  /** Makes certain that a set is a conflict, or finds one within it. */
  #proveOne(conflict: Conflict): void {
    if (!this.#minimal.has(conflict.set.join())) {
      this.#add(this.oracle.conflict(conflict.items), true);
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
    const sets = this.#smallest();
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

  /** The sets known that hold no other one, by size. */
  #smallest(): Conflict[] {
    const kept: Conflict[] = [];
    const holding: Conflict[][] = Array.from({ length: this.#size }, () => []);
    const hits = new Map<Conflict, number>();
    const bySize = this.#conflicts.toSorted((a, b) =>
      a.set.length - b.set.length
    );
    for (const conflict of bySize) {
      hits.clear();
      let holds = false;
      for (const unit of conflict.set) {
        for (const other of holding[unit]!) {
          const n = (hits.get(other) ?? 0) + 1;
          hits.set(other, n);
          holds ||= n === other.set.length;
        }
      }
      if (holds) continue;
      kept.push(conflict);
      for (const unit of conflict.set) holding[unit]!.push(conflict);
    }
    return kept;
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
    if (core.set.length > LARGE) {
      core = this.oracle.small(core.items);
      if (except < 0) {
        this.#add(core, false);
        return core;
      }
    }
    const key = `~ ${core.items}`;
    if (!this.#keys.has(key)) {
      this.#keys.add(key);
      this.#others.push(core);
      for (const item of core.items) this.#accused.add(item);
    }
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
    this.#add(this.oracle.core(contradiction), false);
  }

  /** Whether a set that is known to be contradicted is kept as a whole. */
  contradicted(kept: Uint8Array, except: number): boolean {
    const whole = ({ set, items }: Conflict) =>
      set.every((unit) => kept[unit]) &&
      (except < 0 || !items.includes(except));
    return this.#conflicts.some(whole) || this.#others.some(whole);
  }

  /** Finds cores among the units kept, one after another, none sharing a unit. */
  cores(kept: Uint8Array, deadline: Deadline, except = -1): Conflict[] {
    const rest = kept.slice();
    const found: Conflict[] = [];
    for (;;) {
      const core = this.findCore(rest, except);
      if (!core) return found;
      found.push(core);
      if (deadline.over()) return found;
      for (const unit of core.set) rest[unit] = 0;
    }
  }

  /** Makes conflicts of the cores met so far, as far as the time allows. */
  #refineCores(deadline: Deadline, most: number): void {
    const cores = this.#others.splice(0).sort((a, b) =>
      a.set.length - b.set.length
    );
    for (const core of cores) {
      this.#others.push(core);
      if (deadline.over() || this.#conflicts.length > most) continue;
      const told = this.#conflicts.some(({ set }) =>
        set.every((unit) => core.set.includes(unit))
      );
      if (!told) this.#add(this.oracle.small(core.items), false);
    }
  }

  /**
   * Finds conflicts among the units kept, one after another without a common
   * unit, and adds those that are new.
   *
   * @returns The conflicts found: none when the units agree.
   */
  #explore(kept: Uint8Array, deadline: Deadline): Conflict[] {
    const rest = kept.slice();
    const found: Conflict[] = [];
    for (;;) {
      const conflict = this.#find(rest);
      if (!conflict) return found;
      found.push(conflict);
      if (deadline.over()) return found;
      for (const unit of conflict.set) rest[unit] = 0;
    }
  }

  /** Whether conflicts are so large that each of them costs much. */
  #dear(): boolean {
    let sum = 0;
    for (const { set } of this.#conflicts) sum += set.length;
    return sum > LARGE * this.#conflicts.length;
  }

  /** The next number of a sequence that is always the same. */
  random(): number {
    return this.#seed = this.#seed * 48271 % 2147483647;
  }

  /** Remembers a minimal set whose removal leaves the rest agreeing. */
  remember(set: readonly number[]): Repair {
    const repair = { set, ...costOf(set, this.weights) };
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
      this.#repairs.set(key, { set, ...costOf(set, this.weights) });
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
      const missing = this.#conflicts.map((c) => c.set.length);
      const where: number[][] = order.map(() => []);
      this.#conflicts.forEach((c, i) => {
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
    this.#probe(deadline, PROBES, () => this.#conflicts.length > most);
    this.#inOrder(deadline, most);
    const full = () =>
      this.#conflicts.length > most &&
      (this.#repairs.size > most && this.#tests > ENOUGH || this.#tired());
    while (!this.#complete && !full()) {
      const { end } = this.#walk(
        null,
        deadline,
        Math.max(MOST_REPAIRS, most),
        () => full() || deadline.over(8),
      );
      if (end === "cut") break;
      this.#complete = end === "done";
    }
    if (this.#complete) return;
    this.#growRepairs(deadline, most);
    for (const group of turns) {
      const has = () =>
        this.#conflicts.some((c) => c.set.some((unit) => group.has(unit)));
      if (!has()) this.#probe(deadline, PROBES / 2, has, group);
      this.#dropOneOf(group, deadline);
    }
  }

  /** Whether hitting sets were tested often enough, or too often in vain. */
  #tired(): boolean {
    return this.#tests > TESTS || this.#vain > VAIN;
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
        if (this.contradicted(kept, -1) || this.oracle.refute(kept)) {
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
    const conflict = this.#conflicts.find(({ set }) =>
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
      this.weights[a] === this.weights[b]
        ? a - b
        : this.weights[a]! < this.weights[b]!
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
    const all = Array.from(this.weights.keys());
    const mean = costOf(all, this.weights).weight / BigInt(this.#size);
    const steps = new Steps(ORDERED, deadline);
    for (let bound = 0n;;) {
      const { end, next } = this.#walk(
        bound,
        deadline,
        Math.max(MOST_REPAIRS, most),
        () =>
          steps.over(8) ||
          this.#conflicts.length > most && this.#tired() ||
          this.#dear() && this.#conflicts.length > PLENTY * most &&
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

  /**
   * Walks over all minimal hitting sets of the conflicts known.
   *
   * @param bound Sets of a greater weight are left out.
   * @param room How many repairs are found at most.
   * @param stop Tells at each step whether it must go no further.
   * @returns How it ended, and the least weight of what may have been left out.
   */
  #walk(
    bound: bigint | null,
    deadline: Deadline,
    room: number,
    stop: () => boolean,
  ): { readonly end: "done" | "grown" | "cut"; readonly next: bigint | null } {
    const size = this.#size;
    const { weights } = this;
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
      weight += weights[item]!;
      for (const c of where[item]!) {
        if (++hits[c]! === 1) alone[item]!++;
        else if (hits[c] === 2) alone[owner[c]!]!--;
        owner[c]! += item;
      }
    };
    const remove = (item: number) => {
      chosen.pop();
      weight -= weights[item]!;
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
          const own = weights[item]!;
          if (least === null || own < least) least = own;
        }
        sum += least ?? 0n;
      }
      return sum;
    };
    const visit = (): void => {
      if (cut || this.#repairs.size >= room || stop()) {
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

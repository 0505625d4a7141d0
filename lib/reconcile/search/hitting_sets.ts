import type { CheapestCover, Covering } from "./cheapest_cover.ts";
import { quickWeights } from "./cost.ts";
import type { Deadline } from "../deadline.ts";
import { type Demand, demandOf } from "./demand.ts";
import { MOST_DEMANDS } from "./effort.ts";
import type { Certificate } from "../proof/certificate.ts";
import { walkHittingSets } from "./walk_hitting_sets.ts";

/** A set one element of which must go, and the items that say so. */
export interface Conflict {
  /** Elements, ascending: positions among the units of a cluster. */
  readonly set: readonly number[];
  /** A minimal set of their items that cannot all be true, ascending. */
  readonly items: readonly number[];
}

/** Which cheapest hitting set is asked for. */
export interface CheapestQuestion {
  /** An item that does not speak: what it says need not be hit. */
  readonly except?: number;
  /** What choosing each element costs. Default: what it costs else. */
  readonly weights?: readonly bigint[];
  /**
   * Whether it must be the first in order of those that cost the same: the last
   * thing to find out, because it is the dearest.
   */
  readonly first?: boolean;
  /** A hitting set that is expected to be a cheapest one. */
  readonly hint?: readonly number[] | null;
  readonly deadline: Deadline;
}

/** How a walk over minimal hitting sets ended. */
export interface Walked {
  /** `grown`: there are more sets to be hit than when it began. */
  readonly end: "done" | "grown" | "cut";
  /** The least weight of what may have been left out; `null`: nothing was. */
  readonly next: bigint | null;
}

/**
 * Sets that must be hit, as they become known, and what hits all of them: the
 * cheapest, or the minimal ones one after another. Conflicts are such sets, and
 * repairs are the sets that hit them all, be what is kept or dropped a claim or
 * a witness.
 *
 * The shape is that of `Hitman` in Ignatiev, Morgado & Marques-Silva, "PySAT: a
 * Python toolkit for prototyping with SAT oracles", SAT (2018): sets are added
 * between questions, and what was solved before is not solved again.
 *
 * @example
 * ```ts
 * import { Deadline } from "../deadline.ts";
 * import { CheapestCover } from "./cheapest_cover.ts";
 * import { HittingSets } from "./hitting_sets.ts";
 * import assert from "node:assert/strict";
 *
 * const sets = new HittingSets([1n, 1n, 1n, 5n], new CheapestCover(null));
 * const deadline = new Deadline(1);
 * for (const set of [[0, 1], [1, 2]]) sets.hit({ set, items: set });
 * assert.deepEqual(sets.cheapest({ deadline }).set, [1]);
 * sets.hit({ set: [3], items: [3] });
 * assert.deepEqual(sets.cheapest({ deadline }).set, [1, 3]);
 * ```
 */
export class HittingSets {
  /** What choosing each element costs. */
  readonly weights: readonly bigint[];
  readonly #covers: CheapestCover;
  readonly #keys = new Set<string>();
  readonly #conflicts: Conflict[] = [];
  #cores: Conflict[] = [];
  readonly #demands: Demand[] = [];
  readonly #accused = new Set<number>();

  /**
   * @param weights What choosing each element costs.
   * @param covers Remembers what was solved.
   */
  constructor(weights: readonly bigint[], covers: CheapestCover) {
    this.weights = weights;
    this.#covers = covers;
  }

  /** Sets of their own, less what an item says, solved in haste or not. */
  without(item: number, weights: readonly bigint[]): HittingSets {
    const own = new HittingSets(weights, this.#covers.fresh());
    own.#conflicts.push(...this.#said(this.#conflicts, item));
    own.#cores.push(...this.#said(this.#cores, item));
    own.#demands.push(...this.#said(this.#demands, item));
    return own;
  }

  #said<S extends { readonly items: readonly number[] }>(
    list: readonly S[],
    except: number,
  ): readonly S[] {
    return except < 0 ? list : list.filter((s) => !s.items.includes(except));
  }

  /** Whether something is new. */
  #isNew(key: string, items: readonly number[]): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    for (const item of items) this.#accused.add(item);
    return true;
  }

  /** The conflicts added, in that order. */
  get conflicts(): readonly Conflict[] {
    return this.#conflicts;
  }

  /** The cores added, in that order. */
  get cores(): readonly Conflict[] {
    return this.#cores;
  }

  /** Adds a conflict; whether it is new. */
  hit(conflict: Conflict): boolean {
    const added = this.#isNew(conflict.set.join(), conflict.items);
    if (added) this.#conflicts.push(conflict);
    return added;
  }

  /**
   * Adds a set that cannot be kept either, but holds a conflict: it is hit by
   * the cheapest, and not walked over.
   */
  hitCore(core: Conflict): void {
    if (this.#isNew(`~ ${core.items}`, core.items)) this.#cores.push(core);
  }

  /** Has the cores come in order of size. */
  sortCores(): void {
    this.#cores = this.#cores.toSorted((a, b) => a.set.length - b.set.length);
  }

  /** Adds what a contradiction asks for beyond its conflicts. */
  demand(contradiction: Certificate, unitOf: (item: number) => number): void {
    if (this.#demands.length >= MOST_DEMANDS) return;
    const demand = demandOf(contradiction, unitOf);
    if (!demand) return;
    const key = `! ${demand.set} ${demand.amounts} ${demand.need}`;
    if (this.#isNew(key, demand.items)) this.#demands.push(demand);
  }

  /** Whether an item says anything of what was added. */
  accused(item: number): boolean {
    return this.#accused.has(item);
  }

  /** How many sets there are, even where an item is silent. */
  count(except = -1): number {
    return this.#said(this.#conflicts, except).length +
      this.#said(this.#cores, except).length;
  }

  /** Whether a set is kept as a whole, even where an item is silent. */
  misses(kept: Uint8Array, except = -1): boolean {
    const whole = ({ set, items }: Conflict) =>
      set.every((element) => kept[element]) &&
      (except < 0 || !items.includes(except));
    return this.#conflicts.some(whole) || this.#cores.some(whole);
  }

  /**
   * The cheapest set that hits every set and makes up for what is demanded:
   * least weight, then fewest elements.
   */
  cheapest(
    {
      except = -1,
      weights = this.weights,
      first = false,
      hint = null,
      deadline,
    }: CheapestQuestion,
  ): Covering {
    const sets = [this.#conflicts, this.#cores].flatMap((list) =>
      this.#said(list, except).map(({ set }) => set)
    );
    const demands = this.#said(this.#demands, except);
    return this.#covers.solve(sets, demands, weights, deadline, first, hint);
  }

  /**
   * Walks over all minimal sets that hit the conflicts.
   *
   * @param bound Sets of a greater weight are left out; `null`: none.
   * @param meet Takes one, and gives the conflicts that it misses.
   * @param stop Tells at each step whether to go no further.
   */
  minimal(
    bound: bigint | null,
    meet: (set: readonly number[]) => readonly Conflict[],
    stop: () => boolean,
  ): Walked {
    let next: bigint | null = null;
    const tooDear = (weight: number, _size: number, whole: boolean) => {
      if (!whole) return false;
      const least = BigInt(weight);
      if (least <= bound!) return false;
      if (next === null || least < next) next = least;
      return true;
    };
    const end = walkHittingSets({
      sets: this.#conflicts.map(({ set }) => set),
      ...quickWeights(this.weights),
      meet: (set) => meet(set).map((conflict) => conflict.set),
      stop,
      ...bound === null ? {} : { tooDear },
    });
    return { end, next };
  }
}

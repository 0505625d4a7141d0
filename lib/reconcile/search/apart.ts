import type { Wholes } from "../solve/network_graph.ts";

/**
 * What hitting some sets costs at least: of sets that share nothing each needs
 * an element of its own, and no cheaper one than its cheapest.
 */
export class Apart {
  readonly #weights: Wholes;
  readonly #zero: number;
  readonly #taken: Uint32Array;
  #round = 1;
  /** Least weight of what hits the sets added. */
  weight: number;
  /** Least number of elements that do. */
  size = 0;

  /**
   * @param weights What choosing each element costs.
   * @param zero Zero, of the kind that the weights are.
   */
  constructor(weights: Wholes, zero: number) {
    this.#weights = weights;
    this.weight = this.#zero = zero;
    this.#taken = new Uint32Array(weights.length);
  }

  /** Begins anew. */
  clear(): void {
    this.#round++;
    this.weight = this.#zero;
    this.size = 0;
  }

  /**
   * Adds a set, unless it shares an element with one added before.
   *
   * @param open Elements that may be chosen still; all where it is not given.
   * @returns Whether it was added.
   */
  add(set: ArrayLike<number>, open?: Uint8Array): boolean {
    const taken = this.#taken;
    const weights = this.#weights;
    let least: number | undefined;
    for (let i = 0; i < set.length; i++) {
      const element = set[i]!;
      if (open && !open[element]) continue;
      if (taken[element] === this.#round) return false;
      const weight = weights[element]!;
      if (least === undefined || weight < least) least = weight;
    }
    for (let i = 0; i < set.length; i++) {
      if (!open || open[set[i]!]) taken[set[i]!] = this.#round;
    }
    if (least !== undefined) this.weight += least;
    this.size++;
    return true;
  }
}

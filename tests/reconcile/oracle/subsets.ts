import { type Fraction, NONE } from "./fraction.ts";
import { Tableau } from "./simplex.ts";
import type { Statement } from "./statement.ts";
import { counts, Grid, type World } from "./world.ts";
import { minus, order, times } from "./fraction.ts";

/** Whether a claim is true of counts. */
function holds(
  said: Statement,
  at: (count: Statement["count"]) => ReturnType<Grid["at"]>,
): boolean {
  return said.rows.every(({ count, less, of, low, high }) => {
    const own = less ? minus(at(count), at(less)) : at(count);
    const by = (bound: Fraction) => of ? times(bound, at(of)) : bound;
    return (low === null || order(own, by(low)) >= 0) &&
      (high === null || order(own, by(high)) <= 0);
  });
}

/**
 * For every subset of the claims of an independent part, whether they can all be
 * true. Each linear program that is solved answers many subsets at once: a point
 * satisfies all claims that it satisfies, and a contradiction stands in every
 * set that holds its claims.
 */
export class Subsets {
  /** How many linear programs were solved. */
  solved = 0;
  readonly #said: readonly Statement[];
  readonly #known: Uint8Array;
  readonly #world: World;
  readonly #root: string;

  constructor(world: World, root: string, said: readonly Statement[]) {
    this.#world = world;
    this.#root = root;
    this.#said = said;
    this.#known = new Uint8Array(1 << said.length);
  }

  /** Whether a subset, as bits, can be true. */
  feasible(mask: number): boolean {
    if (this.#known[mask] === 0) this.#solve(mask);
    return this.#known[mask] === 1;
  }

  #solve(mask: number): void {
    this.solved++;
    const said = this.#said.filter((_, i) => mask & 1 << i);
    const grid = new Grid(this.#world, this.#root, said.flatMap(counts));
    for (const one of said) grid.claim(one, NONE);
    const tableau = new Tableau(grid.variables, grid.constraints);
    if (tableau.feasible) {
      const point = tableau.point();
      const at = (count: Statement["count"]) => grid.at(point, count);
      this.#said.forEach((one, i) => {
        if (!(mask & 1 << i) && holds(one, at)) mask |= 1 << i;
      });
      for (let sub = mask;; sub = (sub - 1) & mask) {
        this.#known[sub] = 1;
        if (sub === 0) return;
      }
    }
    // The constraints of a claim stand together, in the order of the claims.
    let core = 0;
    for (const { id } of said) {
      const from = grid.first.get(id)!, to = grid.last.get(id)!;
      for (let c = from; c < to; c++) {
        if (tableau.core.has(c)) {
          core |= 1 << this.#said.findIndex((s) => s.id === id);
        }
      }
    }
    const rest = (1 << this.#said.length) - 1 & ~core;
    for (let sub = rest;; sub = (sub - 1) & rest) {
      this.#known[core | sub] = 2;
      if (sub === 0) return;
    }
  }
}

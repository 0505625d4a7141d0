import { type Certificate, itemsOf } from "../proof/certificate.ts";
import type { Conflict } from "./hitting_sets.ts";
import { PlainCounts } from "../solve/plain_counts.ts";
import { neededItems, untilNeeded } from "./shrink.ts";
import type { Manner, Solver } from "../solve/solver.ts";
import type { System } from "../model/system.ts";
import type { Cluster, Units } from "./units.ts";
import { AGREEING_REMEMBERED } from "./effort.ts";

/**
 * Tells which units of a cluster can be kept together, and which not.
 */
export class Oracle {
  /** How many units there are. */
  readonly size: number;
  readonly #system: System;
  readonly #units: readonly (readonly number[])[];
  readonly #localOf = new Map<number, number>();
  readonly #minimal: (
    items: readonly number[],
    exactly: boolean,
  ) => readonly number[];
  /** What was found to be small among items. */
  readonly #small = new Map<string, Conflict>();
  readonly #solverOf: (component: number) => Solver;
  /** Components that may disagree. */
  readonly #suspects: readonly number[];
  /** What is quickly told of those that need the linear solver. */
  readonly #plain: readonly PlainCounts[];
  readonly #agreeing: Uint8Array[] = [];
  #next = 0;

  /**
   * @param solverOf The solver of a component, kept warm elsewhere.
   * @param minimal A minimal set among items that cannot all be true; with
   * `exactly` that is certain.
   */
  constructor(
    system: System,
    cluster: Cluster,
    { units }: Units,
    solverOf: (component: number) => Solver,
    minimal: (
      items: readonly number[],
      exactly: boolean,
    ) => readonly number[],
  ) {
    this.#minimal = minimal;
    this.#system = system;
    this.#solverOf = solverOf;
    this.size = cluster.units.length;
    this.#units = cluster.units.map((u) => units[u]!.items);
    this.#units.forEach((items, u) => {
      for (const item of items) this.#localOf.set(item, u);
    });
    const { components } = system;
    this.#suspects = cluster.components.filter((index) => {
      const all = new Uint8Array(components[index]!.items.length).fill(1);
      return solverOf(index).refute(all) !== null;
    });
    this.#plain = this.#suspects.map((index) => components[index]!).filter((
      { kind },
    ) => kind === "linear").map((part) => new PlainCounts(system, part));
  }

  /** Whether each unit is one claim. */
  get plain(): boolean {
    return this.#units.length === this.#localOf.size;
  }

  /** The position of an item's unit. */
  unitOf(item: number): number {
    return this.#localOf.get(item)!;
  }

  /** The items of a unit. */
  itemsOf(unit: number): readonly number[] {
    return this.#units[unit]!;
  }

  /** Components whose claims cannot all be true. */
  get suspects(): readonly number[] {
    return this.#suspects;
  }

  /**
   * Why units kept cannot all be true; `null` when they can.
   *
   * @param except An item that does not speak, wherever its unit is kept.
   */
  refute(
    kept: Uint8Array,
    except = -1,
    manner: Manner = "quick",
  ): Certificate | null {
    if (except < 0 && this.#knownToAgree(kept)) return null;
    for (const plain of this.#plain) {
      const certificate = plain.refute((item) =>
        kept[this.unitOf(item)] === 1 && item !== except
      );
      if (certificate) return certificate;
    }
    for (const index of this.#suspects) {
      const { items } = this.#system.components[index]!;
      const active = Uint8Array.from(
        items,
        (item) => Number(kept[this.unitOf(item)] === 1 && item !== except),
      );
      const certificate = this.#solverOf(index).refute(active, manner);
      if (certificate) return certificate;
    }
    if (except < 0) {
      this.#agreeing[this.#next++ % AGREEING_REMEMBERED] = kept.slice();
    }
    return null;
  }

  /**
   * Units kept that seem to refute each other, ascending; `null` where all seem
   * to agree: nothing certain, and had in a moment. `undefined` where nothing
   * can be told so quickly.
   */
  seems(kept: Uint8Array, except = -1): number[] | null | undefined {
    if (except < 0 && this.#knownToAgree(kept)) return null;
    for (const index of this.#suspects) {
      const { items } = this.#system.components[index]!;
      const active = Uint8Array.from(
        items,
        (item) => Number(kept[this.unitOf(item)] === 1 && item !== except),
      );
      const found = this.#solverOf(index).seems?.(active);
      if (found === null) continue;
      return found && this.#unitsOf(items.filter((_, i) => found[i]));
    }
    return null;
  }

  /** Whether what is kept is part of what was found to agree. */
  #knownToAgree(kept: Uint8Array): boolean {
    return this.#agreeing.some((known) => {
      for (let u = 0; u < kept.length; u++) {
        if (kept[u]! > known[u]!) return false;
      }
      return true;
    });
  }

  /** The units and items of a contradiction, which may hold a smaller one. */
  core(contradiction: Certificate): Conflict {
    const items = neededItems(contradiction);
    return { set: this.#unitsOf(items), items };
  }

  /**
   * A set among items that cannot all be true that cannot either, and of which
   * nothing seems to be spared.
   */
  small(items: readonly number[]): Conflict {
    const key = items.join();
    let found = this.#small.get(key);
    if (!found) {
      const own = this.#minimal(items, false).toSorted((a, b) => a - b);
      found = { set: this.#unitsOf(own), items: own };
      this.#small.set(key, found);
    }
    return found;
  }

  /** A conflict among items that cannot all be true. */
  conflict(items: readonly number[]): Conflict {
    let own = this.#minimal(items, true);
    // Claims that need each other may come from units that do not: each unit
    // speaks with all its claims.
    const set = this.plain ? this.#unitsOf(own) : untilNeeded(
      this.#unitsOf(own),
      (rest) => {
        const kept = new Uint8Array(this.size);
        for (const unit of rest) kept[unit] = 1;
        const smaller = rest.length > 0 ? this.refute(kept) : null;
        if (!smaller) return null;
        own = this.#minimal(itemsOf(smaller), true);
        return this.#unitsOf(own);
      },
    )!;
    return { set, items: own.toSorted((a, b) => a - b) };
  }

  #unitsOf(items: readonly number[]): number[] {
    const set = new Set(items.map((item) => this.unitOf(item)));
    return [...set].sort((a, b) => a - b);
  }
}

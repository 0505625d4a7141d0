import { cellsOf, countsOf, type System } from "./system.ts";

/**
 * How many items name each milestone of a family. A milestone that nobody names
 * once some items are left out is none: the flow on both of its sides may fall
 * on either, so that a count which ends there is the same question as one that
 * ends where a claim does.
 */
export class Names {
  readonly #system: System;
  readonly #byFamily = new Map<number, Int32Array>();

  constructor(system: System) {
    this.#system = system;
    system.items.forEach((_, item) => {
      for (const [family, at] of this.#milestones(item)) {
        let names = this.#byFamily.get(family);
        if (!names) {
          names = new Int32Array(system.milestones[family]!.length);
          this.#byFamily.set(family, names);
        }
        names[at]!++;
      }
    });
  }

  /** The milestones that an item names, each once. */
  #milestones(item: number): Iterable<readonly [family: number, at: number]> {
    const { measures, base, items } = this.#system;
    const found = new Map<number, readonly [number, number]>();
    for (const count of countsOf(items[item]!)) {
      const { measure, from, to } = cellsOf(this.#system, count);
      const family = measures.familyOf[measure]!;
      // A family has a milestone more than it has cells.
      for (const cell of [from, to]) {
        found.set(cell + family, [family, cell - base[family]!]);
      }
    }
    return found.values();
  }

  /** How many items but those left out name each milestone of a family. */
  without(family: number, dropped: Iterable<number>): Int32Array {
    const names = this.#byFamily.get(family)!.slice();
    for (const item of dropped) {
      for (const [own, at] of this.#milestones(item)) {
        if (own === family) names[at]!--;
      }
    }
    return names;
  }
}

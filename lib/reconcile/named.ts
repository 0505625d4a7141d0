import type { Family } from "./measure_model.ts";
import { cellsOf, countsOf, type System } from "./system.ts";

/**
 * The measures whose flow moves along when that of one measure moves from a
 * segment to the next: what it is part of and what its parts are. Where parts
 * do not simply add up, all the flow of the family has to move.
 */
function kinOf({ measures, full, part }: Family, measure: number): number[] {
  const wholes = new Set(full.map(({ whole }) => whole));
  const parts = full.flatMap((group) => group.parts);
  const plain = part.length === 0 && wholes.size === full.length &&
    new Set(parts).size === parts.length;
  if (!plain) return [...measures];
  const kin = new Set([measure]);
  // Up to the wholes first, then down from the measure alone.
  for (let at = measure;;) {
    const group = full.find(({ parts }) => parts.includes(at));
    if (!group) break;
    if (kin.has(group.whole)) return [...measures];
    kin.add(at = group.whole);
  }
  const below = [measure];
  for (const at of below) {
    for (const own of full.find(({ whole }) => whole === at)?.parts ?? []) {
      if (kin.has(own)) return [...measures];
      kin.add(own);
      below.push(own);
    }
  }
  return [...kin];
}

/**
 * How many items name each milestone, by the measure that they name there. A
 * milestone that nobody names once some items are left out is none: the flow on
 * both of its sides may fall on either, so that a count which ends there is the
 * same question as one that ends where a claim does.
 */
export class Names {
  readonly #system: System;
  readonly #byMeasure = new Map<number, Int32Array>();

  constructor(system: System) {
    this.#system = system;
    system.items.forEach((_, item) => {
      for (const [measure, at] of this.#milestones(item)) {
        let names = this.#byMeasure.get(measure);
        if (!names) {
          const family = system.measures.familyOf[measure]!;
          names = new Int32Array(system.milestones[family]!.length);
          this.#byMeasure.set(measure, names);
        }
        names[at]!++;
      }
    });
  }

  /** The milestones that an item names: as often as it does. */
  *#milestones(item: number): Iterable<readonly [measure: number, at: number]> {
    const { measures, base, items } = this.#system;
    for (const count of countsOf(items[item]!)) {
      const { measure, from, to } = cellsOf(this.#system, count);
      const first = base[measures.familyOf[measure]!]!;
      yield [measure, from - first];
      yield [measure, to - first];
    }
  }

  /**
   * How often all but the items left out name each milestone for a measure, or
   * for one whose flow moves along with its own.
   */
  without(measure: number, dropped: Iterable<number>): Int32Array {
    const { measures, milestones } = this.#system;
    const family = measures.familyOf[measure]!;
    const sum = new Int32Array(milestones[family]!.length);
    const kin = kinOf(measures.families[family]!, measure);
    for (const one of kin) {
      this.#byMeasure.get(one)?.forEach((n, at) => sum[at]! += n);
    }
    for (const item of dropped) {
      for (const [own, at] of this.#milestones(item)) {
        if (kin.includes(own)) sum[at]!--;
      }
    }
    return sum;
  }
}

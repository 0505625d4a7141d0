import type { Family } from "../model/measure_model.ts";
import { cellsOf, countsOf, type System } from "../model/system.ts";

/**
 * Tells the measures whose flow moves along when that of one measure moves from
 * a segment to the next: what it is part of and what its parts are. Where parts
 * do not simply add up, all the flow of the family has to move.
 */
class Kin {
  /** By measure: where a walk through the parts enters and leaves it. */
  readonly #walk = new Map<number, { enter: number; leave: number }>();
  readonly #plain: boolean;

  constructor({ measures, full, part }: Family) {
    const wholes = new Map(full.map((group) => [group.whole, group]));
    const parts = full.flatMap((group) => group.parts);
    const below = new Set(parts);
    this.#plain = part.length === 0 && wholes.size === full.length &&
      below.size === parts.length;
    if (!this.#plain) return;
    let steps = 0;
    for (const root of measures) {
      if (below.has(root)) continue;
      const stack = [{ measure: root, next: 0 }];
      this.#walk.set(root, { enter: steps++, leave: 0 });
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const child = wholes.get(top.measure)?.parts[top.next++];
        if (child === undefined) {
          this.#walk.get(top.measure)!.leave = steps++;
          stack.pop();
        } else {
          this.#walk.set(child, { enter: steps++, leave: 0 });
          stack.push({ measure: child, next: 0 });
        }
      }
    }
    // What no walk comes to goes round in circles.
    if (this.#walk.size < measures.length) this.#plain = false;
  }

  /** Whether the flow of one moves along with that of the other. */
  has(one: number, other: number): boolean {
    if (!this.#plain) return true;
    const a = this.#walk.get(one)!;
    const b = this.#walk.get(other)!;
    return a.enter <= b.enter && b.leave <= a.leave ||
      b.enter <= a.enter && a.leave <= b.leave;
  }
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
  readonly #kin = new Map<number, Kin>();

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
    let kin = this.#kin.get(family);
    if (!kin) this.#kin.set(family, kin = new Kin(measures.families[family]!));
    for (const [one, names] of this.#byMeasure) {
      if (measures.familyOf[one] !== family || !kin.has(one, measure)) continue;
      names.forEach((n, at) => sum[at]! += n);
    }
    for (const item of dropped) {
      for (const [own, at] of this.#milestones(item)) {
        if (measures.familyOf[own] !== family || !kin.has(own, measure)) {
          continue;
        }
        sum[at]!--;
      }
    }
    return sum;
  }
}

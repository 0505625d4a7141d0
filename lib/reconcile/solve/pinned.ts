import {
  add,
  negate,
  ONE,
  type Rational,
  ZERO,
} from "../../quantity/rational.ts";
import type { Certificate } from "../proof/certificate.ts";
import type { Constraint } from "../model/item.ts";
import type { CellRange, Extreme } from "./solver.ts";
import { cellsOf, type Component, type System } from "../model/system.ts";

/** A count that a claim gives without any room, from a milestone to another. */
interface Exact {
  readonly to: number;
  /** Position of the claim in the component. */
  readonly local: number;
  /** The count; negative where it runs back. */
  readonly value: Rational;
  /** Why it is at most this, and at least; flow itself where that is missing. */
  readonly high: Constraint | undefined;
  readonly low: Constraint | undefined;
}

type ByMilestone = ReadonlyMap<number, readonly Exact[]>;

/**
 * The counts of a component that exact claims of one measure give by adding and
 * taking away: between two milestones that they link, a count has one value,
 * and needs no solver. Running totals leave little else.
 */
export class Pinned {
  readonly #byMeasure = new Map<number, Map<number, Exact[]>>();

  constructor(system: System, component: Component) {
    component.items.forEach((item, local) => {
      const bySpan = new Map<string, Constraint[]>();
      for (const constraint of system.items[item]!.constraints) {
        const { count, of, less } = constraint;
        if (of || less) continue;
        const key = `${count.measure} ${count.start} ${count.end}`;
        const list = bySpan.get(key);
        if (list) list.push(constraint);
        else bySpan.set(key, [constraint]);
      }
      for (const list of bySpan.values()) {
        const high = list.find(({ side }) => side === "high");
        const low = list.find(({ side }) => side === "low");
        if (!high) continue;
        const { n, d } = high.value;
        const exact = low ? low.value.n === n && low.value.d === d : n === 0n;
        if (!exact) continue;
        const { measure, from, to } = cellsOf(system, high.count);
        const { value } = high;
        this.#link(measure, from, { to, local, value, high, low });
        const back = negate(value);
        this.#link(measure, to, {
          to: from,
          local,
          value: back,
          high: low,
          low: high,
        });
      }
    });
  }

  #link(measure: number, from: number, exact: Exact): void {
    let links = this.#byMeasure.get(measure);
    if (!links) this.#byMeasure.set(measure, links = new Map());
    const list = links.get(from);
    if (list) list.push(exact);
    else links.set(from, [exact]);
  }

  /**
   * The one value of a count by the active claims, which must agree, as the
   * extreme of a side; `null` where they leave it open or do not link its ends.
   */
  extreme(
    { measure, from, to }: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): Extreme | null {
    const links = this.#byMeasure.get(measure);
    if (!links?.has(from) || !links.has(to)) return null;
    const path = shortest(links, from, to, active);
    if (!path) return null;
    let value = ZERO;
    const rows: Certificate["rows"][number][] = [];
    for (const exact of path) {
      value = add(value, exact.value);
      const constraint = exact[side];
      if (constraint) rows.push({ constraint, times: ONE });
    }
    return { value, certificate: { rows, full: [], part: [] }, tight: true };
  }
}

/** The fewest links from a milestone to another. */
function shortest(
  links: ByMilestone,
  from: number,
  to: number,
  active: Uint8Array,
): Exact[] | null {
  const before = new Map<number, { at: number; exact: Exact } | null>();
  before.set(from, null);
  for (const at of before.keys()) {
    if (at === to) break;
    for (const exact of links.get(at) ?? []) {
      if (active[exact.local] === 0 || before.has(exact.to)) continue;
      before.set(exact.to, { at, exact });
    }
  }
  if (!before.has(to)) return null;
  const path: Exact[] = [];
  for (let step = before.get(to); step; step = before.get(step.at)) {
    path.push(step.exact);
  }
  return path.reverse();
}

import { compare, ONE, type Rational, ZERO } from "../../quantity/rational.ts";
import type { Certificate } from "../proof/certificate.ts";
import type { Constraint } from "../model/item.ts";
import type { FullGroup, PartFact } from "../model/measure_model.ts";
import { Pinned } from "./pinned.ts";
import type { CellRange } from "./solver.ts";
import { cellsOf, type Component, type System } from "../model/system.ts";

/** What a claim says of a count, in cells. */
interface Stated {
  readonly from: number;
  readonly to: number;
  /** Position of the claim in the component. */
  readonly local: number;
  readonly constraint: Constraint;
}

/** From a part to its whole. */
type Step = FullGroup | PartFact;

/** How many wholes are looked at: what is further up is seldom plain. */
const NEAREST = 16;

/** A measure that counts at least as much as another, and why. */
interface Whole {
  readonly measure: number;
  /** The facts that lead there, one after the other. */
  readonly steps: readonly Step[];
}

/** A bound that holds, tight or not, and why. */
export interface PlainBound {
  readonly value: Rational;
  readonly certificate: Certificate;
}

/**
 * Bounds of counts that are plain to see: by one claim of a longer or a shorter
 * time, or by exact claims alone, of the measure or of a whole that it is part
 * of. Where some flow attains one it is the tightest, and no program is needed.
 */
export class PlainBounds {
  readonly #pinned: Pinned;
  readonly #system: System;
  readonly #component: Component;
  /** By measure, and by cell where they are about one alone. */
  readonly #lows = new Map<string, Stated[]>();
  readonly #highs = new Map<string, Stated[]>();
  readonly #wholes = new Map<number, readonly Whole[]>();
  /** By family: what says of each measure that it is part of another. */
  readonly #above = new Map<number, ReadonlyMap<number, readonly Step[]>>();

  constructor(system: System, component: Component) {
    this.#system = system;
    this.#component = component;
    this.#pinned = new Pinned(system, component);
    component.items.forEach((item, local) => {
      for (const constraint of system.items[item]!.constraints) {
        if (constraint.of || constraint.less) continue;
        const { measure, from, to } = cellsOf(system, constraint.count);
        const by = constraint.side === "low" ? this.#lows : this.#highs;
        const key = to - from === 1 ? `${measure} ${from}` : `${measure}`;
        const stated = { from, to, local, constraint };
        const list = by.get(key);
        if (list) list.push(stated);
        else by.set(key, [stated]);
      }
    });
  }

  /** The best plain bound of a count by the active claims, which must agree. */
  bound(
    range: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): PlainBound | null {
    if (side === "low") {
      return this.#alone(range, side, active) ?? { value: ZERO, ...NOTHING };
    }
    let best: PlainBound | null = null;
    for (const { measure, steps } of this.#wholesOf(range.measure)) {
      const over = { ...range, measure };
      for (
        const found of [
          this.#alone(over, side, active),
          steps.length > 0 ? this.#given(over, side, active) : null,
        ]
      ) {
        if (!found || best && compare(best.value, found.value) <= 0) continue;
        best = {
          value: found.value,
          certificate: withSteps(found.certificate, steps, range),
        };
      }
    }
    return best;
  }

  /**
   * The plain bounds of the claims' own counts that are the same without the
   * claim.
   */
  lasting(
    side: "low" | "high",
    active: Uint8Array,
  ): { readonly range: CellRange; readonly value: Rational }[] {
    const found = new Map<string, { range: CellRange; value: Rational }>();
    this.#component.items.forEach((item, local) => {
      if (active[local] === 0) return;
      const range = cellsOf(this.#system, this.#system.items[item]!.count);
      const value = this.bound(range, side, active)?.value;
      const alone = this.bound(range, side, active.with(local, 0))?.value;
      if (!value || !alone || compare(value, alone) !== 0) return;
      const key = `${range.measure} ${range.from} ${range.to}`;
      found.set(key, { range, value });
    });
    return [...found.values()];
  }

  /** The best that one claim of the measure says. */
  #alone(
    { measure, from, to }: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): PlainBound | null {
    const high = side === "high";
    let best: Constraint | null = null;
    for (const one of this.#about(measure, from, to, high)) {
      const { local, constraint } = one;
      if (active[local] === 0) continue;
      const holds = high
        ? one.from <= from && to <= one.to
        : from <= one.from && one.to <= to;
      if (!holds) continue;
      const beats = best ? compare(constraint.value, best.value) : 0;
      if (!best || (high ? beats < 0 : beats > 0)) best = constraint;
    }
    return best && {
      value: best.value,
      certificate: {
        rows: [{ constraint: best, times: ONE }],
        full: [],
        part: [],
      },
    };
  }

  /** What may bound a count over some cells. */
  *#about(
    measure: number,
    from: number,
    to: number,
    high: boolean,
  ): Generator<Stated> {
    const by = high ? this.#highs : this.#lows;
    yield* by.get(`${measure}`) ?? [];
    if (high && to - from > 1) return;
    for (let cell = from; cell < to; cell++) {
      yield* by.get(`${measure} ${cell}`) ?? [];
    }
  }

  #given(
    range: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): PlainBound | null {
    const found = this.#pinned.extreme(range, side, active);
    return found?.value && found.certificate
      ? { value: found.value, certificate: found.certificate }
      : null;
  }

  /** The steps from each measure of a family to a whole. */
  #stepsUp(measure: number): ReadonlyMap<number, readonly Step[]> {
    const { families, familyOf } = this.#system.measures;
    const family = familyOf[measure]!;
    const known = this.#above.get(family);
    if (known) return known;
    const above = new Map<number, Step[]>();
    const { full, part } = families[family]!;
    for (const fact of [...full, ...part]) {
      for (const inside of "parts" in fact ? fact.parts : [fact.part]) {
        const steps = above.get(inside);
        if (steps) steps.push(fact);
        else above.set(inside, [fact]);
      }
    }
    this.#above.set(family, above);
    return above;
  }

  /** A measure and the wholes that it is part of, the nearest ones. */
  #wholesOf(measure: number): readonly Whole[] {
    let wholes = this.#wholes.get(measure);
    if (!wholes) {
      const above = this.#stepsUp(measure);
      const found = new Map<number, Whole>([[measure, { measure, steps: [] }]]);
      for (const { measure: at, steps } of found.values()) {
        if (found.size >= NEAREST) break;
        for (const fact of above.get(at) ?? []) {
          if (found.has(fact.whole)) continue;
          found.set(fact.whole, {
            measure: fact.whole,
            steps: [...steps, fact],
          });
        }
      }
      wholes = [...found.values()];
      this.#wholes.set(measure, wholes);
    }
    return wholes;
  }
}

const NOTHING = { certificate: { rows: [], full: [], part: [] } };

/** A proof about a whole as one about a part. */
function withSteps(
  { rows, full, part }: Certificate,
  steps: readonly Step[],
  { from, to }: CellRange,
): Certificate {
  const groups = [...full];
  const facts = [...part];
  for (const step of steps) {
    for (let cell = from; cell < to; cell++) {
      if ("parts" in step) groups.push({ group: step, cell, times: ONE });
      else facts.push({ fact: step, cell, times: ONE });
    }
  }
  return { rows, full: groups, part: facts };
}

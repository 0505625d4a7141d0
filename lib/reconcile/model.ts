import type { Day } from "../quantity/date.ts";
import { add, type Rational, ZERO } from "../quantity/rational.ts";
import { contradictionOf, minimalAmong, solverOf } from "./among.ts";
import type { Certificate } from "./certificate.ts";
import { ConflictSearch } from "./conflict_search.ts";
import { wholeWeights } from "./cost.ts";
import { Clock, type Deadline } from "./deadline.ts";
import { isStill } from "./still.ts";
import { componentProgram } from "./linear_program.ts";
import type { Highs } from "./load_highs.ts";
import { networkSolver } from "./network.ts";
import { RepairProgram } from "./repair_program.ts";
import type { Proof } from "./proof.ts";
import type { CellRange, Solver } from "./solver.ts";
import { lastAtOrBefore, type System } from "./system.ts";

/** A set of items that are left out, with what is worked out about it once. */
export class Scope {
  /** The items left out. */
  readonly dropped: ReadonlySet<number>;
  readonly #masks = new Map<number, Uint8Array>();

  constructor(dropped: Iterable<number>) {
    this.dropped = new Set(dropped);
  }

  /** The items of a component that take part. */
  mask(system: System, component: number): Uint8Array {
    let mask = this.#masks.get(component);
    if (!mask) {
      mask = Uint8Array.from(
        system.components[component]!.items,
        (item) => Number(!this.dropped.has(item)),
      );
      this.#masks.set(component, mask);
    }
    return mask;
  }
}

/** The extreme of a count over any days. */
export interface CountExtreme {
  /** The value; `null` is open. */
  readonly value: Rational | null;
  /** Why, for the days of `cells`; `null` where the value is open. */
  readonly certificate: Certificate | null;
  /** The span of whole cells that the certificate is about, if any. */
  readonly span: { readonly start: Day; readonly end: Day } | null;
  /** Whether it is certainly the tightest bound. */
  readonly tight: boolean;
}

/** Where no claim bounds a count: it is 0 or more. */
function openExtreme(side: "low" | "high"): CountExtreme {
  return side === "high"
    ? { value: null, certificate: null, span: null, tight: true }
    : {
      value: ZERO,
      certificate: { rows: [], full: [], part: [] },
      span: null,
      tight: true,
    };
}

/**
 * A system with its solvers, each built when it is first needed and kept warm.
 * Dispose of it to free the memory of the linear solver; asked again, it builds
 * anew.
 */
export class Model implements Disposable {
  /** The claims, cut at their milestones. */
  readonly system: System;
  /** Weights of the items on their common denominator. */
  readonly weights: readonly bigint[];
  /** That denominator. */
  readonly weightScale: bigint;
  /** How much time solvers have. */
  readonly clock: Clock;
  readonly #highs: Highs | null;
  readonly #solvers = new Map<number, Solver>();
  readonly #stillness = new Map<number, boolean>();
  readonly #searches = new Map<number, ConflictSearch>();
  readonly #counts = new WeakMap<Scope, Map<string, CountExtreme>>();

  /** @param highs Needed where {@linkcode needsHighs} says so. */
  constructor(
    system: System,
    highs: Highs | null,
    clock: Clock = new Clock(),
  ) {
    this.clock = clock;
    this.system = system;
    this.#highs = highs;
    const { whole, scale } = wholeWeights(system.items.map((i) => i.weight));
    this.weights = whole;
    this.weightScale = scale;
  }

  [Symbol.dispose](): void {
    for (const solver of this.#solvers.values()) solver[Symbol.dispose]();
  }

  /** The solver of a component. */
  solver(component: number): Solver {
    let solver = this.#solvers.get(component);
    if (!solver) {
      const part = this.system.components[component]!;
      solver = solverOf(this.system, part, this.#highs, this.clock);
      this.#solvers.set(component, solver);
    }
    return solver;
  }

  /** The search for conflicts and repairs of a component. */
  search(component: number): ConflictSearch {
    let search = this.#searches.get(component);
    if (!search) {
      const part = this.system.components[component]!;
      const weights = part.items.map((item) => this.weights[item]!);
      search = new ConflictSearch(
        part,
        this.solver(component),
        (items) => minimalAmong(this.system, items, this.#highs, this.clock),
        weights,
        (flows) =>
          this.#highs && RepairProgram.of(
            this.#highs,
            flows ? componentProgram(this.system, part) : null,
            weights,
          ),
        part.items.some((item) => this.system.items[item]!.of),
      );
      this.#searches.set(component, search);
    }
    return search;
  }

  /** Why the items of a conflict cannot all be true. */
  contradiction(items: readonly number[]): Proof {
    return contradictionOf(this.system, items, this.#highs, this.clock);
  }

  /** The components whose claims cannot all be true. */
  disagreeing(): number[] {
    const everything = new Scope([]);
    return this.system.components.filter(({ index }) =>
      this.solver(index).refute(everything.mask(this.system, index)) !== null
    ).map(({ index }) => index);
  }

  /**
   * The items of a component's cheapest repair among those of a scope.
   *
   * @param known Some repair, for want of time for a better one.
   */
  cheapest(
    component: number,
    scope: Scope,
    deadline: Deadline,
    known: readonly number[] = [],
  ): { readonly drop: number[]; readonly optimal: boolean } {
    const mask = scope.mask(this.system, component);
    const { items } = this.system.components[component]!;
    const best = this.search(component).cheapest(
      mask,
      deadline,
      known.map((item) => items.indexOf(item)),
    );
    return {
      drop: best.set.map((local) => items[local]!),
      optimal: best.optimal,
    };
  }

  /**
   * Whether the background facts alone leave a measure no flow at all: where
   * two measures of a family are taken to be the same, a part may be nothing.
   */
  #still(measure: number): boolean {
    let still = this.#stillness.get(measure);
    if (still === undefined) {
      still = isStill(this.system.measures, measure);
      this.#stillness.set(measure, still);
    }
    return still;
  }

  /**
   * The least or greatest count of a measure over any days, by the items of a
   * scope, which must agree. Days that cut a cell take nothing of it at the
   * least and all of it at the most, since its flow may fall on one day.
   */
  count(
    measure: number,
    start: Day,
    end: Day,
    side: "low" | "high",
    scope: Scope,
  ): CountExtreme {
    const open = openExtreme(side);
    const { system } = this;
    if (side === "high" && this.#still(measure)) {
      return { value: ZERO, certificate: null, span: null, tight: true };
    }
    const family = system.measures.familyOf[measure]!;
    const list = system.milestones[family]!;
    let i = lastAtOrBefore(list, start);
    let j = lastAtOrBefore(list, end + 1);
    if (side === "low") {
      if (i < 0 || list[i]! < start) i++;
    } else {
      if (i < 0) return open;
      if (list[j]! < end + 1) j++;
      if (j >= list.length) return open;
    }
    if (i >= j) return open;
    // Months between two milestones are the same question.
    const known = this.#counts.get(scope) ?? new Map<string, CountExtreme>();
    this.#counts.set(scope, known);
    const key = `${measure} ${i} ${j} ${side}`;
    let extreme = known.get(key);
    if (!extreme) {
      extreme = this.#between(measure, i, j, side, scope);
      known.set(key, extreme);
    }
    return extreme;
  }

  /** The extreme of a count from the i-th milestone of its family to the j-th. */
  #between(
    measure: number,
    i: number,
    j: number,
    side: "low" | "high",
    scope: Scope,
  ): CountExtreme {
    const { system } = this;
    const family = system.measures.familyOf[measure]!;
    const list = system.milestones[family]!;
    const base = system.base[family]!;
    const ranges = new Map<number, CellRange[]>();
    for (let cell = base + i; cell < base + j; cell++) {
      const component = system.componentOf[cell]!;
      if (component < 0) {
        if (side === "high") return openExtreme(side);
        continue;
      }
      const parts = ranges.get(component);
      const last = parts?.at(-1);
      if (last && last.to === cell) {
        parts![parts!.length - 1] = { ...last, to: cell + 1 };
      } else if (parts) parts.push({ measure, from: cell, to: cell + 1 });
      else ranges.set(component, [{ measure, from: cell, to: cell + 1 }]);
    }
    let value = ZERO;
    let tight = true;
    const certificate = {
      rows: [] as Certificate["rows"][number][],
      full: [] as Certificate["full"][number][],
      part: [] as Certificate["part"][number][],
    };
    for (const [component, parts] of ranges) {
      const mask = scope.mask(system, component);
      const extreme = this.solver(component).extreme(parts, side, mask);
      if (!extreme.value || !extreme.certificate) {
        return { ...openExtreme(side), tight: extreme.tight };
      }
      value = add(value, extreme.value);
      tight &&= extreme.tight;
      certificate.rows.push(...extreme.certificate.rows);
      certificate.full.push(...extreme.certificate.full);
      certificate.part.push(...extreme.certificate.part);
    }
    const span = { start: list[i]!, end: list[j]! - 1 };
    return { value, certificate, span, tight };
  }
}

/** Whether some component of a system needs the linear solver. */
export function needsHighs(system: System): boolean {
  return system.components.some((component) =>
    component.kind === "linear" || networkSolver(system, component) === null
  );
}

import type { Day } from "../../quantity/date.ts";
import type { Period } from "../../quantity/period.ts";
import { add, type Rational, ZERO } from "../../quantity/rational.ts";
import {
  minimalContradiction,
  plainContradiction,
  solverOf,
} from "./contradiction.ts";
import type { Certificate } from "../proof/certificate.ts";
import { CheapestCover } from "./cheapest_cover.ts";
import { cheapestRepair } from "./cheapest_repair.ts";
import { ConflictSearch } from "./conflict_search.ts";
import { containedPairs } from "./contained_pairs.ts";
import { wholeWeights } from "./cost.ts";
import { Clock, type Deadline, inTime } from "../deadline.ts";
import { HittingSets } from "./hitting_sets.ts";
import { isAlwaysZero } from "../solve/always_zero.ts";
import type { Highs } from "../solve/load_highs.ts";
import { Names } from "../solve/named.ts";
import { Oracle } from "./oracle.ts";
import { Pinned } from "../solve/pinned.ts";
import type { Proof } from "../proof/proof.ts";
import type { CellRange, Extreme, Solver } from "../solve/solver.ts";
import {
  buildSystem,
  byCodeUnits,
  lastAtOrBefore,
  type System,
} from "../model/system.ts";
import { type Units, unitsOf } from "./units.ts";

/** A set of items that are left out, with what is worked out about it once. */
export class Scope {
  /** The items left out. */
  readonly dropped: ReadonlySet<number>;
  readonly #masks = new Map<number, Uint8Array>();
  readonly #names = new Map<number, Int32Array>();

  constructor(dropped: Iterable<number>) {
    this.dropped = new Set(dropped);
  }

  /** The items of a component that take part. */
  mask(system: System, component: number): Uint8Array {
    let mask = this.#masks.get(component);
    if (!mask) {
      const { items } = system.components[component]!;
      mask = new Uint8Array(items.length).fill(1);
      for (const item of this.dropped) {
        const local = system.localOf[item]!;
        if (items[local] === item) mask[local] = 0;
      }
      this.#masks.set(component, mask);
    }
    return mask;
  }

  /** How many of the items that take part name each milestone for a measure. */
  names(names: Names, measure: number): Int32Array {
    let own = this.#names.get(measure);
    if (!own) {
      own = names.without(measure, this.dropped);
      this.#names.set(measure, own);
    }
    return own;
  }
}

/** A repair of a cluster, in units. */
export interface UnitRepair {
  readonly units: readonly number[];
  /** Whether it certainly is the cheapest. */
  readonly optimal: boolean;
  /** Whether certainly nothing of it can be spared. */
  readonly minimal: boolean;
}

/** The extreme of a count over any days. */
export interface CountExtreme {
  /** The value; `null` is open. */
  readonly value: Rational | null;
  /** Why, for the days of `cells`; `null` where the value is open, or not asked. */
  readonly certificate: Certificate | null;
  /** The span of whole cells that the certificate is about, if any. */
  readonly span: { readonly start: Day; readonly end: Day } | null;
  /** Whether it is certainly the tightest bound. */
  readonly tight: boolean;
  /** The system whose cells the certificate is about, where it is another one. */
  readonly system?: System;
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
  /** The rank of each item by claim id. */
  readonly rank: Int32Array;
  /** Weights of the items on their common denominator. */
  readonly weights: readonly bigint[];
  /** That denominator. */
  readonly weightScale: bigint;
  /** What is kept or dropped as one. */
  readonly units: Units;
  /** How much time solvers have. */
  readonly clock: Clock;
  readonly #highs: Highs | null;
  readonly #covers: CheapestCover;
  readonly #solvers = new Map<number, Solver>();
  readonly #searches = new Map<number, ConflictSearch>();
  readonly #pinned = new Map<number, Pinned>();
  #names: Names | undefined;
  /** By tie and the milestone before them: the day asked about for all such. */
  readonly #standIns = new Map<string, Day>();
  /** The model that has days between milestones, by these. */
  #finer: { readonly key: string; readonly model: Model } | undefined;
  #scopes = new Map<Scope, Scope>();
  readonly #counts = new WeakMap<Scope, Map<string, CountExtreme>>();

  /**
   * @param highs Needed where {@linkcode needsHighs} says so.
   * @param by Whether the claims of one origin are kept or dropped as one.
   */
  constructor(
    system: System,
    highs: Highs | null,
    clock: Clock = new Clock(),
    by?: "origin",
  ) {
    this.clock = clock;
    this.system = system;
    this.units = unitsOf(system, by);
    this.rank = rankOf(system);
    this.#highs = highs;
    this.#covers = new CheapestCover(highs);
    const { whole, scale } = wholeWeights(system.items.map((i) => i.weight));
    this.weights = whole;
    this.weightScale = scale;
  }

  [Symbol.dispose](): void {
    for (const solver of this.#solvers.values()) solver[Symbol.dispose]();
    this.#finer?.model[Symbol.dispose]();
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

  /** The search for conflicts and repairs of a cluster. */
  search(cluster: number): ConflictSearch {
    let search = this.#searches.get(cluster);
    if (!search) {
      const part = this.units.clusters[cluster]!;
      const oracle = new Oracle(
        this.system,
        part,
        this.units,
        (component) => this.solver(component),
        (items, exactly) =>
          minimalContradiction(
            this.system,
            items,
            this.#highs,
            this.clock,
            exactly,
          ),
      );
      const items = oracle.suspects.flatMap((c) =>
        this.system.components[c]!.items
      );
      search = new ConflictSearch(
        oracle,
        new HittingSets(
          part.units.map((unit) => this.weightOf(unit)),
          this.#covers,
        ),
        () => containedPairs(this.system, items),
      );
      this.#searches.set(cluster, search);
    }
    return search;
  }

  /** What dropping a unit costs, and would without one of its items. */
  weightOf(unit: number, except = -1): bigint {
    let weight = 0n;
    for (const item of this.units.units[unit]!.items) {
      const own = this.weights[item]!;
      if (item !== except && own > weight) weight = own;
    }
    return weight;
  }

  /** Why the items of a conflict cannot all be true. */
  contradiction(items: readonly number[]): Proof {
    return plainContradiction(this.system, items, this.#highs, this.clock);
  }

  /** The components whose claims cannot all be true. */
  disagreeing(): number[] {
    const everything = new Scope([]);
    return this.system.components.filter(({ index }) =>
      this.solver(index).refute(everything.mask(this.system, index)) !== null
    ).map(({ index }) => index);
  }

  /** The clusters whose units cannot all be kept. */
  disagreeingClusters(components: readonly number[]): number[] {
    return [...new Set(components.map((c) => this.units.clusterOf[c]!))];
  }

  /**
   * The cheapest repair of a cluster, in units.
   *
   * @param except An item that does not speak; its unit is weighed without it.
   * @param known Some repair, for want of time for a better one.
   */
  cheapest(
    cluster: number,
    deadline: Deadline,
    except = -1,
    known: readonly number[] | null = null,
  ): UnitRepair {
    const search = this.search(cluster);
    const { units } = this.units.clusters[cluster]!;
    let { weights } = search.sets;
    let gone = -1;
    if (except >= 0) {
      const own = search.oracle.unitOf(except);
      const weight = this.weightOf(units[own]!, except);
      if (weight === 0n) gone = own;
      weights = weights.with(own, weight);
    }
    const set = known &&
      known.map((unit) => units.indexOf(unit)).filter((u) => u !== gone).sort((
        a,
        b,
      ) => a - b);
    const question = { except, gone, weights };
    const best = cheapestRepair(
      search,
      question,
      set,
      deadline,
      this.clock,
    );
    return {
      units: best.set.map((u) => units[u]!),
      optimal: best.optimal,
      minimal: best.minimal,
    };
  }

  /**
   * The least or greatest count of a measure over any days, by the items of a
   * scope, which must agree. Days that cut a cell take nothing of it at the
   * least and all of it at the most, since its flow may fall on one day.
   *
   * @param afresh Whether a proof is wanted, which must not show what was asked
   * before.
   */
  count(
    measure: number,
    start: Day,
    end: Day,
    side: "low" | "high",
    scope: Scope,
    afresh = false,
  ): CountExtreme {
    const open = openExtreme(side);
    const { system } = this;
    const own = system.measures.familyOf[measure]!;
    if (system.measures.tieOf[own]! >= 0) {
      return this.#tied(measure, start, end, side, scope, afresh);
    }
    const level = system.measures.families[own]!.level;
    const still = side === "high" &&
      inTime(
        () => isAlwaysZero(system.measures, measure, this.clock),
        () => null,
      );
    if (still) {
      return { value: ZERO, certificate: null, span: null, tight: true };
    }
    if (still === null) return { ...open, tight: false };
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
    const first = system.componentOf[system.base[family]! + i]!;
    // Of a level only the very day counts.
    if (!level && system.components[first]?.kind === "linear") {
      const names = scope.names(this.#names ??= new Names(system), measure);
      const inwards = side === "low" ? 1 : -1;
      while (names[i] === 0) i += inwards;
      while (names[j] === 0) j -= inwards;
      if (i < 0 || j >= list.length || i >= j) return open;
    }
    return this.#kept(measure, i, j, side, scope, afresh);
  }

  /** The extreme of a count between milestones, worked out once. */
  #kept(
    measure: number,
    i: number,
    j: number,
    side: "low" | "high",
    scope: Scope,
    afresh: boolean,
  ): CountExtreme {
    // Months between two milestones are the same question.
    const known = this.#counts.get(scope) ?? new Map<string, CountExtreme>();
    this.#counts.set(scope, known);
    const key = `${measure} ${i} ${j} ${side}${afresh ? " afresh" : ""}`;
    let extreme = known.get(key);
    if (!extreme) {
      extreme = this.#between(measure, i, j, side, scope, afresh);
      known.set(key, extreme);
    }
    return extreme;
  }

  /**
   * The same where flows fill levels. What flows between two milestones may all
   * flow on one day, the levels changing that day: a period that cuts what flows
   * takes nothing of it at the least and all of it at the most. A level on a day
   * between depends on what flows up to then: that day is a milestone too. At
   * all days between two milestones a level has one and the same bound.
   */
  #tied(
    measure: number,
    start: Day,
    end: Day,
    side: "low" | "high",
    scope: Scope,
    afresh: boolean,
  ): CountExtreme {
    const { system } = this;
    const family = system.measures.familyOf[measure]!;
    const { level } = system.measures.families[family]!;
    const days = this.#tiedDays(measure, start, end, side);
    if (!level && days[0]! >= days[1]!) return openExtreme(side);
    if (days.every((day) => this.#isTied(measure, day))) {
      const list = system.milestones[family]!;
      const from = level ? end : days[0]!;
      const i = lastAtOrBefore(list, from);
      const j = lastAtOrBefore(list, days.at(-1)!);
      return this.#kept(measure, i, j, side, scope, afresh);
    }
    // A proof is about the very days, whatever was asked before.
    const exactly = afresh || this.#milestonesOf(measure).length === 0;
    const asked = exactly
      ? days
      : days.map((day) => this.#standIn(measure, day));
    const finer = this.#finerAt(exactly ? asked : this.#standIns.values());
    let own = this.#scopes.get(scope);
    if (!own) this.#scopes.set(scope, own = new Scope(scope.dropped));
    const until = asked.at(-1)! - 1;
    return {
      ...finer.count(
        measure,
        level ? until : asked[0]!,
        until,
        side,
        own,
        afresh,
      ),
      system: finer.system,
    };
  }

  /**
   * The days at which what is tied is cut for a question: the day after a level's,
   * or where a flow begins and has just ended.
   */
  #tiedDays(
    measure: number,
    start: Day,
    end: Day,
    side: "low" | "high",
  ): readonly Day[] {
    const { families, familyOf } = this.system.measures;
    if (families[familyOf[measure]!]!.level) return [end + 1];
    const milestones = this.#milestonesOf(measure);
    const before = (day: Day) => milestones[lastAtOrBefore(milestones, day)];
    const after = (day: Day) =>
      milestones[lastAtOrBefore(milestones, day - 1) + 1];
    // Before all milestones, and after them, nothing needs to flow.
    return side === "low"
      ? [after(start) ?? end + 1, before(end + 1) ?? start]
      : [before(start) ?? start, after(end + 1) ?? end + 1];
  }

  #milestonesOf(measure: number): readonly Day[] {
    const { ties, measures: { familyOf, tieOf } } = this.system;
    return ties[tieOf[familyOf[measure]!]!]!.milestones;
  }

  /** Whether a day is a milestone of what a measure is tied to. */
  #isTied(measure: number, day: Day): boolean {
    const milestones = this.#milestonesOf(measure);
    return milestones[lastAtOrBefore(milestones, day)] === day;
  }

  /** The day that is asked about for all between the same two milestones. */
  #standIn(measure: number, day: Day): Day {
    if (this.#isTied(measure, day)) return day;
    const { familyOf, tieOf } = this.system.measures;
    const at = lastAtOrBefore(this.#milestonesOf(measure), day);
    const key = `${tieOf[familyOf[measure]!]!} ${at}`;
    const known = this.#standIns.get(key);
    if (known !== undefined) return known;
    this.#standIns.set(key, day);
    return day;
  }

  /** A model of the same claims in which some days are milestones of ties. */
  #finerAt(days: Iterable<Day>): Model {
    const asked = [...new Set(days)].sort((a, b) => a - b);
    const key = asked.join();
    if (this.#finer?.key !== key) {
      this.#finer?.model[Symbol.dispose]();
      this.#scopes = new Map();
      const { items, measures } = this.system;
      const finer = buildSystem(items, measures, [...items.keys()], asked);
      this.#finer = { key, model: new Model(finer, this.#highs, this.clock) };
    }
    return this.#finer.model;
  }

  /**
   * Tells of which counts will be asked: what flows fill is then cut at all their
   * days at once.
   */
  foresee(measure: number, periods: Iterable<Period>): void {
    const { familyOf, tieOf } = this.system.measures;
    if (tieOf[familyOf[measure]!]! < 0) return;
    for (const { start, end } of periods) {
      for (const day of this.#tiedDays(measure, start, end, "high")) {
        this.#standIn(measure, day);
      }
    }
  }

  /** What exact claims alone say of a count, where that spares the program. */
  #pinnedBy(
    component: number,
    [range, ...more]: readonly CellRange[],
    side: "low" | "high",
    mask: Uint8Array,
  ): Extreme | null {
    const part = this.system.components[component]!;
    if (!range || more.length > 0 || part.kind === "network") return null;
    let pinned = this.#pinned.get(component);
    if (!pinned) {
      pinned = new Pinned(this.system, part);
      this.#pinned.set(component, pinned);
    }
    return pinned.extreme(range, side, mask);
  }

  /** The extreme of a count from the i-th milestone of its family to the j-th. */
  #between(
    measure: number,
    i: number,
    j: number,
    side: "low" | "high",
    scope: Scope,
    afresh: boolean,
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
      balance: [] as NonNullable<Certificate["balance"]>[number][],
    };
    for (const [component, parts] of ranges) {
      const mask = scope.mask(system, component);
      const extreme = this.#pinnedBy(component, parts, side, mask) ??
        this.solver(component).extreme(parts, side, mask, afresh);
      if (!extreme.value) {
        return { ...openExtreme(side), tight: extreme.tight };
      }
      value = add(value, extreme.value);
      tight &&= extreme.tight;
      const own = afresh ? extreme.certificate : null;
      if (!own) continue;
      certificate.rows.push(...own.rows);
      certificate.full.push(...own.full);
      certificate.part.push(...own.part);
      certificate.balance.push(...own.balance ?? []);
    }
    const span = { start: list[i]!, end: list[j]! - 1 };
    return { value, certificate: afresh ? certificate : null, span, tight };
  }
}

/** The rank of each item in the order of claim ids. */
function rankOf({ items }: System): Int32Array {
  const rank = new Int32Array(items.length);
  const ids = items.map(({ claim }) => claim.claim_id);
  [...ids.keys()].sort((a, b) => byCodeUnits(ids[a]!, ids[b]!))
    .forEach((item, i) => rank[item] = i);
  return rank;
}

/** Whether some component of a system needs the linear solver. */
export function needsHighs(system: System): boolean {
  return system.measures.stores.length > 0 ||
    system.components.some(({ kind }) => kind === "linear");
}

import type { Day } from "../../quantity/date.ts";
import type { Count, Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";

/**
 * A part of a system that shares no flow with any other: it can be solved
 * alone. Its claims reach, through background facts too, only its own cells.
 */
export interface Component {
  /** Position among the components. */
  readonly index: number;
  /** Items, ordered by claim id, then by position. */
  readonly items: readonly number[];
  /** Cells (see {@linkcode System}), in order. */
  readonly cells: readonly number[];
  /**
   * `network`: totals and rates of one measure that is part of nothing, a
   * difference network; `linear`: anything else, a linear program.
   */
  readonly kind: "network" | "linear";
}

/**
 * Claims cut at their milestones. The flow of a family of measures matters only
 * through its sums between neighbouring milestones: a family and such a segment
 * make a **cell**, numbered from `base[family]`.
 */
export interface System {
  /** The claims, in file order. */
  readonly items: readonly Item[];
  /** The measures. */
  readonly measures: MeasureModel;
  /** The milestones of each family: first days of segments, ascending. */
  readonly milestones: readonly (readonly Day[])[];
  /** The number of each family's first cell. */
  readonly base: readonly number[];
  /** The component of each cell; -1 where no claim reaches. */
  readonly componentOf: Int32Array;
  /** The parts that can be solved alone. */
  readonly components: readonly Component[];
  /** Position of each item among those of its component; -1 where it is in none. */
  readonly localOf: Int32Array;
}

/** Compares strings by code units. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The position of the last milestone at or before a day; -1 if none is. */
export function lastAtOrBefore(milestones: readonly Day[], day: Day): number {
  let low = 0;
  let high = milestones.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (milestones[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The counts that an item speaks of: their days are milestones. */
export function countsOf(item: Item): Count[] {
  const counts = item.constraints.map((c) => c.count);
  counts.push(item.count);
  if (item.of) counts.push(item.of);
  return counts;
}

function find(parent: Int32Array, of: number): number {
  while (parent[of] !== of) of = parent[of] = parent[parent[of]!]!;
  return of;
}

/**
 * Cuts claims at their milestones (the days on which a period starts or has
 * just ended) and parts the system into components that share nothing: two
 * claims belong together when they reach the same cell, directly or through
 * other claims. Cutting at milestones loses nothing, because all the flow of a
 * segment may fall on one of its days.
 *
 * @param only The items that take part; by default all.
 */
export function buildSystem(
  items: readonly Item[],
  measures: MeasureModel,
  only: readonly number[] = [...items.keys()],
): System {
  const days: Set<Day>[] = measures.families.map(() => new Set());
  const familyOf = (id: string) =>
    measures.familyOf[measures.indexOf.get(id)!]!;
  const chosen = only.map((i) => items[i]!);
  for (const item of chosen) {
    for (const count of countsOf(item)) {
      const set = days[familyOf(count.measure)]!;
      set.add(count.start);
      set.add(count.end + 1);
    }
  }
  const milestones = days.map((set) => [...set].sort((a, b) => a - b));
  const at = milestones.map((list) => new Map(list.map((day, i) => [day, i])));
  const base: number[] = [];
  let total = 0;
  for (const list of milestones) {
    base.push(total);
    total += Math.max(0, list.length - 1);
  }

  const parent = new Int32Array(total).map((_, i) => i);
  // Whether a cell is already one with the next: keeps long spans cheap.
  const joined = new Uint8Array(total + 1);
  const home: number[] = [];
  for (const item of chosen) {
    let first = -1;
    for (const count of countsOf(item)) {
      const family = familyOf(count.measure);
      const from = base[family]! + at[family]!.get(count.start)!;
      const to = base[family]! + at[family]!.get(count.end + 1)!;
      if (first < 0) first = from;
      else parent[find(parent, from)] = find(parent, first);
      for (let cell = from; cell < to - 1; cell++) {
        if (joined[cell]) continue;
        joined[cell] = 1;
        parent[find(parent, cell)] = find(parent, cell + 1);
      }
    }
    home.push(first);
  }

  const componentOf = new Int32Array(total).fill(-1);
  const building: {
    items: number[];
    cells: number[];
    linear: boolean;
  }[] = [];
  const byRoot = new Map<number, number>();
  chosen.forEach((item, i) => {
    const root = find(parent, home[i]!);
    let at = byRoot.get(root);
    if (at === undefined) {
      at = building.length;
      byRoot.set(root, at);
      building.push({ items: [], cells: [], linear: false });
    }
    const component = building[at]!;
    component.items.push(only[i]!);
    const family = measures.families[familyOf(item.count.measure)]!;
    if (item.of || family.measures.length > 1 || family.full.length > 0) {
      component.linear = true;
    }
  });
  for (let cell = 0; cell < total; cell++) {
    const at = byRoot.get(find(parent, cell));
    if (at === undefined) continue;
    componentOf[cell] = at;
    building[at]!.cells.push(cell);
  }
  const components = building.map((c, index): Component => ({
    index,
    items: c.items.sort((a, b) =>
      byCodeUnits(items[a]!.claim.claim_id, items[b]!.claim.claim_id) || a - b
    ),
    cells: c.cells,
    kind: c.linear ? "linear" : "network",
  }));
  const localOf = new Int32Array(items.length).fill(-1);
  for (const component of components) {
    component.items.forEach((item, local) => localOf[item] = local);
  }
  return {
    items,
    measures,
    milestones,
    base,
    componentOf,
    components,
    localOf,
  };
}

/** The cells that a count covers, when it starts and ends on milestones. */
export function cellsOf(
  system: System,
  count: Count,
): { readonly measure: number; readonly from: number; readonly to: number } {
  const measure = system.measures.indexOf.get(count.measure)!;
  const family = system.measures.familyOf[measure]!;
  const list = system.milestones[family]!;
  return {
    measure,
    from: system.base[family]! + lastAtOrBefore(list, count.start),
    to: system.base[family]! + lastAtOrBefore(list, count.end + 1),
  };
}

/** The family and the days, first and last, of a cell. */
export function cellSpan(
  system: System,
  cell: number,
): { readonly family: number; readonly start: Day; readonly end: Day } {
  const family = lastAtOrBefore(system.base, cell);
  // Families without cells share their base with the next one.
  const at = cell - system.base[family]!;
  const list = system.milestones[family]!;
  return { family, start: list[at]!, end: list[at + 1]! - 1 };
}

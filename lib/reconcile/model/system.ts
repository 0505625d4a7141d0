import type { Day } from "../../quantity/date.ts";
import { asCount, type Count, type Item } from "./item.ts";
import type { MeasureModel, Store } from "./measure_model.ts";
import { UnionFind } from "./union_find.ts";

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
  /** The ties of flows and levels that are in it (see {@linkcode Tie}). */
  readonly ties: readonly number[];
}

/**
 * Families of flows and of levels that the flows fill. They share milestones: a
 * level has a cell of one day, its number at the end of the day before, at each
 * of them.
 */
export interface Tie {
  /** The milestones, ascending. */
  readonly milestones: readonly Day[];
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
  /** Flows and levels that are tied, by number. */
  readonly ties: readonly Tie[];
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

const spoken = new WeakMap<Item, readonly Count[]>();

/** The counts that an item speaks of, each once: their days are milestones. */
export function countsOf(item: Item): readonly Count[] {
  let counts = spoken.get(item);
  if (!counts) {
    const found = new Map<string, Count>();
    const note = (count: Count | null | undefined) => {
      if (!count) return;
      const { measure, start, end } = count;
      const key = `${start} ${end} ${measure}`;
      if (!found.has(key)) found.set(key, count);
    };
    for (const { count, less } of item.constraints) {
      note(count);
      note(less);
    }
    note(item.count);
    note(item.of);
    counts = [...found.values()];
    // A few of the items are asked about again and again.
    spoken.set(item, counts);
  }
  return counts;
}

/**
 * Whether a claim is one of a difference network. What stands out is none: it
 * sets two stretches against each other, four milestones or, side by side,
 * three, one of them twice, and a network knows differences of two. Where claims
 * fix the other units it would be a bound of one stretch, but only as long as
 * those claims are kept: conflicts, repairs and ranges ask for subsets in which
 * they are not.
 */
function isNetwork(
  { of, span, cells, count }: Item,
  { indexOf, familyOf, families }: MeasureModel,
): boolean {
  if (span) return false;
  if (!of) return true;
  const measure = indexOf.get(count.measure)!;
  const same = measure === indexOf.get(of.measure) &&
    !families[familyOf[measure]!]!.level;
  return cells.kind === "difference" && asCount(count, of, same) !== null;
}

/**
 * Gives what is tied its milestones: every day at which a flow is cut or a level
 * is named, for all families of the tie.
 */
function tiesOf(
  { families, tieOf }: MeasureModel,
  days: readonly Set<Day>[],
  asked: Iterable<Day>,
): Tie[] {
  const all: Set<Day>[] = [];
  const wanted = [...asked];
  families.forEach(({ level }, f) => {
    const tie = tieOf[f]!;
    if (tie < 0) return;
    const own = all[tie] ??= new Set(wanted);
    // Of a level, from each day to the next.
    for (const day of days[f]!) {
      if (!level || days[f]!.has(day - 1)) own.add(day);
    }
  });
  families.forEach(({ level }, f) => {
    const tie = tieOf[f]!;
    if (tie < 0) return;
    days[f]!.clear();
    for (const day of all[tie]!) {
      if (level) days[f]!.add(day - 1);
      days[f]!.add(day);
    }
  });
  return all.map((set) => ({ milestones: [...set].sort((a, b) => a - b) }));
}

/** Whether a cell of a level's family lies between two of its days. */
function gap(
  milestones: readonly Day[],
  at: number,
  tie: Tie,
): boolean {
  const [start, next] = [milestones[at]!, milestones[at + 1]!];
  return next !== start + 1 ||
    tie.milestones[lastAtOrBefore(tie.milestones, next)] !== next;
}

/**
 * Cuts claims at their milestones (the days on which a period starts or has
 * just ended) and parts the system into components that share nothing: two
 * claims belong together when they reach the same cell, directly or through
 * other claims. Cutting at milestones loses nothing, because all the flow of a
 * segment may fall on one of its days.
 *
 * @param only The items that take part; by default all.
 * @param asked Days that are milestones of what is tied all the same.
 */
export function buildSystem(
  items: readonly Item[],
  measures: MeasureModel,
  only: readonly number[] = [...items.keys()],
  asked: Iterable<Day> = [],
): System {
  const { families, tieOf } = measures;
  const days: Set<Day>[] = families.map(() => new Set());
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
  const ties = tiesOf(measures, days, asked);
  const milestones = days.map((set) => [...set].sort((a, b) => a - b));
  const at = milestones.map((list) => new Map(list.map((day, i) => [day, i])));
  const base: number[] = [];
  let total = 0;
  for (const list of milestones) {
    base.push(total);
    total += Math.max(0, list.length - 1);
  }

  const groups = new UnionFind(total);
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
      else groups.join(from, first);
      for (let cell = from; cell < to - 1; cell++) {
        if (joined[cell]) continue;
        joined[cell] = 1;
        groups.join(cell, cell + 1);
      }
    }
    home.push(first);
  }

  // What is tied is one.
  const tiedBy = ties.map(() => -1);
  families.forEach((family, f) => {
    const tie = tieOf[f]!;
    if (tie < 0) return;
    const cells = Math.max(0, milestones[f]!.length - 1);
    for (let cell = base[f]!; cell < base[f]! + cells; cell++) {
      // Between the days of a level there is nothing.
      if (family.level && gap(milestones[f]!, cell - base[f]!, ties[tie]!)) {
        continue;
      }
      if (tiedBy[tie]! < 0) tiedBy[tie] = cell;
      else groups.join(cell, tiedBy[tie]!);
    }
  });

  const componentOf = new Int32Array(total).fill(-1);
  const building: {
    items: number[];
    cells: number[];
    linear: boolean;
    ties: number[];
  }[] = [];
  const byRoot = new Map<number, number>();
  const componentAt = (cell: number) => {
    const root = groups.find(cell);
    let at = byRoot.get(root);
    if (at === undefined) {
      at = building.length;
      byRoot.set(root, at);
      building.push({ items: [], cells: [], linear: false, ties: [] });
    }
    return building[at]!;
  };
  chosen.forEach((item, i) => {
    const at = familyOf(item.count.measure);
    const component = componentAt(home[i]!);
    component.items.push(only[i]!);
    const family = families[at]!;
    if (
      !isNetwork(item, measures) || family.measures.length > 1 ||
      family.full.length > 0
    ) {
      component.linear = true;
    }
  });
  tiedBy.forEach((cell, tie) => {
    if (cell < 0) return;
    const component = componentAt(cell);
    component.linear = true;
    component.ties.push(tie);
  });
  for (let cell = 0; cell < total; cell++) {
    const at = byRoot.get(groups.find(cell));
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
    ties: c.ties,
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
    ties,
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

/** A level between two milestones of its tie that follow each other. */
export interface BalanceSpan {
  /** The cell of the level at the first milestone. */
  readonly before: number;
  /** That at the second. */
  readonly after: number;
  /** The day of the first. */
  readonly start: Day;
  /** The day of the second. */
  readonly end: Day;
}

/** The spans over which a store balances, in order. */
export function balanceSpans(
  system: System,
  { level }: Store,
): BalanceSpan[] {
  const { measures, base, milestones, ties } = system;
  const family = measures.familyOf[level]!;
  const cellOf = (milestone: Day) =>
    base[family]! + lastAtOrBefore(milestones[family]!, milestone - 1);
  const days = ties[measures.tieOf[family]!]!.milestones;
  return days.slice(1).map((next, k) => ({
    before: cellOf(days[k]!),
    after: cellOf(next),
    start: days[k]! - 1,
    end: next - 1,
  }));
}

/** The cell of a flow in the k-th span of its tie. */
export function flowCell(system: System, flow: number, k: number): number {
  return system.base[system.measures.familyOf[flow]!]! + k;
}

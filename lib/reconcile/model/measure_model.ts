import type { Balance, Measure, Split } from "../../quantity/claim.ts";
import { unknownId } from "./input_error.ts";
import { type Counting, levelsOf } from "./levels.ts";
import { pairsOf } from "../../quantity/pairs.ts";
import { type Store, storesOf } from "./stores.ts";
import { UnionFind } from "./union_find.ts";
export type { Store };

/** A whole whose `full` parts in one dimension sum to it over every period. */
export interface FullGroup {
  /** The whole's id as the tables have it. */
  readonly measure: string;
  /** The dimension; empty is that of `part_of`. */
  readonly dimension: string;
  /** The measure that it is taken to be. */
  readonly whole: number;
  /** The measures that its parts are taken to be, one entry a part. */
  readonly parts: readonly number[];
}

/** A part that counts at most its whole over every period. */
export interface PartFact {
  /** The part's id as the tables have it. */
  readonly measure: string;
  /** The whole's. */
  readonly of: string;
  /** The dimension; empty is that of `part_of`. */
  readonly dimension: string;
  /** The measure that it is taken to be. */
  readonly part: number;
  /** The measure that its whole is taken to be. */
  readonly whole: number;
}

/** Measures that are part of each other, directly or through others. */
export interface Family {
  /** The measures, in order. */
  readonly measures: readonly number[];
  /** Wholes that their parts sum to. */
  readonly full: readonly FullGroup[];
  /** Parts that their wholes contain. */
  readonly part: readonly PartFact[];
  /** Whether they are levels: how many there are at the end of a day. */
  readonly level: boolean;
}

/** The measures of an analysis, those taken to be the same made one. */
export interface MeasureModel {
  /** Ids, in the order of the measures table, then of the claims. */
  readonly names: readonly string[];
  /** The measure that an id is taken to be. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The family of each measure. */
  readonly familyOf: readonly number[];
  /** The families. */
  readonly families: readonly Family[];
  /** Levels with the flows that fill them. */
  readonly stores: readonly Store[];
  /** What ties each family to others by flows and levels; -1: nothing does. */
  readonly tieOf: readonly number[];
}

/** Whether an id is of a level; what nobody names is a flow. */
export function isLevel(
  { indexOf, familyOf, families }: MeasureModel,
  id: string,
): boolean {
  const measure = indexOf.get(id);
  return measure !== undefined && families[familyOf[measure]!]!.level;
}

/** The tables that say how measures hang together. */
export interface MeasureTables {
  readonly measures: readonly Measure[];
  readonly splits: readonly Split[];
  readonly balances: readonly Balance[];
}

/**
 * Builds the measures of an analysis. `same` pairs `[a, b]` make a and b one
 * measure that goes by b's name, also through chains, and so does `same_as` of
 * the table where no pair says otherwise of a measure; a group of `full` parts
 * stays the group of the whole and dimension that the tables name, so that taking
 * two wholes to be one does not make one group of the parts of both. A measure
 * that the table lacks is a plain measure of its own.
 *
 * @param tables How measures hang together.
 * @param claimed Ids that claims name, in order of first appearance.
 * @param levels Ids that claims name as levels.
 * @throws {InputError} When `same` names a measure that nothing else names, or
 * flows and levels are taken for each other.
 */
export function measureModel(
  tables: MeasureTables,
  claimed: Iterable<string>,
  same: readonly (readonly [string, string])[],
  levels: Iterable<string>,
): MeasureModel {
  const rows = tables.measures;
  const pairs = pairsOf(tables);
  const ids = new Map<string, number>();
  const add = (id: string) => {
    if (!ids.has(id)) ids.set(id, ids.size);
  };
  for (const row of rows) add(row.measure);
  for (const id of claimed) add(id);
  for (const { part, whole } of pairs) {
    add(whole);
    add(part);
  }
  for (const { same_as } of rows) if (same_as) add(same_as);
  for (const { level, flow } of tables.balances) {
    add(level);
    add(flow);
  }

  const all = [...ids.keys()];
  const merged = new UnionFind(all.length);
  for (const pair of same) {
    const [a, b] = pair.map((id) => {
      const at = ids.get(id);
      if (at === undefined) throw unknownId("measure", id, all);
      return at;
    }) as [number, number];
    merged.join(a, b);
  }
  const assumed = new Set(same.map(([a]) => a));
  for (const { measure, same_as } of rows) {
    if (!same_as || assumed.has(measure)) continue;
    // Where a pair goes the other way round the table gives way.
    merged.join(ids.get(measure)!, ids.get(same_as)!);
  }

  const roots = all.map((_, i) => merged.find(i));
  const order = [...new Set(roots)].sort((a, b) => a - b);
  const place = new Map(order.map((root, i) => [root, i]));
  const indexOf = new Map(
    all.map((id, i) => [id, place.get(roots[i]!)!] as const),
  );

  const related = new UnionFind(order.length);
  const groups = new Map<string, FullGroup & { parts: number[] }>();
  const partFacts: PartFact[] = [];
  for (const pair of pairs) {
    const part = indexOf.get(pair.part)!;
    const whole = indexOf.get(pair.whole)!;
    const { dimension } = pair;
    related.join(part, whole);
    if (!pair.full) {
      partFacts.push({
        measure: pair.part,
        of: pair.whole,
        dimension,
        part,
        whole,
      });
      continue;
    }
    const key = JSON.stringify([pair.whole, dimension]);
    const group = groups.get(key);
    if (group) group.parts.push(part);
    else {
      groups.set(key, { measure: pair.whole, dimension, whole, parts: [part] });
    }
  }

  const familyOf: number[] = [];
  const building = related.groups().map((measures, f) => {
    for (const m of measures) familyOf[m] = f;
    return {
      measures,
      full: [] as FullGroup[],
      part: [] as PartFact[],
      level: false,
    };
  });
  for (const group of groups.values()) {
    building[familyOf[group.whole]!]!.full.push(group);
  }
  for (const fact of partFacts) {
    // A part that is taken to be its whole is trivially at most it.
    if (fact.part !== fact.whole) {
      building[familyOf[fact.part]!]!.part.push(fact);
    }
  }
  const counting: Counting = { rows, all, indexOf, familyOf };
  for (const f of levelsOf(counting, levels)) building[f]!.level = true;
  const names = order.map((root) => all[root]!);
  const { stores, tieOf } = storesOf(
    tables.balances,
    { names, indexOf, familyOf, families: building },
  );
  return { names, indexOf, familyOf, families: building, stores, tieOf };
}

/** The same measures, as if no flow filled a level. */
export function untied(measures: MeasureModel): MeasureModel {
  return measures.stores.length === 0 ? measures : {
    ...measures,
    stores: [],
    tieOf: measures.tieOf.map(() => -1),
  };
}

import type { Measure } from "../../quantity/claim.ts";
import { unknownId } from "./input_error.ts";

/** A whole whose `full` parts sum to it over every period. */
export interface FullGroup {
  /** The whole's id as the measures table has it. */
  readonly measure: string;
  /** The measure that it is taken to be. */
  readonly whole: number;
  /** The measures that its parts are taken to be, one entry a part. */
  readonly parts: readonly number[];
}

/** A part that counts at most its whole over every period. */
export interface PartFact {
  /** The part's id as the measures table has it. */
  readonly measure: string;
  /** The measure that it is taken to be. */
  readonly part: number;
  /** The measure that its whole is taken to be. */
  readonly whole: number;
}

/** Measures that share `part_of`, directly or through others. */
export interface Family {
  /** The measures, in order. */
  readonly measures: readonly number[];
  /** Wholes that their parts sum to. */
  readonly full: readonly FullGroup[];
  /** Parts that their wholes contain. */
  readonly part: readonly PartFact[];
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
}

function find(parent: number[], of: number): number {
  while (parent[of] !== of) of = parent[of] = parent[parent[of]!]!;
  return of;
}

/**
 * Builds the measures of an analysis. `same` pairs `[a, b]` make a and b one
 * measure that goes by b's name, also through chains, and so does `same_as` of
 * the table where no pair says otherwise of a measure; a group of `full` parts
 * stays the group of the parent that the measures table names, so that taking
 * two wholes to be one does not make one group of the parts of both. A measure
 * that the table lacks is a plain measure of its own.
 *
 * @param rows The measures table.
 * @param claimed Ids that claims name, in order of first appearance.
 * @throws {InputError} When `same` names a measure that nothing else names.
 */
export function measureModel(
  rows: readonly Measure[],
  claimed: Iterable<string>,
  same: readonly (readonly [string, string])[],
): MeasureModel {
  const ids = new Map<string, number>();
  const add = (id: string) => {
    if (!ids.has(id)) ids.set(id, ids.size);
  };
  for (const row of rows) add(row.measure);
  for (const id of claimed) add(id);
  for (const { part_of, same_as } of rows) {
    if (part_of) add(part_of);
    if (same_as) add(same_as);
  }

  const all = [...ids.keys()];
  const parent = all.map((_, i) => i);
  for (const pair of same) {
    const [a, b] = pair.map((id) => {
      const at = ids.get(id);
      if (at === undefined) throw unknownId("measure", id, all);
      return find(parent, at);
    }) as [number, number];
    parent[a] = b;
  }
  const assumed = new Set(same.map(([a]) => a));
  for (const { measure, same_as } of rows) {
    if (!same_as || assumed.has(measure)) continue;
    // Where a pair goes the other way round the table gives way.
    parent[find(parent, ids.get(measure)!)] = find(parent, ids.get(same_as)!);
  }

  const roots = all.map((_, i) => find(parent, i));
  const order = [...new Set(roots)].sort((a, b) => a - b);
  const place = new Map(order.map((root, i) => [root, i]));
  const indexOf = new Map(
    all.map((id, i) => [id, place.get(roots[i]!)!] as const),
  );

  const family = order.map((_, i) => i);
  const groups = new Map<string, { measure: string; parts: number[] }>();
  const partFacts: PartFact[] = [];
  for (const row of rows) {
    if (!row.part_of) continue;
    const part = indexOf.get(row.measure)!;
    const whole = indexOf.get(row.part_of)!;
    family[find(family, part)] = find(family, whole);
    if (row.split !== "full") {
      partFacts.push({ measure: row.measure, part, whole });
      continue;
    }
    const group = groups.get(row.part_of);
    if (group) group.parts.push(part);
    else groups.set(row.part_of, { measure: row.part_of, parts: [part] });
  }

  const members = new Map<number, number[]>();
  order.forEach((_, i) => {
    const root = find(family, i);
    const list = members.get(root);
    if (list) list.push(i);
    else members.set(root, [i]);
  });
  const familyOf: number[] = [];
  const building = [...members.values()].map((measures, f) => {
    for (const m of measures) familyOf[m] = f;
    return {
      measures,
      full: [] as FullGroup[],
      part: [] as PartFact[],
    };
  });
  for (const group of groups.values()) {
    const whole = indexOf.get(group.measure)!;
    building[familyOf[whole]!]!.full.push({ ...group, whole });
  }
  for (const fact of partFacts) {
    // A part that is taken to be its whole is trivially at most it.
    if (fact.part !== fact.whole) {
      building[familyOf[fact.part]!]!.part.push(fact);
    }
  }
  return {
    names: order.map((root) => all[root]!),
    indexOf,
    familyOf,
    families: building,
  };
}

import type { Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";

/**
 * The independent part of a selection that each measure belongs to, as a number
 * by measure: measures of one family are in one, and so are a level and what
 * fills it, and those that a claim names together.
 */
export function independentParts(
  items: readonly Item[],
  { families, familyOf, indexOf, names, stores }: MeasureModel,
): number[] {
  const parent = families.map((_, f) => f);
  const find = (of: number): number => {
    while (parent[of] !== of) of = parent[of] = parent[parent[of]!]!;
    return of;
  };
  const family = (measure: string) => familyOf[indexOf.get(measure)!]!;
  for (const { level, ins, outs } of stores) {
    for (const flow of [...ins, ...outs]) {
      parent[find(familyOf[flow]!)] = find(familyOf[level]!);
    }
  }
  for (const { count, of } of items) {
    if (!of) continue;
    parent[find(family(of.measure))] = find(family(count.measure));
  }
  return names.map((_, m) => find(familyOf[m]!));
}

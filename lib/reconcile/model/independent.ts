import type { Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";
import { UnionFind } from "./union_find.ts";

/**
 * The independent part of a selection that each measure belongs to, as a number
 * by measure: measures of one family are in one, and so are a level and what
 * fills it, and those that a claim names together.
 */
export function independentParts(
  items: readonly Item[],
  { families, familyOf, indexOf, names, stores }: MeasureModel,
): number[] {
  const parts = new UnionFind(families.length);
  const family = (measure: string) => familyOf[indexOf.get(measure)!]!;
  for (const { level, ins, outs } of stores) {
    for (const flow of [...ins, ...outs]) {
      parts.join(familyOf[flow]!, familyOf[level]!);
    }
  }
  for (const { count, of } of items) {
    if (!of) continue;
    parts.join(family(of.measure), family(count.measure));
  }
  return names.map((_, m) => parts.find(familyOf[m]!));
}

import type { Source } from "../quantity/claim.ts";
import type { Item } from "./item.ts";
import { publishedBy } from "./select.ts";

/**
 * Keeps one of the claims that repeat the same origin for the same measure and
 * period: the earliest published, those without a date last, the first in file
 * order among equals. A claim without an origin echoes nobody.
 */
export function echoesOnce(
  items: readonly Item[],
  sources: ReadonlyMap<string, Source>,
): Item[] {
  const kept = new Map<string, { item: Item; day: number }>();
  const drop = new Set<Item>();
  for (const item of items) {
    const { origin } = item.claim;
    if (!origin) continue;
    const { measure, start, end } = item.count;
    const key = JSON.stringify([origin, measure, start, end]);
    const day = publishedBy(sources.get(item.claim.source_id ?? "")) ??
      Infinity;
    const first = kept.get(key);
    if (first && first.day <= day) drop.add(item);
    else {
      if (first) drop.add(first.item);
      kept.set(key, { item, day });
    }
  }
  return items.filter((item) => !drop.has(item));
}

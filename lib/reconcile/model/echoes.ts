import type { Source } from "../../quantity/claim.ts";
import type { Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";
import { publishedBy } from "./select.ts";

/** What two claims of one origin must have in common to be one told twice. */
function keyOf(item: Item, { indexOf }: MeasureModel): string {
  const { claim, cells, count, of, span } = item;
  return JSON.stringify([
    claim.origin,
    cells.kind,
    indexOf.get(count.measure),
    count.start,
    count.end,
    of && [indexOf.get(of.measure), of.start, of.end],
    span && [span.start, span.end],
    cells.per || "month",
    cells.spread || "mean",
  ]);
}

/**
 * Keeps one of the claims in which one origin says the same thing: of the same
 * kind, about the same measures (those taken to be the same being one) and
 * periods. The earliest published stays, those without a date last, the first
 * in file order among equals. A claim without an origin echoes nobody.
 */
export function echoesOnce(
  items: readonly Item[],
  sources: ReadonlyMap<string, Source>,
  measures: MeasureModel,
): Item[] {
  const kept = new Map<string, { item: Item; day: number }>();
  const drop = new Set<Item>();
  for (const item of items) {
    if (!item.claim.origin) continue;
    const key = keyOf(item, measures);
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

import type { Source } from "../../quantity/claim.ts";
import type { Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";
import { publishedBy } from "./select.ts";

/**
 * A claim that was left out because another one says the same from one origin.
 */
export interface Echo {
  /** Id of the claim that is left out. */
  readonly claim: string;
  /** Id of the one that stays. */
  readonly of: string;
}

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
 *
 * @returns What stays, and what does not with the claim that it echoes, both in
 *   the order of the items.
 */
export function echoesOnce(
  items: readonly Item[],
  sources: ReadonlyMap<string, Source>,
  measures: MeasureModel,
): { readonly items: Item[]; readonly echoes: Echo[] } {
  const kept = new Map<string, { item: Item; day: number }>();
  const keys = new Map<Item, string>();
  for (const item of items) {
    if (!item.claim.origin) continue;
    const key = keyOf(item, measures);
    keys.set(item, key);
    const day = publishedBy(sources.get(item.claim.source_id ?? "")) ??
      Infinity;
    const first = kept.get(key);
    if (!first || day < first.day) kept.set(key, { item, day });
  }
  const echoed = (item: Item) => kept.get(keys.get(item) ?? "")?.item ?? item;
  return {
    items: items.filter((item) => echoed(item) === item),
    echoes: items.filter((item) => echoed(item) !== item).map((item) => ({
      claim: item.claim.claim_id,
      of: echoed(item).claim.claim_id,
    })),
  };
}

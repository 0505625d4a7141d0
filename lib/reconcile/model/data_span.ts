import type { Period } from "../../quantity/period.ts";
import type { Item } from "./item.ts";
import type { MeasureModel } from "./measure_model.ts";

function reach(span: Period | null | undefined, { dates }: Item): Period {
  if (!span) return dates;
  return {
    start: Math.min(span.start, dates.start),
    end: Math.max(span.end, dates.end),
  };
}

/**
 * From the earliest to the latest day of any modelled claim, the other periods
 * of ratios and shares included; `null` without claims.
 */
export function dataSpan(items: readonly Item[]): Period | null {
  return items.reduce<Period | null>(reach, null);
}

/**
 * The same of each independent part alone, by its number; a part without claims
 * has none.
 *
 * @param parts The part of each measure (see `independentParts`).
 */
export function partSpans(
  items: readonly Item[],
  { indexOf }: Pick<MeasureModel, "indexOf">,
  parts: readonly number[],
): ReadonlyMap<number, Period> {
  const spans = new Map<number, Period>();
  for (const item of items) {
    const part = parts[indexOf.get(item.count.measure)!]!;
    spans.set(part, reach(spans.get(part), item));
  }
  return spans;
}

import type { Period } from "../quantity/period.ts";
import type { Item } from "./item.ts";

/**
 * From the earliest to the latest day of any modelled claim, the other periods
 * of ratios and shares included; `null` without claims.
 */
export function dataSpan(items: readonly Item[]): Period | null {
  let start = Infinity;
  let end = -Infinity;
  for (const { count, of } of items) {
    for (const c of of ? [count, of] : [count]) {
      start = Math.min(start, c.start);
      end = Math.max(end, c.end);
    }
  }
  return items.length === 0 ? null : { start, end };
}

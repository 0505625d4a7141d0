import { compare, type Rational, toNumber } from "../../quantity/rational.ts";
import { isPlain } from "../solve/plain_counts.ts";
import type { System } from "../model/system.ts";
import { MOST_PAIRS } from "./effort.ts";

interface Bound {
  readonly item: number;
  readonly start: number;
  readonly end: number;
  readonly value: Rational;
  readonly rough: number;
}

/**
 * Pairs of claims that cannot both be true because the one says that a count is
 * at least what the other says that a longer count is at most: what a flow adds
 * up to over some days is no more than over more days. They are the bulk of the
 * conflicts where running totals fall, and need no solver.
 *
 * @returns Pairs of items, the smaller first, each once.
 */
export function containedPairs(
  system: System,
  items: readonly number[],
): (readonly [number, number])[] {
  const lows = new Map<number, Bound[]>();
  const highs = new Map<number, Bound[]>();
  for (const item of items) {
    if (!isPlain(system.items[item]!)) continue;
    for (const { count, side, value } of system.items[item]!.constraints) {
      const measure = system.measures.indexOf.get(count.measure)!;
      const by = side === "low" ? lows : highs;
      const { start, end } = count;
      const bound = { item, start, end, value, rough: toNumber(value) };
      const list = by.get(measure);
      if (list) list.push(bound);
      else by.set(measure, [bound]);
    }
  }
  const found = new Map<string, readonly [number, number]>();
  for (const [measure, above] of lows) {
    const below = (highs.get(measure) ?? []).toSorted((a, b) =>
      a.rough - b.rough
    );
    for (const low of above) {
      for (const high of below) {
        if (high.rough > low.rough) break;
        if (high.start > low.start || high.end < low.end) continue;
        if (high.item === low.item) continue;
        if (compare(low.value, high.value) <= 0) continue;
        const pair = low.item < high.item
          ? [low.item, high.item] as const
          : [high.item, low.item] as const;
        found.set(pair.join(), pair);
        if (found.size >= MOST_PAIRS) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

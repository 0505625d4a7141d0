import { type Day, firstDay, formatDay } from "../quantity/date.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { restsOn } from "./rests_on.ts";

/**
 * A span that no claim counts by itself, and what the claims together leave of it.
 */
export interface UncountedSpan {
  /** The measure. */
  readonly measure: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** The least. */
  readonly low: number;
  /** The most; `null` is open. */
  readonly high: number | null;
  /** The claims that it rests on, by id. */
  readonly from: readonly string[];
  /**
   * What was left out for it to hold: the cheapest repair. Empty where it rests
   * on claims alone that are in no conflict, and so holds whatever gives.
   */
  readonly without: readonly string[];
}

/** How many spans are looked at; of each measure the latest. */
const MOST = 120;

/** How much a span leaves open: 0 where one number is left, 1 up to a limit. */
function openness({ low, high }: UncountedSpan): number {
  return high === null ? 2 : (high - low) / high;
}

/**
 * The shortest spans between the days that claims about a measure name which no
 * claim counts by itself, with what the claims imply for each: those that leave
 * the least open first. Spans of which nothing follows are left out, and so are
 * those in which nothing is left to count.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import { uncountedSpans } from "./uncounted_spans.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../examples/outbreak", import.meta.url));
 * using result = await reconcile(data);
 * const [first] = uncountedSpans(result);
 * assert.deepEqual([first?.start, first?.end], ["2023-04-01", "2023-06-30"]);
 * ```
 */
export function uncountedSpans(result: Reconciliation): UncountedSpan[] {
  const disputed = new Set(result.conflicts.flatMap(({ claims }) => claims));
  const complete = result.conflictsComplete;
  const cuts = new Map<string, Set<Day>>();
  const counted = new Set<string>();
  for (const { kind, measure, start, end } of result.facts) {
    if (kind !== "total" && !kind.startsWith("rate")) continue;
    const [from, to] = [firstDay(start), firstDay(end)];
    cuts.set(
      measure,
      (cuts.get(measure) ?? new Set()).add(from).add(to + 1),
    );
    counted.add(`${measure}\0${from}\0${to}`);
  }
  const each = Math.max(1, Math.floor(MOST / Math.max(1, cuts.size)));
  const spans: UncountedSpan[] = [];
  for (const [measure, days] of cuts) {
    const starts = [...days].sort((a, b) => a - b);
    const between = starts.slice(0, -1)
      .map((from, i) => [from, starts[i + 1]! - 1] as const)
      .filter(([from, to]) => !counted.has(`${measure}\0${from}\0${to}`));
    for (const [from, to] of between.slice(-each)) {
      const [start, end] = [formatDay(from), formatDay(to)];
      const bounds = result.bounds(measure, start, end);
      const { low, high } = bounds;
      if (high === 0 || low === 0 && high === null) continue;
      const rests = restsOn(bounds);
      const free = complete && !rests.some((id) => disputed.has(id));
      spans.push({
        ...{ measure, start, end, low, high, from: rests },
        without: free ? [] : bounds.without,
      });
    }
  }
  return spans.sort((a, b) =>
    openness(a) - openness(b) ||
    (a.start < b.start ? 1 : a.start > b.start ? -1 : 0)
  );
}

import { unawaited } from "../quantity/unawaited.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import {
  firstDay,
  formatDay,
  lastDay,
  lastDayOrYear,
} from "../quantity/date.ts";
import { takesDate, takesId, takesRows } from "../quantity/takes.ts";
import { InputError } from "../reconcile/model/input_error.ts";
import { checkReconcileOptions } from "../reconcile/model/option_types.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { BoundsJson } from "../reconcile/result.ts";
import {
  type ReconcileOptions,
  type Tables,
  tablesOf,
} from "../reconcile/model/tables.ts";

/** A count whose bounds are followed from date to date. */
export interface FollowedCount {
  /** Measure id. */
  readonly measure: string;
  /** First day or month. */
  readonly start: string;
  /** Last day or month. */
  readonly end: string;
}

const COUNT_TYPES: OptionTypes<FollowedCount> = {
  measure: takesId,
  start: takesDate,
  end: takesDate,
};

/** What could be known on a date. */
export interface KnownOn {
  /** The date, as it was given: a month means its last day. */
  readonly date: string;
  /** Ids of the sources that appeared since the date before, in file order. */
  readonly sources: readonly string[];
  /** How many modelled claims were known. */
  readonly claims: number;
  /** Whether they could all be true. */
  readonly consistent: boolean;
  /** The share by which every bound must give; 0 where they agree. */
  readonly slack: number;
  /** How many conflicts there were. */
  readonly conflicts: number;
  /** Whether no conflict is missing. */
  readonly complete: boolean;
  /** What followed for each count, after the cheapest repair. */
  readonly bounds: readonly BoundsJson[];
  /** The claims left out for that: the cheapest repair. */
  readonly without: readonly string[];
}

/**
 * What could be known on each date on which sources with claims of the selection
 * appeared: how many claims, whether they agreed, and the bounds of the counts
 * followed. A month of publication means its last day.
 *
 * @throws {InputError} When a claim cannot be read, or an id is not in the data.
 *
 * @example
 * ```ts
 * import { knownByDates } from "./known_by_dates.ts";
 * import assert from "node:assert/strict";
 *
 * const year = { start: "2024-01", end: "2024-12" };
 * const claim = { ...year, kind: "total", measure: "cases" } as const;
 * const dates = await knownByDates({
 *   claims: [
 *     { ...claim, claim_id: "a", stated: "60000", source_id: "first" },
 *     { ...claim, claim_id: "b", stated: "61500", source_id: "second" },
 *   ],
 *   sources: [
 *     { source_id: "first", published: "2025-01" },
 *     { source_id: "second", published: "2025-02-03" },
 *   ],
 * }, [{ ...year, measure: "cases" }]);
 * assert.deepEqual(dates.map(({ date, claims }) => [date, claims]), [
 *   ["2025-01", 1],
 *   ["2025-02-03", 2],
 * ]);
 * assert.equal(dates[1]!.bounds[0]!.low, 61_450);
 * ```
 */
export function knownByDates(
  tables: Tables,
  counts: readonly FollowedCount[] = [],
  options: Omit<ReconcileOptions, "knownBy"> = {},
): Promise<KnownOn[]> {
  return unawaited(knowBy(tables, counts, options), "knownByDates(…)", []);
}

async function knowBy(
  tables: Tables,
  counts: readonly FollowedCount[],
  options: Omit<ReconcileOptions, "knownBy">,
): Promise<KnownOn[]> {
  checkReconcileOptions(options, { knownBy: "each date is asked in turn" });
  takesRows(counts, "counts");
  for (const count of counts) {
    checkNeeded(count, COUNT_TYPES, ["measure", "start", "end"]);
  }
  tables = tablesOf(tables, options);
  const { collections, without = [], withoutSources = [] } = options;
  const used = new Set(
    tables.claims.filter((row) =>
      row.kind !== "none" && !without.includes(row.claim_id) &&
      (!collections || collections.includes(row.collection ?? ""))
    ).map((row) => row.source_id),
  );
  const dated = (tables.sources ?? options.sources ?? []).filter((row) =>
    row.published && used.has(row.source_id) &&
    !withoutSources.includes(row.source_id)
  );
  const days = Map.groupBy(dated, (row) => lastDayOrYear(row.published!));
  const dates = [...days].toSorted(([a], [b]) => a - b);
  const known: KnownOn[] = [];
  for (const [i, [day, sources]] of dates.entries()) {
    const date = sources[0]!.published!;
    using result = await reconcile(tables, {
      ...options,
      knownBy: formatDay(day),
    });
    known.push({
      date,
      sources: sources.map((row) => row.source_id),
      claims: result.blame.length,
      consistent: result.consistent,
      slack: result.slack,
      conflicts: result.conflicts.length,
      complete: result.conflictsComplete,
      bounds: counts.map(({ measure, start, end }) => {
        try {
          const { low, high, ...found } = result.bounds(measure, start, end);
          return {
            measure,
            start: found.start,
            end: found.end,
            low,
            high,
          };
        } catch (error) {
          // A measure that nobody has spoken of yet.
          if (i === dates.length - 1 || !(error instanceof InputError)) {
            throw error;
          }
          return {
            measure,
            start: formatDay(firstDay(start)),
            end: formatDay(lastDay(end)),
            low: 0,
            high: null,
          };
        }
      }),
      without: result.cheapestRepair.drop,
    });
  }
  return known;
}

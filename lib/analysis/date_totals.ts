import type { ClaimInterval, Claims } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { type Day, firstDay } from "../quantity/date.ts";
import { unawaited } from "../quantity/unawaited.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import {
  againstEach,
  type AgainstOptions,
  type HeldAgainst,
  type OfRegister,
} from "./against_each.ts";
import { type Against, againstOthers } from "./each_against.ts";
import type { Registers } from "./takes_registers.ts";

/** A total, and when the others would have its number. */
export interface DatedTotal extends Against {
  /** The month ends at which the others would allow its number. */
  readonly ends: readonly Day[];
  /**
   * Whether it is stale: the others do not allow its number on the day up to
   * which it counts, but would have on an earlier month end.
   */
  readonly stale: boolean;
}

/**
 * When the others of a result would have had the number of one of its totals.
 *
 * @throws {InputError} When the claim is no modelled total of the result.
 *
 * @example
 * ```ts
 * import { dateTotal } from "./date_totals.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using reports = await reconcile(data, { collections: ["reports"] });
 * const half = claimIntervals(data).find(({ claim }) =>
 *   claim.claim_id === "izvestia-107k-h1"
 * )!;
 * assert.equal(dateTotal(reports, half).stale, false);
 * ```
 */
export function dateTotal(
  result: Reconciliation,
  row: ClaimInterval,
): DatedTotal {
  const against = againstOthers(result, row);
  const ends = result.staleness(row.claim.claim_id).map((day) => firstDay(day));
  const stale = !against.meets &&
    ends.some((end) => end < row.period!.end);
  return { ...against, ends, stale };
}

/**
 * Totals one at a time against figures that agree among themselves: when would
 * these have had the number? A figure that is itself one of the totals is not
 * held against itself. Claims of other kinds are left out.
 *
 * @param figures The claims to hold against; the official figures of registers.
 * @param options `same` says which measures are taken to be one, `registers`
 * which are so in turn.
 *
 * @example
 * ```ts
 * import { dateTotals } from "./date_totals.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { formatDay } from "../quantity/date.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const november = claimIntervals(data).filter(({ claim }) =>
 *   claim.claim_id === "wtat-230000-cases"
 * );
 * const table = data.claims.filter(({ measure, status }) =>
 *   measure.startsWith("table") && status === "official"
 * );
 * const [total] = await dateTotals(data, november, table, {
 *   same: [["proceedings-407", "table-407"]],
 * });
 * assert.equal(total?.stale, true);
 * assert.deepEqual(total?.ends.map(formatDay), ["2025-09-30"]);
 * ```
 */
export function dateTotals(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options: AgainstOptions & { readonly registers: Registers },
): Promise<(DatedTotal & OfRegister)[]>;
/** The same against figures of the totals' own measures. */
export function dateTotals(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options?: AgainstOptions,
): Promise<DatedTotal[]>;
export function dateTotals(
  dataset: Dataset,
  claims: Claims,
  figures: HeldAgainst,
  options: AgainstOptions = {},
): Promise<DatedTotal[]> {
  const found = againstEach(
    dataset,
    claims,
    figures,
    options,
    ({ kind }) => kind === "total",
    dateTotal,
  );
  return unawaited(found, "dateTotals(…)", []);
}

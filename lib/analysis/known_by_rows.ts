import type { Dataset } from "../dataset/load.ts";
import { claimIntervals } from "../dataset/intervals.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { period } from "../quantity/period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import type { KnownOn } from "./known_by_dates.ts";
import { publisher } from "./claim_title.ts";
import type { KnownByRow } from "./known_by_row.ts";

/**
 * Rows of the known-by chart: each date with the publishers whose sources
 * appeared, and the claims that its bounds leave out.
 *
 * @example
 * ```ts
 * import { knownByRows } from "./known_by_rows.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { knownByDates } from "./known_by_dates.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const known = await knownByDates(data, [], { collections: ["reports"] });
 * const [first] = knownByRows(known, data);
 * assert.equal(first!.date, "21 March 2024");
 * assert.equal(first!.appeared, "TASS");
 * ```
 */
export function knownByRows(
  known: readonly KnownOn[],
  dataset: Dataset,
): KnownByRow[] {
  takesDataset(dataset);
  const publishers = new Map(
    dataset.sources.map((row) => [row.source_id, row.publisher]),
  );
  const claims = new Map(
    claimIntervals(dataset).map((row) => [row.claim.claim_id, row]),
  );
  return known.map((on) => ({
    date: describePeriod(period(on.date, on.date)),
    appeared: [...new Set(on.sources.map((id) => publishers.get(id) ?? id))]
      .join(", "),
    claims: on.claims,
    conflicts: on.conflicts,
    complete: on.complete,
    slack: on.slack,
    bounds: on.bounds.map(({ low, high }) => ({ low, high })),
    without: on.without.map((id) => {
      const row = claims.get(id);
      return row ? `${publisher(row)}: ${phraseNumber(row.claim)} (${id})` : id;
    }),
  }));
}

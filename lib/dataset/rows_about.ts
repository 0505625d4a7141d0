import type { Dataset } from "./dataset.ts";
import type { Row } from "./rows.ts";

/**
 * Some claims of a dataset with the rows of other tables that belong to them,
 * each table made when it is asked for.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import { rowsAbout } from "./rows_about.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const [first] = data.claims;
 * const sources = rowsAbout(data, [first!]).sources();
 * assert.deepEqual(sources.map((row) => row.source_id), [first!.source_id]);
 * ```
 */
export function rowsAbout(dataset: Dataset, claims: readonly Row<"claims">[]) {
  const ids = new Set(claims.map((row) => row.claim_id));
  const cited = new Set(claims.map((row) => row.source_id));
  return {
    claims: () => claims,
    readings: () => dataset.readings.filter((row) => ids.has(row.claim_id)),
    relations: () =>
      dataset.relations.filter((row) => ids.has(row.from) && ids.has(row.to)),
    sources: () => dataset.sources.filter((row) => cited.has(row.source_id)),
  };
}

import { unknownId } from "../quantity/unknown_id.ts";
import type { Dataset } from "./load.ts";
import { takesDataset } from "./takes_dataset.ts";

/**
 * A dataset with the claims of one collection alone, and with the rows of the
 * other tables that belong to them. Measures and hedges stay whole.
 *
 * @throws {InputError} When no claim is of that collection.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import { selectCollection } from "./select.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const reports = selectCollection(data, "reports");
 * assert.ok(reports.claims.every((claim) => claim.collection === "reports"));
 * ```
 */
export function selectCollection(
  dataset: Dataset,
  collection: string,
): Dataset {
  takesDataset(dataset);
  const claims = dataset.claims.filter((row) => row.collection === collection);
  if (claims.length === 0) {
    const known = new Set(
      dataset.claims.flatMap((row) => row.collection ? [row.collection] : []),
    );
    throw unknownId("collection", collection, known);
  }
  const ids = new Set(claims.map((row) => row.claim_id));
  const sources = new Set(claims.map((row) => row.source_id));
  return {
    ...dataset,
    claims,
    readings: dataset.readings.filter((row) => ids.has(row.claim_id)),
    relations: dataset.relations.filter((row) =>
      ids.has(row.from) && ids.has(row.to)
    ),
    sources: dataset.sources.filter((row) => sources.has(row.source_id)),
  };
}

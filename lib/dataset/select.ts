import { unknownId } from "../quantity/unknown_id.ts";
import type { Dataset } from "./dataset.ts";
import { rowsAbout } from "./rows_about.ts";
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
  const own = rowsAbout(dataset, claims);
  return {
    ...dataset,
    claims,
    readings: own.readings(),
    relations: own.relations(),
    sources: own.sources(),
  };
}

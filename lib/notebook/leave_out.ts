import * as analysis from "../analysis/leave_out.ts";
import { leftOutColumns } from "../analysis/result_columns.ts";
import type { Dataset } from "../dataset/load.ts";
import { unawaited } from "../quantity/unawaited.ts";
import type { ReconcileOptions } from "../reconcile/model/tables.ts";
import { listing } from "./listing.ts";

/**
 * Reconciles a dataset without each group of its sources in turn, after once
 * with all of them: does a finding hang on one publisher, or on one kind? The
 * rows show themselves as a table.
 *
 * @param by The column of the sources that names the group.
 *
 * @example
 * ```ts
 * import { leaveOut } from "./leave_out.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const rows = await leaveOut(data, "publisher", { collections: ["reports"] });
 * const without = rows.find(({ group }) => group === "WTAT News");
 * assert.equal(without?.consistent, true);
 * assert.match(Deno.inspect(rows), /^What remains without each publisher\n/);
 * ```
 */
export function leaveOut(
  dataset: Dataset,
  by: "publisher" | "publisher_kind",
  options: ReconcileOptions = {},
): Promise<analysis.LeftOut[]> {
  const found = analysis.leaveOut(dataset, by, options).then((rows) => {
    const group = by === "publisher" ? "publisher" : "kind of publisher";
    return listing(
      rows,
      (rows) => leftOutColumns(rows, group),
      `What remains without each ${group}`,
    );
  });
  return unawaited(found, "leaveOut(…)", []);
}

import type { Dataset } from "../dataset/load.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";
import { takesWord } from "../quantity/takes.ts";
import { checkReconcileOptions } from "../reconcile/model/option_types.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { ReconcileOptions } from "../reconcile/model/tables.ts";

/** What remains when the sources of one group are left out. */
export interface LeftOut {
  /** The group; `null` for nothing left out. */
  readonly group: string | null;
  /** Modelled claims that remain. */
  readonly claims: number;
  /** Whether they can all be true. */
  readonly consistent: boolean;
  /** The least share by which their bounds must give. */
  readonly slack: number;
  /** Conflicts among them. */
  readonly conflicts: number;
  /** Whether no conflict is missing from the count. */
  readonly complete: boolean;
}

/**
 * Reconciles a dataset without each group of its sources in turn, after once
 * with all of them: does a finding hang on one publisher, or on one kind?
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
 * ```
 */
export async function leaveOut(
  dataset: Dataset,
  by: "publisher" | "publisher_kind",
  options: ReconcileOptions = {},
): Promise<LeftOut[]> {
  takesDataset(dataset);
  takesWord(["publisher", "publisher_kind"])(by, "by");
  checkReconcileOptions(options);
  const { collections } = options;
  const cited = new Set(
    dataset.claims.filter((claim) =>
      !collections || collections.includes(claim.collection ?? "")
    ).map((claim) => claim.source_id),
  );
  const groups = Map.groupBy(
    dataset.sources.filter(({ source_id }) => cited.has(source_id)),
    (source) => source[by] ?? "not stated",
  );
  const rows: LeftOut[] = [];
  for (const [group, sources] of [[null, []] as const, ...groups]) {
    using result = await reconcile(dataset, {
      ...options,
      withoutSources: [
        ...options.withoutSources ?? [],
        ...sources.map(({ source_id }) => source_id),
      ],
    });
    rows.push({
      group,
      claims: result.modelled.length,
      consistent: result.consistent,
      slack: result.slack,
      conflicts: result.conflicts.length,
      complete: result.conflictsComplete,
    });
  }
  return rows;
}

import {
  countColumn,
  dateColumn,
  numberColumn,
  textColumn,
} from "./columns.ts";
import { type DataFrame, polars } from "./polars.ts";
import {
  boundsFrame,
  conflictFrame,
  impliedFrame,
  repairFrame,
} from "./result_frames.ts";
import { timesColumn } from "./times_column.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import type {
  BackgroundJson,
  ConflictJson,
  ProofRowJson,
  ResultJson,
} from "../reconcile/result.ts";

/** The tables of a result, by name. */
export interface ResultTables {
  /** A row a conflict: its number, its claims, the sentence. */
  readonly conflicts: DataFrame;
  /** A row a condition of a conflict: of a claim, or a background fact. */
  readonly proofs: DataFrame;
  /** A row a repair: what it leaves out, and the weight of that. */
  readonly repairs: DataFrame;
  /** A row a measure and month: the least and the most. */
  readonly bounds: DataFrame;
  /** A row a claim: its interval, and what the others imply for it. */
  readonly implied: DataFrame;
}

function proofsFrame(conflicts: readonly ConflictJson[]): DataFrame {
  const rows = conflicts.flatMap(({ proof, background }, i) =>
    [...proof, ...background].map((
      row: Partial<ProofRowJson> & Partial<BackgroundJson>,
    ) => ({ ...row, conflict: i + 1 }))
  );
  return polars().DataFrame([
    countColumn("conflict", rows.map((row) => row.conflict)),
    textColumn("claim", rows.map((row) => row.claim ?? null)),
    textColumn("side", rows.map((row) => row.side ?? null)),
    textColumn("fact", rows.map((row) => row.fact ?? null)),
    textColumn("measure", rows.map((row) => row.measure ?? null)),
    dateColumn("start", rows.map((row) => firstDay(row.start!))),
    dateColumn("end", rows.map((row) => lastDay(row.end!))),
    timesColumn(rows.map((row) => row.times!)),
    numberColumn("value", rows.map((row) => row.value ?? null)),
  ]);
}

/**
 * A result as tables: conflicts with their proofs, repairs, monthly bounds, and
 * what is implied for each claim. Write them with `writeTable`.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import { resultTables } from "./result_tables.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using result = await reconcile(data, { collections: ["reports"] });
 * const { conflicts, repairs } = resultTables(result.toJSON());
 * assert.equal(conflicts.height, result.conflicts.length);
 * assert.equal(repairs.height, result.repairs.length);
 * ```
 */
export function resultTables(result: ResultJson): ResultTables {
  return {
    conflicts: conflictFrame(result.conflicts),
    proofs: proofsFrame(result.conflicts),
    repairs: repairFrame(result.repairs),
    bounds: boundsFrame(result.bounds),
    implied: impliedFrame(result.claims),
  };
}

/**
 * Data and results as Polars frames, and as files. Polars is loaded when a frame
 * is first asked for; it needs `--allow-read`, `--allow-sys` and `--allow-ffi`.
 *
 * @example Every claim with its interval
 * ```ts
 * import { intervalFrame } from "./frames.ts";
 * import { loadDataset } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../data", import.meta.url));
 * assert.equal(intervalFrame(data).height, data.claims.length);
 * ```
 *
 * @module
 */

export * from "./analysis/speaks_before.ts";
export type { Account, Sum, SumKind } from "./analysis/sums/account.ts";
export type { WidthOptions } from "./dataset/intervals.ts";
export type { Dataset } from "./dataset/load.ts";
export type { Row, Rows, TableName } from "./dataset/rows.ts";
export * from "./frames/calendar_frame.ts";
export * from "./frames/columns.ts";
export * from "./frames/frames.ts";
export * from "./frames/interval_frame.ts";
export type { DataFrame, Series } from "./frames/polars.ts";
export * from "./frames/proven_bounds.ts";
export * from "./frames/result_frames.ts";
export * from "./frames/result_tables.ts";
export * from "./frames/sum_frame.ts";
export * from "./frames/write_table.ts";
export type * from "./quantity/claim.ts";
export type { Day } from "./quantity/date.ts";
export type { Rational } from "./quantity/rational.ts";
export type { Width } from "./quantity/width.ts";
export type { ToldConflict } from "./reconcile/proof/tell_conflicts.ts";
export type {
  Blame,
  Bounds,
  Implied,
  SameAs,
  SideProof,
} from "./reconcile/reconciliation.ts";
export type * from "./reconcile/result.ts";

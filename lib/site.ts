/**
 * The pages of a report, from plain data: what was said, what was found, and the
 * explorer. It runs no notebooks; the command `report` does.
 *
 * @example The pages of a dataset
 * ```ts
 * import { loadDataset, reconcile } from "./mod.ts";
 * import { findingsOf, makePages } from "./site.ts";
 * import assert from "node:assert/strict";
 * import { fileURLToPath } from "node:url";
 *
 * const data = fileURLToPath(new URL("../data", import.meta.url));
 * const dataset = await loadDataset(data);
 * using result = await reconcile(dataset, { collections: ["record"] });
 * const findings = [findingsOf("record", result)];
 * const pages = await makePages({ notebooks: [], data, claims: { dataset, findings } });
 * assert.ok(pages.has("claims.html") && pages.has("explorer.html"));
 * ```
 *
 * @module
 */

export type { Dataset } from "./dataset/load.ts";
export type { Row, Rows, TableName } from "./dataset/rows.ts";
export type { RowsOf, Selection, Which } from "./dataset/selection.ts";
export type * from "./quantity/claim.ts";
export type { Day } from "./quantity/date.ts";
export type { Period } from "./quantity/period.ts";
export type { Rational } from "./quantity/rational.ts";
export type { Width } from "./quantity/width.ts";
export type { Unit } from "./quantity/units.ts";
export type { ClaimAsRead } from "./reconcile/as_read.ts";
export type { Echo } from "./reconcile/model/echoes.ts";
export type {
  ReconcileInput,
  ReconcileOptions,
  Tables,
} from "./reconcile/model/tables.ts";
export type {
  ClaimFacts,
  ToldConflict,
} from "./reconcile/proof/tell_conflicts.ts";
export type {
  Alternatives,
  Blame,
  Bounds,
  CheapestRepair,
  Coverage,
  Dissolves,
  Implied,
  Reconciliation,
  SameAs,
  SideProof,
} from "./reconcile/reconciliation.ts";
export type * from "./reconcile/result.ts";
export type { ReadingChoice, ReadingOf } from "./reconcile/search/readings.ts";
export type { Show } from "./reconcile/show.ts";
export type { Witness } from "./reconcile/witnesses.ts";
export type { BesideOfficial } from "./analysis/beside_official.ts";
export type { OfficialSpan } from "./analysis/official_spans.ts";
export type { UncountedSpan } from "./analysis/uncounted_spans.ts";
export type { Flips } from "./analysis/what_flips.ts";
export {
  type Findings,
  findingsOf,
  type PageConflict,
  unsettled,
} from "./site/claims/findings.ts";
export { BundleError } from "./site/explorer/bundle.ts";
export type { Assumed } from "./site/explorer/data.ts";
export { makePages, type Material } from "./site/make_pages.ts";
export type { RenderedNotebook } from "./site/rendered_notebook.ts";
export {
  type ShownWorkbench,
  workbench,
} from "./site/workbench/cell/workbench.ts";

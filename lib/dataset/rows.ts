import type {
  AlternativeReading,
  Balance,
  Claim,
  HedgeRow,
  Measure,
  Relation,
  Source,
  Split,
} from "../quantity/claim.ts";

/**
 * The rows of a dataset's tables, by the table's name.
 *
 * @example
 * ```ts
 * import type { Rows } from "./rows.ts";
 * import assert from "node:assert/strict";
 *
 * const hedge: Rows["hedges"] = { hedge: "some", low: "0.5", high: "inf" };
 * assert.equal(hedge.high, "inf");
 * ```
 */
export interface Rows {
  /** What was said. */
  claims: Claim;
  /** What else the words of a claim allow. */
  readings: AlternativeReading;
  /** Where it was said. */
  sources: Source;
  /** What is counted. */
  measures: Measure;
  /** How claims bear on each other. */
  relations: Relation;
  /** How far a number may lie from the stated one. */
  hedges: HedgeRow;
  /** Parts of wholes in several dimensions. */
  splits: Split;
  /** Flows that add to levels and take from them. */
  balances: Balance;
}

/**
 * Name of a table; its file is the name with `.csv`.
 *
 * @example
 * ```ts
 * import type { TableName } from "./rows.ts";
 * import assert from "node:assert/strict";
 *
 * const fileOf = (table: TableName) => `${table}.csv`;
 * assert.equal(fileOf("claims"), "claims.csv");
 * ```
 */
export type TableName = keyof Rows;

/**
 * A checked row of a table: every column of the contract, `null` where the cell
 * is empty, and the dataset's own columns as text.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import type { Row } from "./rows.ts";
 * import assert from "node:assert/strict";
 *
 * const named = ({ publisher }: Row<"sources">) => publisher !== null;
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * assert.ok(data.sources.every(named));
 * ```
 */
export type Row<T extends TableName> =
  & { readonly [C in keyof Rows[T]]-?: Exclude<Rows[T][C], undefined> }
  & { readonly [column: string]: string | null };

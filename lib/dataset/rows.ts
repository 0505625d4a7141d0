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

/** The rows of a dataset's tables, by the table's name. */
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

/** Name of a table; its file is the name with `.csv`. */
export type TableName = keyof Rows;

/**
 * A checked row of a table: every column of the contract, `null` where the cell
 * is empty, and the dataset's own columns as text.
 */
export type Row<T extends TableName> =
  & { readonly [C in keyof Rows[T]]-?: Exclude<Rows[T][C], undefined> }
  & { readonly [column: string]: string | null };

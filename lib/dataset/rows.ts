import type {
  AlternativeReading,
  Claim,
  HedgeRow,
  Measure,
  Relation,
  Source,
} from "../quantity/claim.ts";

/** The rows of a dataset's tables, by the table's name. */
interface Rows {
  claims: Claim;
  readings: AlternativeReading;
  sources: Source;
  measures: Measure;
  relations: Relation;
  hedges: HedgeRow;
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

import type { Row } from "./rows.ts";

/**
 * A dataset that was read and found sound: typed rows, table by table. The rows
 * of a table are made when they are first asked for.
 */
export interface Dataset {
  /** The folder it was read from, as it was given. */
  readonly folder: string;
  /** The claims, in file order. */
  readonly claims: readonly Row<"claims">[];
  /** Other readings of the claims. */
  readonly readings: readonly Row<"readings">[];
  /** The documents that hold the claims. */
  readonly sources: readonly Row<"sources">[];
  /** What is counted. */
  readonly measures: readonly Row<"measures">[];
  /** How claims bear on each other. */
  readonly relations: readonly Row<"relations">[];
  /** Hedges beyond the built-in ones, or instead of them. */
  readonly hedges: readonly Row<"hedges">[];
  /** Parts of wholes in several dimensions. */
  readonly splits: readonly Row<"splits">[];
  /** Flows that add to levels and take from them. */
  readonly balances: readonly Row<"balances">[];
}

import type { Problem } from "../problem.ts";

/** Something that is wrong with a line of a table; which table is known. */
export type LineProblem = Omit<Problem, "file">;

/**
 * Some records of a table whose cells were judged: column by column, in the
 * order of `orderColumns`. A judge numbers the words of a column, on from those
 * of its blocks before, so that a word that comes again need not be kept again.
 */
export interface CellBlock {
  /** Which judge's numbers they are. */
  readonly judge: number;
  /** Column names as the header gives them; none when it could not be read. */
  readonly header: readonly string[];
  /** For each record, the line on which it starts. */
  readonly lines: Int32Array;
  /** The number of the word in each cell, or `EMPTY`: record by record in each column. */
  readonly codes: Int32Array;
  /** The words that are new, without a gap: a million strings would take longer to keep. */
  readonly text: string;
  /** Where each of them ends in the text. */
  readonly ends: Int32Array;
  /** How many of them each column has. */
  readonly counts: readonly number[];
  /** For each record 1 where a cell is wrong; none where all are sound. */
  readonly unsound: Uint8Array | undefined;
  /** What is wrong, line by line. */
  readonly problems: readonly LineProblem[];
  /** Whether every record is in the block, and sound. */
  readonly whole: boolean;
  /** Whether something is wrong with all that would follow. */
  readonly stopped: boolean;
}

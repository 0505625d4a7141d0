/** A table as somebody wrote it: cells as text, rows of any length. */
export interface Sheet {
  /** What it is called: a file's name, that of a sheet in it. */
  readonly name: string;
  /** The rows; the first one is taken to name the columns. */
  readonly rows: readonly (readonly string[])[];
}

/** The most of everything that is opened. */
export const MOST = {
  /** Bytes of a file, and of all that a zip unpacks to. */
  bytes: 32 * 2 ** 20,
  /** Files of a zip or a folder. */
  files: 2000,
  /** Cells of a sheet. */
  cells: 2_000_000,
  /** Letters of a cell. */
  letters: 100_000,
} as const;

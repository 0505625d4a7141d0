/**
 * How large a table may be. Far beyond this memory would run out, which no
 * message can follow, so more is refused before it is read. The codebook states
 * the same numbers.
 */
export const LIMITS = {
  /** Bytes of a file: 512 MiB. */
  bytes: 512 * 2 ** 20,
  /** Cells of a table, its rows times its columns, those of the contract that it lacks included. */
  cells: 50_000_000,
  /** Columns of a table. */
  columns: 1000,
  /** Characters of a cell. */
  field: 2 ** 20,
  /** Bytes of a record: 16 MiB. */
  record: 2 ** 24,
} as const;

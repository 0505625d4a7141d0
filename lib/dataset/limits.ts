/**
 * How large a table may be. Beyond this a page of memory-hungry objects would
 * end in a crash, so it is refused with a message before that; the codebook
 * states the same numbers.
 */
export const LIMITS = {
  /** Bytes of a file: 512 MiB. */
  bytes: 512 * 2 ** 20,
  /** Cells of a table, its rows times its columns, those of the contract that it lacks included. */
  cells: 50_000_000,
  /** Characters of a cell. */
  field: 2 ** 20,
  /** Characters of a record. */
  record: 2 ** 24,
} as const;

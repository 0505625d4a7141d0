import type { TablesRead } from "../check_tables.ts";
import type { TableName } from "../rows.ts";

/**
 * Notes what is allowed and worth a look: the table, the index of the sound row
 * in it, the field, and what is odd and what would be usual.
 */
export type Warn = (
  table: TableName,
  row: number,
  field: string,
  message: string,
) => void;

/**
 * Looks for one thing that is allowed and suspicious, in tables that have no
 * problems. A rule goes over the rows once: tables may have a million.
 */
export type Rule = (tables: TablesRead, warn: Warn) => void;

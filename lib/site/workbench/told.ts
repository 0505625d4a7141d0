import { isRecord } from "../../quantity/check_options.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import { type Table, TABLE_NAMES, type Tables } from "./tables.ts";

/** What the page of a workbench tells the cell that it stands in. */
export interface Told {
  /** Tells it from what other pages say. */
  readonly tallystick: "workbench";
  /** What it holds. */
  readonly tables: Tables;
  /** How that is taken, where it is not as ever. */
  readonly options: ReconcileOptions;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) &&
    value.every((text) => typeof text === "string");
}

function isTable(value: unknown): value is Table {
  if (!isRecord(value)) return false;
  const { columns, rows } = value;
  return isTexts(columns) && Array.isArray(rows) &&
    rows.every((row) => isTexts(row) && row.length === columns.length);
}

/** What was told, where it is of that form: a page is somebody's text. */
export function readTold(value: unknown): Told | undefined {
  if (!isRecord(value) || value["tallystick"] !== "workbench") return undefined;
  const { tables, options } = value;
  if (!isRecord(tables) || !isRecord(options)) return undefined;
  if (!TABLE_NAMES.every((name) => isTable(tables[name]))) return undefined;
  return {
    tallystick: "workbench",
    tables: Object.fromEntries(
      TABLE_NAMES.map((name) => [name, tables[name]]),
    ) as unknown as Tables,
    options,
  };
}

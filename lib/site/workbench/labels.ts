import type { TableName } from "../../dataset/rows.ts";

/** What a table is called, and one row of it. */
export const TABLE_LABELS: Readonly<
  Record<TableName, readonly [many: string, one: string]>
> = {
  claims: ["Claims", "claim"],
  readings: ["Readings", "reading"],
  sources: ["Sources", "source"],
  measures: ["Measures", "measure"],
  relations: ["Relations", "relation"],
  hedges: ["Hedges", "hedge"],
  splits: ["Splits", "split"],
  balances: ["Balances", "balance"],
};

/** What columns are called; a table's own word for one stands before all's. */
const LABELS: Readonly<Record<string, string>> = {
  claim_id: "Claim",
  measure: "What is counted",
  kind: "Kind of number",
  stated: "Number",
  stated_high: "to",
  hedge: "Hedge",
  rounding: "Rounded to",
  start: "From",
  end: "To the end of",
  period_said: "Period as said",
  as_of: "Holds as of",
  series: "Series",
  per: "Per",
  spread: "Spread",
  of_measure: "Of what (other count)",
  of_start: "Other count from",
  of_end: "Other count to",
  status: "Status",
  weight: "Weight",
  collection: "Collection",
  source_id: "Source",
  locator: "Place in the source",
  wording: "Wording",
  speaker: "Speaker",
  origin: "Origin",
  note: "Note",
  reading: "Reading",
  grounds: "Grounds",
  publisher: "Publisher",
  publisher_kind: "Kind of publisher",
  title: "Title",
  author: "Author",
  published: "Published",
  accessed: "Accessed",
  language: "Language",
  translated_by: "Translated by",
  url: "Address",
  label: "Label",
  unit: "Unit",
  definition: "Definition",
  counts: "Counts",
  part_of: "Part of",
  split: "Split",
  same_as: "Same as",
  same_grounds: "Grounds for the same",
  register: "Register",
  from: "From claim",
  relation: "Relation",
  to: "To claim",
  words: "Words",
  low: "Low by",
  high: "High by",
  whole: "Whole",
  dimension: "Dimension",
  part: "Part",
  level: "Level",
  flow: "Flow",
  direction: "Direction",
};

const OWN: Readonly<
  Partial<Record<TableName, Readonly<Record<string, string>>>>
> = {
  measures: { measure: "Id" },
  sources: { source_id: "Id" },
  hedges: { hedge: "Id" },
};

/**
 * What a column is called; its own name where the contract does not know it.
 *
 * @example
 * ```ts
 * import { columnLabel } from "./labels.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(columnLabel("claims", "stated"), "Number");
 * assert.equal(columnLabel("claims", "colour"), "colour");
 * ```
 */
export function columnLabel(table: TableName, column: string): string {
  const own = OWN[table] ?? {};
  if (Object.hasOwn(own, column)) return own[column]!;
  return Object.hasOwn(LABELS, column) ? LABELS[column]! : column;
}

/** Columns of claims that stand in the table at first, in this order. */
export const MAIN_COLUMNS: readonly string[] = [
  "claim_id",
  "measure",
  "kind",
  "stated",
  "stated_high",
  "hedge",
  "start",
  "end",
  "speaker",
  "source_id",
  "status",
  "collection",
  "wording",
];

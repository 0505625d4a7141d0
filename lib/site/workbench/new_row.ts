import type { TableName } from "../../dataset/rows.ts";
import { type Cells, cellsOf, columnOf, type Tables } from "./tables.ts";

/** The column of each table whose cells are ids, one a row. */
const IDS: Readonly<Partial<Record<TableName, string>>> = {
  claims: "claim_id",
  sources: "source_id",
  measures: "measure",
  hedges: "hedge",
  readings: "reading",
};

/** What a new claim takes from the one before it: claims come in groups. */
const LIKE_BEFORE = ["measure", "source_id", "speaker", "collection"];

function freeId(taken: readonly string[], stem: string, first: number): string {
  const ids = new Set(taken);
  for (let n = first;; n++) if (!ids.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/**
 * A new row of a table: with an id that is free, and like the row before it
 * where rows often are; or a copy of a row, with an id of its own.
 *
 * @example
 * ```ts
 * import { newRow } from "./new_row.ts";
 * import { emptyTables } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(newRow(emptyTables(), "claims"), {
 *   claim_id: "claim-1",
 *   kind: "total",
 * });
 * assert.deepEqual(
 *   newRow(emptyTables(), "measures", { measure: "cases", unit: "cases" }),
 *   { measure: "cases-2", unit: "cases" },
 * );
 * ```
 */
export function newRow(tables: Tables, table: TableName, like?: Cells): Cells {
  const id = IDS[table];
  const taken = id ? columnOf(tables[table], id) : [];
  if (like) {
    if (!id || !like[id]) return like;
    const stem = like[id].replace(/-\d+$/, "");
    return { ...like, [id]: freeId([...taken, like[id]], stem, 2) };
  }
  if (table !== "claims") return {};
  const last = cellsOf({
    ...tables.claims,
    rows: tables.claims.rows.slice(-1),
  })[0] ?? {};
  return {
    claim_id: freeId(taken, "claim", 1),
    kind: "total",
    ...Object.fromEntries(
      LIKE_BEFORE.flatMap((column) =>
        last[column] ? [[column, last[column]]] : []
      ),
    ),
  };
}

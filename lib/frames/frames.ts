import { firstDay, lastDay, lastDayOrYear } from "../quantity/date.ts";
import { ownValue } from "../quantity/own_value.ts";
import { unknownId } from "../quantity/unknown_id.ts";
import {
  countColumn,
  dateColumn,
  numberColumn,
  textColumn,
} from "./columns.ts";
import type { Dataset } from "../dataset/load.ts";
import { type DataFrame, polars, type Series } from "./polars.ts";
import type { TableName } from "../dataset/rows.ts";
import { TABLES } from "../dataset/tables.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";

type Cells = readonly (string | null)[];

function map<T>(cells: Cells, read: (text: string) => T): (T | null)[] {
  return cells.map((cell) => cell === null ? null : read(cell));
}

/**
 * The columns that are more than text. Numbers were checked to be plain digits,
 * no more of them than a double gives back: `Number` reads them as they stand.
 */
const READ: Readonly<
  Partial<Record<TableName, Record<string, (n: string, c: Cells) => Series>>>
> = {
  claims: {
    stated: (name, cells) => numberColumn(name, map(cells, Number)),
    stated_high: (name, cells) => numberColumn(name, map(cells, Number)),
    rounding: (name, cells) => numberColumn(name, map(cells, Number)),
    weight: (name, cells) => numberColumn(name, map(cells, Number)),
    start: (name, cells) => dateColumn(name, map(cells, firstDay)),
    end: (name, cells) => dateColumn(name, map(cells, lastDay)),
    as_of: (name, cells) => dateColumn(name, map(cells, lastDayOrYear)),
    of_start: (name, cells) => dateColumn(name, map(cells, firstDay)),
    of_end: (name, cells) => dateColumn(name, map(cells, lastDay)),
  },
  sources: {
    published: (name, cells) => dateColumn(name, map(cells, lastDayOrYear)),
    accessed: (name, cells) => dateColumn(name, map(cells, lastDayOrYear)),
  },
};

/** The stated number where it is a whole count, and nothing where it is not. */
function count(kind: string, stated: string | null): number | null {
  if (stated === null || kind === "ratio" || kind === "share") return null;
  const value = Number(stated);
  return Number.isInteger(value) ? value : null;
}

/**
 * One table of a dataset as a Polars frame, built column by column. Dates are
 * dates (a month stands for its first day as a start, its last otherwise),
 * stated numbers are doubles, and the claims table gains `count` and
 * `count_high`, the stated numbers as integers where a whole count is stated
 * (unless the dataset has a column of that name). Empty cells are null. Columns
 * of the dataset's own follow as text.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { tableFrame } from "./frames.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const claims = tableFrame(data, "claims");
 * assert.equal(claims.height, data.claims.length);
 * assert.equal(claims.schema["start"]?.toString(), "DataType(Date)");
 * ```
 */
export function tableFrame(dataset: Dataset, table: TableName): DataFrame {
  takesDataset(dataset);
  if (!Object.hasOwn(TABLES, table)) {
    throw unknownId("table", table, Object.keys(TABLES));
  }
  const rows = dataset[table] as readonly Record<string, string | null>[];
  const names = new Set(Object.keys(TABLES[table].shape));
  for (const name of Object.keys(rows[0] ?? {})) names.add(name);
  const columns: Series[] = [];
  for (const name of names) {
    // A dataset's own column may be called `constructor`.
    const cells = rows.map((row) => ownValue(row, name) ?? null);
    const read = ownValue(READ[table] ?? {}, name) ?? textColumn;
    columns.push(read(name, cells));
  }
  if (table === "claims") {
    for (
      const [from, to] of [["stated", "count"], ["stated_high", "count_high"]]
    ) {
      if (names.has(to!)) continue;
      columns.push(
        countColumn(to!, rows.map((row) => count(row["kind"]!, row[from!]!))),
      );
    }
  }
  return polars().DataFrame(columns);
}

import type { TableName } from "../dataset/rows.ts";

/** A row as a comparison sees it: its cells by column. */
export type PlainRow = Readonly<Record<string, string | null>>;

/** The tables of a dataset, as a comparison sees them. */
export type PlainTables = Readonly<Record<TableName, readonly PlainRow[]>>;

/** The columns that say which row it is. */
export const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  claims: ["claim_id"],
  readings: ["claim_id", "reading"],
  sources: ["source_id"],
  measures: ["measure"],
  relations: ["from", "relation", "to"],
  hedges: ["hedge"],
  splits: ["whole", "dimension", "part"],
  balances: ["level", "flow", "direction"],
};

/** The columns that hold the id of a row of a table. */
const REFERENCES: Readonly<
  Record<TableName, Readonly<Record<string, TableName>>>
> = {
  claims: {
    measure: "measures",
    of_measure: "measures",
    source_id: "sources",
    hedge: "hedges",
  },
  readings: {
    claim_id: "claims",
    measure: "measures",
    of_measure: "measures",
    hedge: "hedges",
  },
  sources: {},
  measures: { part_of: "measures", same_as: "measures" },
  relations: { from: "claims", to: "claims" },
  hedges: {},
  splits: { whole: "measures", part: "measures" },
  balances: { level: "measures", flow: "measures" },
};

/** New ids by old ones, table by table. */
export type Renames = Readonly<
  Record<TableName, ReadonlyMap<string, string>>
>;

const NONE: ReadonlyMap<string, string> = new Map();

/** No id changed. */
export const NO_RENAMES: Renames = {
  claims: NONE,
  readings: NONE,
  sources: NONE,
  measures: NONE,
  relations: NONE,
  hedges: NONE,
  splits: NONE,
  balances: NONE,
};

/** A row of the old tables with the ids it refers to as they are now. */
export function translate(
  table: TableName,
  row: PlainRow,
  renames: Renames,
): PlainRow {
  const changed = Object.entries(REFERENCES[table]).flatMap(
    ([column, to]): [string, string][] => {
      const id = renames[to].get(row[column] ?? "");
      return id === undefined ? [] : [[column, id]];
    },
  );
  return changed.length === 0
    ? row
    : { ...row, ...Object.fromEntries(changed) };
}

/** All but the id of a row, to compare by; nothing where all is empty. */
function contentOf(row: PlainRow, id: string): string | undefined {
  const cells = Object.entries(row).filter(([column, cell]) =>
    column !== id && cell !== null
  );
  if (cells.length === 0) return undefined;
  return JSON.stringify(cells.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

function renamedIn(
  table: TableName,
  old: readonly PlainRow[],
  now: readonly PlainRow[],
  renames: Renames,
): Map<string, string> {
  const id = KEYS[table][0]!;
  const ids = (rows: readonly PlainRow[]) =>
    new Set(rows.map((row) => row[id] ?? ""));
  const [before, after] = [ids(old), ids(now)];
  const arrived = Map.groupBy(
    now.filter((row) => !before.has(row[id] ?? "")),
    (row) => contentOf(row, id),
  );
  const found = new Map<string, string>();
  for (const row of old) {
    if (after.has(row[id] ?? "")) continue;
    const content = contentOf(translate(table, row, renames), id);
    const next = content && arrived.get(content)?.shift();
    if (next) found.set(row[id] ?? "", next[id] ?? "");
  }
  return found;
}

/**
 * Finds the rows whose id changed and nothing else: measures, hedges and sources
 * first, so that a claim which names one of them by its new id is the same.
 * Where several rows are alike they are paired in file order.
 */
export function findRenames(old: PlainTables, now: PlainTables): Renames {
  const renames = { ...NO_RENAMES };
  // A part may be seen to be the same only once its whole is.
  for (let size = -1; renames.measures.size > size;) {
    size = renames.measures.size;
    renames.measures = renamedIn(
      "measures",
      old.measures,
      now.measures,
      renames,
    );
  }
  for (const table of ["hedges", "sources", "claims"] as const) {
    renames[table] = renamedIn(table, old[table], now[table], renames);
  }
  return renames;
}

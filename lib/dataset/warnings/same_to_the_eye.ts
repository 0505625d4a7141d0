import type { TableName } from "../rows.ts";
import type { Rule } from "./rule.ts";

/** A column of ids. */
interface IdColumn {
  readonly table: TableName;
  readonly column: string;
  /** Ids stand in claims alone where there is no table of them. */
  readonly unless?: TableName;
  /** A column whose cell the id is an id within. */
  readonly within?: string;
  /** Columns of one kind of id share them. */
  readonly kind: string;
}

const COLUMNS: readonly IdColumn[] = [
  { table: "claims", column: "claim_id", kind: "claim" },
  { table: "sources", column: "source_id", kind: "source" },
  { table: "measures", column: "measure", kind: "measure" },
  { table: "hedges", column: "hedge", kind: "hedge" },
  {
    table: "readings",
    column: "reading",
    within: "claim_id",
    kind: "reading",
  },
  {
    table: "claims",
    column: "source_id",
    unless: "sources",
    kind: "source",
  },
  { table: "claims", column: "measure", unless: "measures", kind: "measure" },
  {
    table: "claims",
    column: "of_measure",
    unless: "measures",
    kind: "measure",
  },
];

/** An id without what Unicode writes in several ways or does not show. */
function seen(id: string): string {
  return id.normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replace(/\p{Zs}/gu, " ");
}

/** An id that shows what it is made of. */
function shown(id: string): string {
  const letters = id.replace(
    /[^\x20-\x7e]/gu,
    (letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`,
  );
  return `'${letters}'`;
}

/**
 * Two ids that a reader cannot tell apart: composed and decomposed letters, or
 * a space of no width. Said once for each, where it stands first.
 */
export const sameToTheEye: Rule = (tables, warn) => {
  const first = new Map<string, { id: string; line: number }>();
  const told = new Set<string>();
  for (const { table, column, unless, within, kind } of COLUMNS) {
    if (unless && tables[unless]) continue;
    tables[table]?.rows.forEach((row, i) => {
      const cells = row as Readonly<Record<string, string | null>>;
      const id = cells[column];
      if (!id) return;
      const scope = within ? cells[within] ?? "" : "";
      const key = `${kind}\0${scope}\0${seen(id)}`;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, { id, line: tables[table]!.lineOf(i) });
      } else if (before.id !== id && !told.has(`${key}\0${id}`)) {
        told.add(`${key}\0${id}`);
        warn(
          table,
          i,
          column,
          `${shown(id)} looks like ${shown(before.id)} (line ${before.line}) ` +
            "and is another id: write both the same way, or call one otherwise",
        );
      }
    });
  }
};

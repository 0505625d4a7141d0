import { nearest } from "../../quantity/nearest.ts";
import { InputError } from "../../quantity/input_error.ts";
import { CLAIM_COLUMNS, DRAFT_COLUMNS, SOURCE_COLUMNS } from "./columns.ts";
import {
  appended,
  newTable,
  rewritten,
  type Row,
  type TextTable,
} from "./text_table.ts";
import { isTaken, lacks, ofItself } from "./draft_claim.ts";

/** A file of a folder and its new text. */
export interface Change {
  readonly name: string;
  readonly before: string;
  readonly text: string;
}

/** The tables that drafts move between. */
export interface Tables {
  readonly drafts: TextTable;
  readonly claims: TextTable | undefined;
  readonly sources: TextTable | undefined;
  /** Whether the dataset's cells are guarded against spreadsheets. */
  readonly guarded: boolean;
}

/** What moving drafts changes. */
export interface Moved {
  readonly changes: readonly Change[];
  /** How many were claims before: their drafts alone are taken away. */
  readonly before: number;
  readonly left: number;
  /** Rows as they become claims. */
  readonly claims: readonly Row[];
  /** Rows of sources that had none. */
  readonly sources: readonly Row[];
}

/** The drafts that are named, each once. */
function named(
  { drafts, claims }: Tables,
  ids: readonly string[],
): Row[] {
  const known = Map.groupBy(drafts.rows, ({ claim_id }) => claim_id ?? "");
  return [...new Set(ids)].map((id) => {
    const [row, ...others] = known.get(id) ?? [];
    if (row && others.length === 0) return row;
    if (row) {
      throw new InputError(
        `'${id}' stands ${others.length + 1} times in drafts.csv; give each ` +
          "a claim_id of its own",
      );
    }
    if (claims?.rows.some(({ claim_id }) => claim_id === id)) {
      throw new InputError(
        `'${id}' is a claim in claims.csv already, and no draft any more`,
      );
    }
    const near = nearest(id, [...known.keys()]);
    throw new InputError(
      `'${id}' is no draft in drafts.csv` +
        (near ? `; did you mean '${near}'?` : ""),
    );
  });
}

/** The row of a source, for drafts whose source has none. */
function sourceRow(draft: Row): Row {
  return Object.fromEntries(
    ["source_id", "publisher", "published", "language", "text_file"].map((
      name,
    ) => [name, draft[name] ?? ""]),
  );
}

/** A table with rows at its end, and with the columns that they need. */
function withRows(
  table: TextTable,
  columns: readonly string[],
  rows: readonly Row[],
): string {
  // A column that the table lacks is added at its end.
  const lost = columns.filter((name) =>
    !table.columns.includes(name) && rows.some((row) => row[name])
  );
  return lost.length === 0
    ? appended(table, rows)
    : rewritten(table, [...table.columns, ...lost], [...table.rows, ...rows]);
}

/** The sources of drafts that have no row yet. */
function freshSources(drafts: readonly Row[], table: TextTable): Row[] {
  const known = new Set(table.rows.map(({ source_id }) => source_id));
  return drafts.flatMap((row) => {
    if (!row.source_id || known.has(row.source_id)) return [];
    known.add(row.source_id);
    return [sourceRow(row)];
  });
}

/**
 * Moves drafts into the claims, and their sources into the sources. Changes are
 * in the order in which they are to be made: ended after any of them, nothing
 * is lost, and the same call again does the rest.
 *
 * @param measure The measure of those that have none; all of them where given.
 * @throws {InputError} When a draft is not there or cannot be a claim yet.
 */
export function moveDrafts(
  tables: Tables,
  ids: readonly string[],
  measure: string | undefined,
): Moved {
  const { drafts, guarded } = tables;
  const claims = tables.claims ?? newTable(CLAIM_COLUMNS, guarded);
  const sources = tables.sources ?? newTable(SOURCE_COLUMNS, guarded);
  const chosen = named(tables, ids).map((row) =>
    ofItself(measure === undefined ? row : { ...row, measure })
  );
  const byId = new Map(claims.rows.map((row) => [row.claim_id, row]));
  const fresh = chosen.filter((row) => !isTaken(row, byId.get(row.claim_id)));
  const wrong = fresh.flatMap((row) => {
    const what = lacks(row);
    return what ? [`${row.claim_id} lacks ${what}`] : [];
  });
  if (wrong.length > 0) throw new InputError(wrong.join("\n"));
  const other = fresh.find(({ claim_id }) => byId.has(claim_id));
  if (other) {
    throw new InputError(
      `${other.claim_id} is the id of another claim already; give the draft ` +
        "another claim_id in drafts.csv",
    );
  }
  const moved = new Set(chosen.map(({ claim_id }) => claim_id));
  const left = drafts.rows.filter(({ claim_id }) => !moved.has(claim_id));
  // What somebody added to the drafts goes on with them.
  const own = drafts.columns.filter((name) => !DRAFT_COLUMNS.includes(name));
  const columns = [...new Set([...CLAIM_COLUMNS, ...own])];
  const added = freshSources(fresh, sources);
  const change = (name: string, table: TextTable, text: string) =>
    text === table.text ? [] : [{ name, before: table.text, text }];
  return {
    // A source without claims is no fault; a claim without its source is one.
    changes: [
      ...change(
        "sources.csv",
        sources,
        added.length > 0
          ? withRows(sources, SOURCE_COLUMNS, added)
          : sources.text,
      ),
      ...change(
        "claims.csv",
        claims,
        fresh.length > 0 ? withRows(claims, columns, fresh) : claims.text,
      ),
      ...change("drafts.csv", drafts, rewritten(drafts, drafts.columns, left)),
    ],
    before: chosen.length - fresh.length,
    left: left.length,
    claims: fresh,
    sources: added,
  };
}

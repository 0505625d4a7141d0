import { nearest } from "../../quantity/nearest.ts";
import { InputError } from "../../quantity/input_error.ts";
import { CLAIM_COLUMNS, SOURCE_COLUMNS } from "../read/columns.ts";
import { appended, type TextTable } from "../read/table_text.ts";

type Row = Readonly<Record<string, string>>;

/** A file of a folder and its new text. */
export interface Change {
  readonly name: string;
  readonly text: string;
}

/** The tables that drafts move between. */
export interface Tables {
  readonly drafts: TextTable;
  readonly claims: TextTable | undefined;
  readonly claimsText: string;
  readonly sources: TextTable | undefined;
  readonly sourcesText: string;
}

/** Kinds that need another count, and which. */
const COMPARES: ReadonlySet<string> = new Set(["ratio", "share"]);

/** Names in a sentence: "start, end and of_measure". */
const words = (names: readonly string[]): string =>
  names.join(", ").replace(/, ([^,]*)$/, " and $1");

/** What a draft lacks to be a claim, in words; nothing when it lacks none. */
function lacks(row: Row): string | null {
  if (!row.measure) {
    return "a measure: give --measure M, or write it in drafts.csv";
  }
  if (row.kind === "none") return null;
  const missing: string[] = [];
  if (!row.start) missing.push("start");
  if (!row.end && row.kind !== "level") missing.push("end");
  if (COMPARES.has(row.kind ?? "") && !row.of_measure) {
    missing.push("of_measure");
  }
  // A difference from its own period would be none.
  if (row.kind === "difference" && !row.of_measure && !row.of_start) {
    missing.push("of_start", "of_end");
  }
  if (missing.length === 0) return null;
  return `${words(missing)}, which its text does not settle: write ` +
    `${
      missing.length > 1 ? "them" : "it"
    } in drafts.csv, or make its kind none`;
}

/** "Twice as many as in April": a ratio to another period is of one measure. */
function ofItself(row: Row): Row {
  const ownPeriod = row.of_start === row.start && row.of_end === row.end;
  return row.kind === "ratio" && !row.of_measure && row.measure &&
      row.of_start && row.of_end && !ownPeriod
    ? { ...row, of_measure: row.measure }
    : row;
}

/** The drafts that are named, each once. */
function named(drafts: TextTable, ids: readonly string[]): Row[] {
  const known = new Map(drafts.rows.map((row) => [row.claim_id ?? "", row]));
  return [...new Set(ids)].map((id) => {
    const row = known.get(id);
    if (row) return row;
    const near = nearest(id, [...known.keys()]);
    throw new InputError(
      `'${id}' is no draft in drafts.csv` +
        (near ? `; did you mean '${near}'?` : ""),
    );
  });
}

/** The row of a source, for drafts whose source has none. */
function sourceRow(draft: Row): Row {
  return {
    source_id: draft.source_id ?? "",
    publisher: draft.publisher ?? "",
    published: draft.published ?? "",
    language: draft.language ?? "",
  };
}

function withColumns(
  text: string,
  table: TextTable | undefined,
  columns: readonly string[],
  rows: readonly Row[],
): string {
  if (!table || table.columns.length === 0) {
    return appended(`${columns.join(",")}\n`, columns, rows);
  }
  const lost = columns.filter((name) =>
    !table.columns.includes(name) && rows.some((row) => row[name])
  );
  if (lost.length === 0) return appended(text, table.columns, rows);
  // A column that the table lacks is added at its end.
  const all = [...table.columns, ...lost];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return appended(all.join(",") + end, all, [...table.rows, ...rows]);
}

/**
 * Moves drafts into the claims, and their sources into the sources.
 *
 * @param measure The measure of those that have none; all of them where given.
 * @throws {InputError} When a draft is not there or cannot be a claim yet.
 */
export function moveDrafts(
  tables: Tables,
  ids: readonly string[],
  measure: string | undefined,
): Change[] {
  const chosen = named(tables.drafts, ids).map((row) =>
    ofItself(measure === undefined ? row : { ...row, measure })
  );
  const wrong = chosen.flatMap((row) => {
    const what = lacks(row);
    return what ? [`${row.claim_id} lacks ${what}`] : [];
  });
  if (wrong.length > 0) throw new InputError(wrong.join("\n"));
  const taken = new Set(tables.claims?.rows.map(({ claim_id }) => claim_id));
  for (const { claim_id } of chosen) {
    if (taken.has(claim_id ?? "")) {
      throw new InputError(
        `${claim_id} is a claim already; give the draft another claim_id in ` +
          "drafts.csv",
      );
    }
  }
  const sources = new Set(
    tables.sources?.rows.map(({ source_id }) => source_id),
  );
  const fresh: Row[] = [];
  for (const row of chosen) {
    if (!row.source_id || sources.has(row.source_id)) continue;
    sources.add(row.source_id);
    fresh.push(sourceRow(row));
  }
  const moved = new Set(chosen.map(({ claim_id }) => claim_id));
  const left = tables.drafts.rows.filter(({ claim_id }) =>
    !moved.has(claim_id)
  );
  return [
    {
      name: "claims.csv",
      text: withColumns(
        tables.claimsText,
        tables.claims,
        CLAIM_COLUMNS,
        chosen,
      ),
    },
    ...(fresh.length > 0
      ? [{
        name: "sources.csv",
        text: withColumns(
          tables.sourcesText,
          tables.sources,
          SOURCE_COLUMNS,
          fresh,
        ),
      }]
      : []),
    {
      name: "drafts.csv",
      text: appended(
        `${tables.drafts.columns.join(",")}\n`,
        tables.drafts.columns,
        left,
      ),
    },
  ];
}

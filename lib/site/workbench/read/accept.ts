import { DRAFT_COLUMNS } from "../../../reading/rows/columns.ts";
import { draftRow, withIds } from "../../../reading/rows/draft_rows.ts";
import { moveDrafts } from "../../../reading/rows/move_drafts.ts";
import { slug } from "../../../reading/rows/slug.ts";
import { newSourceId } from "../../../reading/rows/source_id.ts";
import type { Row, TextTable } from "../../../reading/rows/text_table.ts";
import type { Change, Workbench } from "../state.ts";
import { type Cells, cellsOf, columnOf, type Table } from "../tables.ts";
import type { Mark } from "./marks.ts";
import type { TextAbout } from "./read_input.ts";

/** The source that the claims of a text are filed under. */
export interface TextSource extends TextAbout {
  /** Its id: of the dataset, or one that is free. */
  readonly id: string;
  readonly language: string;
  /** The name of the file that was dropped, or empty. */
  readonly file: string;
}

/** A measure that a claim brings along. */
export interface NewMeasure {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly counts: "" | "flow" | "level";
}

/** What is accepted: the cells of a claim, and what they need. */
export interface Accepted {
  readonly mark: Mark;
  /** The cells that a person has mended, over those of the draft. */
  readonly cells: Cells;
  readonly source: TextSource;
  /** The measure of the claim, where the dataset has none of its name. */
  readonly measure: NewMeasure | null;
  /** The text, which is kept beside the claims. */
  readonly text: string;
}

/**
 * The id of the source that a text is: a source of the dataset that says so
 * itself, by its address or its file, else one that is free, of the file's
 * name or of who published it and when.
 *
 * @example
 * ```ts
 * import { sourceOf } from "./accept.ts";
 * import { emptyWorkbench } from "../state.ts";
 * import assert from "node:assert/strict";
 *
 * const about = { publisher: "The Gazette", published: "2031-06-04" };
 * const text = { ...about, title: "", url: "", language: "en", file: "" };
 * assert.equal(sourceOf(emptyWorkbench(), text), "the-gazette-2031-06-04");
 * ```
 */
export function sourceOf(
  { tables }: Workbench,
  text: Omit<TextSource, "id">,
): string {
  const rows = cellsOf(tables.sources);
  const known = rows.find((row) =>
    (row.published ?? "") === text.published &&
    (text.url !== "" && row.url === text.url ||
      text.file !== "" && row.text_file === text.file)
  );
  if (known?.source_id) return known.source_id;
  const taken = new Set([
    ...columnOf(tables.sources, "source_id"),
    ...columnOf(tables.claims, "source_id"),
  ]);
  if (text.file === "") {
    const stem = slug(`${text.publisher} ${text.published}`);
    if (stem !== "" && !taken.has(stem)) return stem;
    if (stem !== "") return newSourceId({ name: stem, folder: "" }, has(taken));
  }
  return newSourceId(
    text.file === "" ? null : { name: text.file, folder: "" },
    has(taken),
  );
}

const has = (ids: ReadonlySet<string>) => (id: string) => ids.has(id);

/** The row of a draft, as `deno task read` writes it. */
export function draftCells(mark: Mark, source: TextSource): Row {
  return draftRow(mark.draft, {
    sourceId: source.id,
    publisher: source.publisher,
    published: source.published,
    language: source.language,
    textFile: source.file,
  });
}

const textTable = ({ columns, rows }: Table): TextTable => ({
  columns,
  rows: cellsOf({ columns, rows }),
  text: "",
  guarded: false,
});

/** What of the cells of a row belongs to a claim and not to its draft alone. */
const claimOnly = (row: Row): Cells =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !DRAFT_COLUMNS.includes(name)),
  );

/**
 * The rows that a table needs once it has any: of what claims name, and no table
 * has had to say more of so far.
 */
function namedOnly(
  { tables }: Workbench,
  table: "measures" | "sources",
  id: "measure" | "source_id",
  added: number,
): Change[] {
  if (added === 0 || tables[table].rows.length > 0) return [];
  const of = id === "measure" ? columnOf(tables.claims, "of_measure") : [];
  const named = new Set([...columnOf(tables.claims, id), ...of]);
  named.delete("");
  return [{
    type: "add",
    table,
    rows: [...named].map((one) => ({ [id]: one })),
  }];
}

/** A change that accepts a claim, and the claim's id. */
export interface Acceptance {
  readonly change: Change;
  readonly claim: string;
}

/**
 * The change that takes a draft into the claims, with the row of its source and
 * of its measure where there is none: the rows that `deno task accept` writes.
 *
 * @throws {InputError} When the claim lacks what every claim must have.
 *
 * @example
 * ```ts
 * import { acceptDraft } from "./accept.ts";
 * import { marksOf } from "./marks.ts";
 * import { applyChange, emptyWorkbench } from "../state.ts";
 * import { readText } from "../../../reading/read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "Nearly 3,000 homes were flooded in May 2031.";
 * const [mark] = marksOf(text, readText(text));
 * const bench = emptyWorkbench();
 * const { change, claim } = acceptDraft(bench, {
 *   mark: mark!,
 *   cells: { measure: "homes" },
 *   source: {
 *     ...{ id: "a", publisher: "", title: "", published: "", url: "" },
 *     ...{ language: "en", file: "" },
 *   },
 *   measure: null,
 *   text,
 * });
 * const { tables } = applyChange(bench, change);
 * assert.equal(claim, "a-p1-3000-homes");
 * assert.equal(tables.claims.rows.length, 1);
 * assert.equal(tables.sources.rows.length, 1);
 * ```
 */
export function acceptDraft(bench: Workbench, accepted: Accepted): Acceptance {
  const { mark, cells, source, measure } = accepted;
  const { claims, sources } = bench.tables;
  const taken = new Set(columnOf(claims, "claim_id"));
  const draft = { ...draftCells(mark, source), ...cells };
  const [row] = withIds([{ draft: mark.draft, row: draft }], taken);
  const moved = moveDrafts(
    {
      drafts: {
        columns: Object.keys(row!),
        rows: [row!],
        text: "",
        guarded: false,
      },
      claims: textTable(claims),
      sources: textTable(sources),
      guarded: false,
    },
    [row!.claim_id!],
    undefined,
  );
  const { title, url } = source;
  const changes: Change[] = [
    ...namedOnly(bench, "sources", "source_id", moved.sources.length),
    ...moved.sources.map((row): Change => ({
      type: "add",
      table: "sources",
      rows: [{
        ...row,
        ...(title === "" ? {} : { title }),
        ...(url === "" ? {} : { url }),
      }],
    })),
    ...namedOnly(bench, "measures", "measure", measure === null ? 0 : 1),
    ...(measure === null
      ? []
      : [{ type: "add", table: "measures", rows: [{ ...measure }] } as const]),
    {
      type: "add",
      table: "claims",
      rows: moved.claims.map((row) => claimOnly(row)),
    },
  ];
  const name = source.file || `${source.id}.txt`;
  if (bench.texts[name] !== accepted.text) {
    changes.push({
      type: "replace",
      texts: { ...bench.texts, [name]: accepted.text },
    });
  }
  return { change: { type: "all", changes }, claim: row!.claim_id! };
}

/** The claims of the dataset that marks of a text became, by the mark's key. */
export function takenMarks(
  { tables }: Workbench,
  marks: readonly Mark[],
  source: string,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const row of cellsOf(tables.claims)) {
    if (row.source_id !== source) continue;
    places.set(`${row.locator}\n${row.wording}`, row.claim_id ?? "");
  }
  return new Map(
    marks.flatMap(({ key, locator, draft }) => {
      const claim = places.get(`${locator}\n${draft.wording}`);
      return claim === undefined ? [] : [[key, claim] as const];
    }),
  );
}

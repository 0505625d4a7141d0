import { basename, dirname, join, relative, resolve } from "node:path";
import { InputError } from "../../quantity/input_error.ts";
import { isGuarded } from "../../dataset/guarded.ts";
import { CLAIM_COLUMNS, DRAFT_COLUMNS } from "../../reading/rows/columns.ts";
import {
  draftRow,
  type DraftSource,
  matchDrafts,
  withDates,
  withIds,
} from "../../reading/rows/draft_rows.ts";
import { knownSources, sourcesOf } from "./known_source.ts";
import type { ReadFile } from "./read_file.ts";
import { replaceFiles } from "./replace_files.ts";
import { newSourceId, type TextFile } from "../../reading/rows/source_id.ts";
import {
  newTable,
  rewritten,
  type Row,
  type TextTable,
} from "../../reading/rows/text_table.ts";
import { readTable } from "./read_table.ts";

/** How drafts are added to a folder. */
export interface IntoOptions {
  readonly publisher: string;
}

/** What was added of a file. */
export interface Added {
  readonly file: string;
  readonly source: string;
  readonly added: number;
  /** The id of the first that was added. */
  readonly first: string | null;
  readonly known: number;
  /** How many that wait have got dates, now that it is known when it was published. */
  readonly settled: number;
}

/** The tables of a folder that drafts are added to. */
interface Folder {
  readonly path: string;
  readonly sources: readonly Row[];
  readonly claims: readonly Row[];
}

/** A file as it is seen from a folder; empty for standard input. */
function seenFrom(folder: string, file: string): string {
  if (file === "-") return "";
  return relative(folder, resolve(file)).replaceAll("\\", "/");
}

/** A file and its folder, by their names. */
const placeOf = (path: string): TextFile => ({
  name: basename(path),
  folder: basename(dirname(path)),
});

/** Which of the files that sources name are where they were. */
async function filesThere(
  folder: string,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const name of new Set(rows.map((row) => row.text_file ?? ""))) {
    if (name === "") continue;
    const found = await Deno.stat(resolve(folder, name)).catch(() => null);
    if (found?.isFile) there.add(name);
  }
  return there;
}

/** Adds the drafts of a file to the rows of those that wait. */
async function addFile(
  file: ReadFile,
  folder: Folder,
  rows: Row[],
  { publisher }: IntoOptions,
): Promise<Added> {
  const known = knownSources(folder.sources, folder.claims, rows);
  const source: DraftSource = {
    sourceId: "",
    published: file.published ?? "",
    language: file.language,
    publisher,
    textFile: seenFrom(folder.path, file.file),
  };
  const looked = {
    textFile: source.textFile,
    published: source.published,
    drafts: file.drafts.map((draft) => ({
      draft,
      row: draftRow(draft, source),
    })),
  };
  const there = await filesThere(folder.path, [...folder.sources, ...rows]);
  const same = sourcesOf(looked, known, there);
  const ids = new Set(known.map(({ id }) => id));
  const id = same[0] ??
    newSourceId(
      file.file === "-" ? null : placeOf(resolve(file.file)),
      (id) => ids.has(id),
    );
  const of = known.filter((one) => same.includes(one.id));
  const matched = matchDrafts(looked.drafts, of.flatMap(({ rows }) => rows));
  const places = new Map(rows.map((row, i) => [row, i]));
  let settled = 0;
  for (const drafted of matched) {
    const at = drafted.known ? places.get(drafted.known) : undefined;
    if (at === undefined) continue;
    const dated = withDates(rows[at]!, drafted);
    if (dated === rows[at]) continue;
    if (dated.start !== rows[at]!.start || dated.end !== rows[at]!.end) {
      settled++;
    }
    rows[at] = dated;
  }
  const fresh = matched.filter(({ known }) => known === null)
    .map(({ draft, row }) => ({ draft, row: { ...row, source_id: id } }));
  const taken = new Set(
    [...rows, ...folder.claims].map(({ claim_id }) => claim_id ?? ""),
  );
  const added = withIds(fresh, taken);
  rows.push(...added);
  return {
    file: file.file,
    source: id,
    added: added.length,
    first: added[0]?.claim_id ?? null,
    known: matched.length - fresh.length,
    settled,
  };
}

/** Makes a folder where there is none. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (error) {
    const why = error instanceof Deno.errors.AlreadyExists
      ? "it is a file; name a folder"
      : (error as Error).message;
    throw new InputError(`Cannot make ${folder}: ${why}`);
  }
}

/** A table with the columns that drafts have, those that it has first. */
function withColumns(table: TextTable): string[] {
  return [
    ...new Set([...table.columns, ...CLAIM_COLUMNS, ...DRAFT_COLUMNS]),
  ];
}

/**
 * Adds what was read to `drafts.csv` of a folder, which is made where there is
 * none: each draft once, and none that is a claim there. Files of one name in
 * two folders are two sources.
 *
 * @throws {InputError} When a table there cannot be read or written.
 */
export async function addInto(
  folder: string,
  files: readonly ReadFile[],
  options: IntoOptions,
): Promise<Added[]> {
  const guarded = await isGuarded(folder);
  const table = async (name: string, key: string) =>
    (await readTable(join(folder, name), guarded, key))?.rows ?? [];
  const tables: Folder = {
    path: folder,
    claims: await table("claims.csv", "claim_id"),
    sources: await table("sources.csv", "source_id"),
  };
  const path = join(folder, "drafts.csv");
  // A spreadsheet is where drafts are looked at.
  const before = await readTable(path, true, "claim_id") ??
    newTable([...CLAIM_COLUMNS, ...DRAFT_COLUMNS], true);
  const rows = [...before.rows];
  const added: Added[] = [];
  for (const file of files) {
    added.push(await addFile(file, tables, rows, options));
  }
  const changed = rows.length > before.rows.length ||
    rows.some((row, i) => row !== before.rows[i]);
  if (changed) {
    await makeFolder(folder);
    const text = rewritten(before, withColumns(before), rows);
    await replaceFiles([{ path, before: before.text, text }]);
  }
  return added;
}

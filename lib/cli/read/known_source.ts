import { basename } from "node:path";
import { type DraftedRow, matchDrafts } from "../../reading/rows/draft_rows.ts";
import { sourceId } from "../../reading/rows/source_id.ts";
import type { Row } from "../../reading/rows/text_table.ts";

/** A source that a folder has, and what it has of it. */
interface KnownSource {
  readonly id: string;
  readonly published: string;
  /** The file that it was read from, as seen from the folder. */
  readonly textFile: string;
  readonly rows: readonly Row[];
}

/** What was read, as it is looked for in a folder. */
export interface Looked {
  /** As seen from the folder; empty for standard input. */
  readonly textFile: string;
  readonly published: string;
  readonly drafts: readonly DraftedRow[];
}

/** The sources of a folder: those with a row, and those of drafts and claims. */
export function knownSources(
  sources: readonly Row[],
  claims: readonly Row[],
  drafts: readonly Row[],
): KnownSource[] {
  const found = new Map<string, KnownSource & { rows: Row[] }>();
  const at = (id: string, row: Row | null) => {
    const known = found.get(id);
    found.set(id, {
      id,
      published: known?.published || row?.published || "",
      textFile: known?.textFile || row?.text_file || "",
      rows: known?.rows ?? [],
    });
    return found.get(id)!.rows;
  };
  for (const row of sources) at(row.source_id ?? "", row);
  // A claim's columns of these names would be its own.
  for (const row of claims) at(row.source_id ?? "", null).push(row);
  for (const row of drafts) at(row.source_id ?? "", row).push(row);
  return [...found.values()];
}

/** Whether two days of publication may be one: one may be a month. */
const mayBeOne = (a: string, b: string): boolean =>
  a === "" || b === "" || a.startsWith(b) || b.startsWith(a);

/** Whether all drafts of a text are known of a source, and no others. */
function isSameText({ drafts }: Looked, { rows }: KnownSource): boolean {
  return drafts.length > 0 && rows.length > 0 &&
    matchDrafts(drafts, rows).every(({ known }) => known !== null);
}

/**
 * The sources of a folder that a text is, the likeliest first: of its file; of
 * a row that names its file without a folder; by an id that nothing speaks
 * against. A file that is not where it was and a text from standard input are
 * told by their claims.
 *
 * @param there Which files that sources name are where they were.
 */
export function sourcesOf(
  looked: Looked,
  known: readonly KnownSource[],
  there: ReadonlySet<string>,
): string[] {
  const { textFile, published } = looked;
  const [name, id] = textFile === ""
    ? ["", "text"]
    : [basename(textFile), sourceId(basename(textFile))];
  const rank = (source: KnownSource): number | null => {
    const { textFile: file } = source;
    const named = file !== "" &&
      (file === textFile || file === name && !there.has(file));
    // An update of a page is a source of its own, and the same text.
    if (named) return mayBeOne(source.published, published) ? 0 : 3;
    if (!mayBeOne(source.published, published)) return null;
    const moved = file !== "" && textFile !== "" && basename(file) === name &&
      !there.has(file);
    if (moved || file === "" && textFile === "") {
      return isSameText(looked, source) ? 1 : null;
    }
    return file === "" && source.id === id ? 2 : null;
  };
  return known.flatMap((source) => {
    const at = rank(source);
    return at === null ? [] : [{ id: source.id, at }];
  }).sort((a, b) => a.at - b.at).map(({ id }) => id);
}

import { basename, join } from "node:path";
import { InputError } from "../../quantity/input_error.ts";
import { addDrafts, draftRow } from "./draft_rows.ts";
import { type ReadFile, sourceId } from "./read_file.ts";
import { readTable, tableText, writeWhole } from "./table_text.ts";

/** How drafts are added to a folder. */
export interface IntoOptions {
  readonly publisher: string;
}

/** What was added of a file. */
export interface Added {
  readonly file: string;
  readonly source: string;
  readonly added: number;
  readonly known: number;
}

/**
 * The sources of a folder that a file is: by its id, or by the file that its
 * row names, and by the day of publication where one is given.
 */
function sourcesOf(
  rows: readonly Readonly<Record<string, string>>[],
  file: string,
  published: string,
): { id: string | undefined; all: string[] } {
  const [id, name] = [sourceId(file), basename(file)];
  const same = rows.filter((row) =>
    row.source_id === id || file !== "-" && row.text_file === name
  );
  const dated = same.filter((row) =>
    published !== "" && (row.published ?? "") !== "" &&
    (row.published!.startsWith(published) ||
      published.startsWith(row.published!))
  );
  return {
    id: (dated[0] ?? same[0])?.source_id,
    // An update of a page is a source of its own, and the same text.
    all: same.map((row) => row.source_id ?? ""),
  };
}

/**
 * Adds what was read to `drafts.csv` of a folder, which is made where there is
 * none.
 *
 * @throws {InputError} When a table there cannot be read or written.
 */
export async function addInto(
  folder: string,
  files: readonly ReadFile[],
  options: IntoOptions,
): Promise<Added[]> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (error) {
    throw new InputError(`Cannot make ${folder}: ${(error as Error).message}`);
  }
  const path = join(folder, "drafts.csv");
  const claims = (await readTable(join(folder, "claims.csv")))?.rows ?? [];
  const sources = (await readTable(join(folder, "sources.csv")))?.rows ?? [];
  let table = await readTable(path);
  const added: Added[] = [];
  for (const file of files) {
    const published = file.published ?? "";
    const known = sourcesOf(sources, file.file, published);
    const id = known.id ?? sourceId(file.file);
    const { language } = file;
    const source = { sourceId: id, published, language, ...options };
    const result = addDrafts(
      table,
      claims,
      file.drafts.map((draft) => ({ draft, row: draftRow(draft, source) })),
      new Set([id, ...known.all]),
    );
    table = result.table;
    added.push({
      file: file.file,
      source: id,
      added: result.added,
      known: result.known,
    });
  }
  if (table && added.some((one) => one.added > 0)) {
    await writeWhole(path, tableText(table));
  }
  return added;
}

import { basename, join } from "node:path";
import { writeWhole } from "../../../frames/write_whole.ts";
import { sha256 } from "../environment/digest.ts";
import { listNotebooks } from "../notebook/list.ts";

/** What the copies were made from: the digest of what is written, by name. */
type Made = Record<string, string>;

const RECORD = ".copied.json";

interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
  }[];
}

/** Tells what somebody wrote into a notebook from what running it leaves there. */
function writtenIn(notebook: string): string {
  try {
    const { cells } = JSON.parse(notebook) as Notebook;
    const written = cells.map(({ cell_type, source }) => [
      cell_type,
      typeof source === "string" ? source : source.join(""),
    ]);
    return sha256(JSON.stringify(written));
  } catch {
    // Half a file, or none of Jupyter's: somebody's own.
    return sha256(notebook);
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** The copies of notebooks, as far as they need a word. */
export interface Copies {
  /** Names of those that were made or made anew. */
  readonly fresh: readonly string[];
  /** Names of those that somebody has edited while the notebook itself changed. */
  readonly behind: readonly string[];
}

/**
 * Copies notebooks into a folder where they may be run and edited. A copy that
 * somebody has only run is made anew when the notebook has changed; one that
 * somebody has edited is never touched.
 *
 * @param from The folder of the notebooks.
 * @param to The folder of their copies; made where it is missing.
 */
export async function copyNotebooks(
  from: string,
  to: string,
): Promise<Copies> {
  await Deno.mkdir(to, { recursive: true });
  const record = join(to, RECORD);
  const made: Made = JSON.parse(await readIfThere(record) ?? "{}");
  const fresh: string[] = [];
  const behind: string[] = [];
  for (const path of await listNotebooks(from)) {
    const name = basename(path);
    const original = await Deno.readTextFile(path);
    const written = writtenIn(original);
    const copy = await readIfThere(join(to, name));
    if (copy !== undefined) {
      const own = writtenIn(copy);
      if (own === written || made[name] === written) continue;
      if (own !== made[name]) {
        behind.push(name);
        continue;
      }
    }
    await writeWhole(join(to, name), original);
    made[name] = written;
    fresh.push(name);
  }
  if (fresh.length > 0) {
    await writeWhole(record, JSON.stringify(made, null, 1) + "\n");
  }
  return { fresh, behind };
}

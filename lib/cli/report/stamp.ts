import { join } from "node:path";
import { sha256 } from "../jupyter/environment/digest.ts";
import { exists } from "../jupyter/environment/exists.ts";

// Hidden: it is no page.
const NAME = ".made-from.json";

/** What a finished report was made from, and what it holds. */
export interface Stamp {
  readonly inputs: string;
  /** Whose report it is: a hash that tells two datasets' folders apart. */
  readonly dataset?: string;
  /** The hash of each file, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Writes the stamp of the pages into their folder. */
export async function writeStamp(
  folder: string,
  { inputs, dataset }: Pick<Stamp, "inputs" | "dataset">,
  pages: ReadonlyMap<string, string>,
): Promise<void> {
  const files = Object.fromEntries(
    [...pages].map(([name, html]) => [name, sha256(html)]),
  );
  const stamp: Stamp = {
    inputs,
    ...(dataset === undefined ? {} : { dataset }),
    files,
  };
  await Deno.writeTextFile(
    join(folder, NAME),
    JSON.stringify(stamp, null, 1) + "\n",
  );
}

/** The stamp of a folder's report; none where there is none, or no sound one. */
export async function readStamp(folder: string): Promise<Stamp | undefined> {
  try {
    const stamp = JSON.parse(await Deno.readTextFile(join(folder, NAME)));
    return stamp && typeof stamp.files === "object" ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the folder holds a whole report made from these inputs. */
export async function isMadeFrom(
  folder: string,
  inputs: string,
): Promise<boolean> {
  try {
    const stamp = await readStamp(folder);
    if (stamp?.inputs !== inputs) return false;
    for (const [name, hash] of Object.entries(stamp.files)) {
      if (sha256(await Deno.readFile(join(folder, name))) !== hash) {
        return false;
      }
    }
    return true;
  } catch {
    // No report, or not a whole one.
    return false;
  }
}

/** Whether a folder holds a report, whatever it was made from. */
export async function isReport(folder: string): Promise<boolean> {
  return await exists(join(folder, NAME));
}

/**
 * What of a folder's entries is none of its report's: whatever its stamp does
 * not name. Nothing where there is no folder.
 */
export async function foreignEntries(folder: string): Promise<string[]> {
  const stamp = await readStamp(folder);
  // Without a sound stamp nothing is the report's.
  const named = new Set(stamp ? [NAME, ...Object.keys(stamp.files)] : []);
  const foreign: string[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (!isFile || !named.has(name)) foreign.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return foreign.sort();
}

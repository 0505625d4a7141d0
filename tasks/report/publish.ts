import { join } from "node:path";
import { exists, removeIfThere } from "../environment/exists.ts";

const PREFIX = "report-";
const OLD = "old";

/** A new folder to write a report in, away from the one that readers have open. */
export function makeWorkFolder(work: string): Promise<string> {
  return Deno.makeTempDir({ dir: work, prefix: PREFIX });
}

/**
 * Puts the finished pages in the place of the earlier ones: two renames, so
 * that no reader ever sees half a report.
 */
export async function publish(
  pages: string,
  out: string,
  workFolder: string,
): Promise<void> {
  const old = join(workFolder, OLD);
  if (await exists(out)) await Deno.rename(out, old);
  try {
    await Deno.rename(pages, out);
  } catch (error) {
    if (await exists(old)) await Deno.rename(old, out);
    throw error;
  }
}

/**
 * Clears what a run left behind that was killed, and puts the earlier report
 * back where it was killed between the two renames. Hold the lock.
 */
export async function recover(work: string, out: string): Promise<void> {
  for await (const entry of Deno.readDir(work)) {
    if (!entry.isDirectory || !entry.name.startsWith(PREFIX)) continue;
    const left = join(work, entry.name);
    const old = join(left, OLD);
    if (await exists(old) && !await exists(out)) await Deno.rename(old, out);
    await removeIfThere(left);
  }
}

import { join } from "node:path";
import { exists, removeIfThere } from "../jupyter/environment/exists.ts";
import { TaskFailure } from "../jupyter/environment/failure.ts";
import { diskOf } from "./place.ts";
import { foreignEntries } from "./stamp.ts";

const PREFIX = "report-";
const OLD = "old";

/** A new folder to write a report in, away from the one that readers have open. */
export function makeWorkFolder(work: string): Promise<string> {
  return Deno.makeTempDir({ dir: work, prefix: PREFIX });
}

/**
 * Says so before any work is done where the report could not be put in its
 * place at the end, because that lies on another disk.
 *
 * @throws {TaskFailure} When it does.
 */
export async function assertOneDisk(work: string, out: string): Promise<void> {
  if (await diskOf(work) === await diskOf(out)) return;
  throw new TaskFailure(
    `${out} and ${work} lie on two disks, and so no report can be put in the ` +
      "earlier one's place at one stroke. Put both on one disk. Then run this again.",
  );
}

/**
 * Puts the finished pages in the place of the earlier ones: two renames, so
 * that no reader ever sees half a report. What somebody else has put beside the
 * earlier pages stays there.
 *
 * @throws {TaskFailure} When such a file has the name of a new page.
 */
export async function publish(
  pages: string,
  out: string,
  workFolder: string,
): Promise<void> {
  const old = join(workFolder, OLD);
  for (const name of await foreignEntries(out)) {
    if (!await exists(join(pages, name))) continue;
    throw new TaskFailure(
      `${
        join(out, name)
      } is none of the earlier report's files, and a page of ` +
        "the new one has its name. Move it elsewhere. Then run this again.",
    );
  }
  if (await exists(out)) await Deno.rename(out, old);
  try {
    await Deno.rename(pages, out);
  } catch (error) {
    await putBack(workFolder, out);
    throw error;
  }
  await giveBack(workFolder, out);
}

/** Puts what was none of the earlier report's beside the new one's pages. */
async function giveBack(workFolder: string, out: string): Promise<void> {
  const old = join(workFolder, OLD);
  // Of a link nothing but the link was taken away.
  if (!await exists(old) || (await Deno.lstat(old)).isSymlink) return;
  for (const name of await foreignEntries(old)) {
    let to = join(out, name);
    for (let n = 2; await exists(to); n++) to = join(out, `${name}.${n}`);
    await Deno.rename(join(old, name), to);
  }
}

/** Puts the earlier report back where it was taken away and none came. */
async function putBack(workFolder: string, out: string): Promise<void> {
  const old = join(workFolder, OLD);
  if (!await exists(old) || await exists(out)) return;
  try {
    await Deno.rename(old, out);
  } catch (error) {
    throw new TaskFailure(
      `The earlier report could not be put back to ${out}. It is whole, in ` +
        `${old}, and the next run puts it back.\n${(error as Error).message}`,
    );
  }
}

/**
 * Removes the folder that a report was written in, unless the earlier report
 * still waits there. What cannot be removed now is by the next run.
 */
export async function clearWorkFolder(
  workFolder: string,
  out: string,
): Promise<void> {
  try {
    if (await exists(join(workFolder, OLD)) && !await exists(out)) return;
    await giveBack(workFolder, out);
    await removeIfThere(workFolder);
  } catch {
    // Why the report was not made matters more.
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
    await putBack(left, out);
    await giveBack(left, out);
    await removeIfThere(left);
  }
}

import { basename, dirname, join } from "node:path";
import { removeIfThere } from "../jupyter/environment/exists.ts";

/** A folder that is not to be written, and why. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** What stands in a folder, a few names; `undefined` where there is none. */
async function contents(folder: string): Promise<string[] | undefined> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) names.push(name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    if (error instanceof Deno.errors.NotADirectory) {
      throw new FolderError("is a file, or lies in one; name a new folder");
    }
    throw new FolderError(`cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return names.sort();
}

/**
 * Writes files into a folder that is new or empty, all of them or none: they
 * are written beside it, and take its place at once. Nothing that was there is
 * ever replaced.
 *
 * @throws {FolderError} When the folder is not empty or cannot be written.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const before = await contents(folder);
  if (before && before.length > 0) {
    const some = before.slice(0, 3).join(", ");
    throw new FolderError(
      `is not empty: it holds ${some}${before.length > 3 ? ", …" : ""}; ` +
        "name a new folder, nothing was written",
    );
  }
  // Through a link to an empty folder, not in place of the link.
  const target = before ? await Deno.realPath(folder) : folder;
  const aside = join(
    dirname(target),
    `.${basename(target)}.${crypto.randomUUID()}`,
  );
  try {
    await Deno.mkdir(aside, { recursive: true });
    for (const [name, text] of files) {
      await Deno.writeTextFile(join(aside, name), text, { createNew: true });
    }
    // Only an empty folder can be removed like this.
    if (before) await Deno.remove(target);
    await Deno.rename(aside, target);
  } catch (error) {
    throw new FolderError(
      `cannot be written: ${(error as Error).message}`,
      { cause: error },
    );
  } finally {
    await removeIfThere(aside).catch(() => {});
  }
}

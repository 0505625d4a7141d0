import { dirname, relative, sep } from "node:path";
import { LIMITS } from "./limits.ts";
import { UnreadableError } from "./problem.ts";

const MIB = 2 ** 20;

function refuse(path: string, what: string): never {
  throw new UnreadableError(`Cannot read ${path}: ${what}`);
}

/** A dataset may come from anybody: what it links to must be its own. */
async function refuseLinkOutside(path: string): Promise<void> {
  const [folder, target] = await Promise.all([
    Deno.realPath(dirname(path)),
    Deno.realPath(path),
  ]);
  const way = relative(folder, target);
  if (way === ".." || way.startsWith(`..${sep}`) || way === target) {
    refuse(
      path,
      "it is a link that leads out of its folder; put the file itself there",
    );
  }
}

/**
 * Opens a file of a dataset; nothing where there is none.
 *
 * @throws {UnreadableError} When it is not a regular file of the dataset's own
 * folder (a directory, a pipe or a device, a link that leads out), when it is
 * too large, or when it cannot be opened.
 */
export async function openOwnFile(
  path: string,
): Promise<Deno.FsFile | undefined> {
  let found = false;
  try {
    const { isSymlink } = await Deno.lstat(path);
    found = true;
    if (isSymlink) await refuseLinkOutside(path);
    // Looked at before it is opened: opening a pipe waits for its other end.
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) {
      refuse(path, "it is not a regular file");
    }
    if (size > LIMITS.bytes) {
      refuse(
        path,
        `it has ${Math.ceil(size / MIB)} MiB; a file of a dataset may have ${
          LIMITS.bytes / MIB
        } MiB at most, so split it`,
      );
    }
    return await Deno.open(path);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    // What is there and leads to nothing is no table left out on purpose.
    if (error instanceof Deno.errors.NotFound && !found) return undefined;
    throw new UnreadableError(
      `Cannot read ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/**
 * The text of a file of a dataset that is no table, such as its description;
 * nothing where there is none.
 *
 * @throws {UnreadableError} As {@linkcode openOwnFile}.
 */
export async function readOwnText(path: string): Promise<string | undefined> {
  const file = await openOwnFile(path);
  return file && await new Response(file.readable).text();
}

import { dirname, sep } from "node:path";

/**
 * Sees to it that a path is a file of its folder's own. To read a pipe or a
 * device might never end, and a link in somebody else's dataset could lead to
 * any file of the reader's.
 *
 * @throws {Deno.errors.NotFound} When there is nothing.
 * @throws {Error} When it is no file, or a link that leads out of the folder.
 *
 * @example
 * ```ts
 * import { assertOwnFile } from "./own_file.ts";
 * import assert from "node:assert/strict";
 * import { fileURLToPath } from "node:url";
 *
 * const data = fileURLToPath(new URL("../../data", import.meta.url));
 * await assertOwnFile(`${data}/claims.csv`);
 * await assert.rejects(assertOwnFile(data), /it is not a file/);
 * ```
 */
export async function assertOwnFile(path: string): Promise<void> {
  if ((await Deno.lstat(path)).isSymlink) {
    const folder = await Deno.realPath(dirname(path));
    const real = await Deno.realPath(path);
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
      throw new Error(
        "it is a link that leads out of the folder; put the file itself there",
      );
    }
  }
  if (!(await Deno.stat(path)).isFile) throw new Error("it is not a file");
}

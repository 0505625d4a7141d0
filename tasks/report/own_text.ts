import { join } from "node:path";
import { assertOwnFile } from "../../lib/dataset/own_file.ts";
import { UnreadableError } from "../../lib/dataset/problem.ts";

/**
 * The text of a file of a dataset's folder; nothing where there is none.
 *
 * @throws {UnreadableError} When it cannot be read, or is none of the folder's.
 */
export async function readOwnText(
  folder: string,
  name: string,
): Promise<string | undefined> {
  const path = join(folder, name);
  try {
    await assertOwnFile(path);
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new UnreadableError(
      `Cannot read ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

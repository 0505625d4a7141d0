import { join } from "node:path";
import { exists, removeIfThere } from "./exists.ts";

const PART = ".part";

/**
 * Writes a file that is whole at every moment: two tasks at once, a program
 * that reads it now, or a full disk never leave half of it.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${crypto.randomUUID()}${PART}`;
  try {
    await Deno.writeTextFile(part, text);
    await Deno.rename(part, path);
  } catch (error) {
    await removeIfThere(part).catch(() => {});
    throw error;
  }
}

/** Removes what was left in a folder when a run was killed while it wrote. */
export async function clearParts(folder: string): Promise<void> {
  if (!await exists(folder)) return;
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(PART)) await removeIfThere(join(folder, name));
  }
}

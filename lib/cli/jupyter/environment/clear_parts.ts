import { join } from "node:path";
import { PART } from "../../../frames/write_whole.ts";
import { exists, removeIfThere } from "./exists.ts";

/** Removes what was left in a folder when a run was killed while it wrote. */
export async function clearParts(folder: string): Promise<void> {
  if (!await exists(folder)) return;
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(PART)) await removeIfThere(join(folder, name));
  }
}

import { dirname } from "node:path";
import { writeWhole } from "../../../frames/write_whole.ts";

/** Writes a file, whole at every moment, when it says something else. */
export async function writeIfNew(path: string, text: string): Promise<void> {
  if (await Deno.readTextFile(path).catch(() => "") === text) return;
  await Deno.mkdir(dirname(path), { recursive: true });
  await writeWhole(path, text);
}

import { join } from "node:path";
import { readOwnText } from "./own_file.ts";
import { saysGuarded } from "./says_guarded.ts";

/** No description that this program writes is longer. */
const LONGEST = 2 ** 20;

/**
 * Whether a dataset's description says that its cells were guarded against
 * spreadsheets when it was saved, and so are to be read without their guards.
 */
export async function isGuarded(folder: string): Promise<boolean> {
  try {
    const path = join(folder, "datapackage.json");
    if ((await Deno.stat(path)).size > LONGEST) return false;
    return saysGuarded(await readOwnText(path) ?? "");
  } catch {
    // Whether it is there and sound is asked where it is shown.
    return false;
  }
}

import { join } from "node:path";
import { readOwnText } from "./own_file.ts";

/** The name under which a description tells what this program does not show. */
export const OWN_KEY = "tallystick";

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
    const text = await readOwnText(path) ?? "";
    return text.includes(OWN_KEY) &&
      JSON.parse(text)?.[OWN_KEY]?.guarded === true;
  } catch {
    // Whether it is there and sound is asked where it is shown.
    return false;
  }
}

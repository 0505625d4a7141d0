import { ROOT } from "../jupyter/environment/paths.ts";
import { variable } from "./variable.ts";
import { resolve } from "node:path";

/**
 * Goes to the folder that the caller is in, so that paths are those that the
 * caller sees: `deno task` runs in the project's folder, and names the caller's
 * in `INIT_CWD`. Elsewhere that variable may be left over from some other
 * program, and says nothing.
 *
 * @returns What the caller typed before the verb.
 */
export function enterCallersFolder(): string {
  const folder = variable("INIT_CWD");
  if (!folder || resolve(Deno.cwd()) !== resolve(ROOT)) {
    return "tallystick";
  }
  Deno.chdir(folder);
  return "deno task";
}

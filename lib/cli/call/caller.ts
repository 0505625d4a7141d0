import { ROOT } from "../jupyter/environment/paths.ts";
import { resolve } from "node:path";

/** A variable of the environment, where this process may look at it. */
export function variable(name: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable: name });
  return state === "granted" ? Deno.env.get(name) || undefined : undefined;
}

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
  if (folder === undefined || resolve(Deno.cwd()) !== resolve(ROOT)) {
    return "tallystick";
  }
  Deno.chdir(folder);
  return "deno task";
}

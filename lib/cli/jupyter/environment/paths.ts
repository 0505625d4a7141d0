import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { variable } from "../../call/variable.ts";
import { TaskFailure } from "./failure.ts";

/** The folder of the project: a clone of it, or the packed library. */
export const ROOT: string = fileURLToPath(
  new URL("../../../../", import.meta.url),
);

/** Whether the project's folder is a clone of it, with tasks and notebooks. */
export function isClone(): boolean {
  try {
    return Deno.statSync(join(ROOT, "deno.json")).isFile;
  } catch {
    return false;
  }
}

/** The folder for what programs of this user may throw away and make again. */
function userCache(): string {
  const home = variable("HOME");
  const at = Deno.build.os === "windows"
    ? variable("LOCALAPPDATA")
    : Deno.build.os === "darwin"
    ? home && join(home, "Library", "Caches")
    : [variable("XDG_CACHE_HOME")].find((path) => path && isAbsolute(path)) ??
      (home && join(home, ".cache"));
  if (at) return join(at, "tallystick");
  throw new TaskFailure(
    "There is no folder for the Jupyter environment: name one in " +
      `${
        Deno.build.os === "windows" ? "LOCALAPPDATA" : "XDG_CACHE_HOME"
      }, and let the program read that variable (--allow-env).`,
  );
}

/**
 * The folder that holds `.venv` and `.cache`: the project's in a clone, else one
 * of the user's, since a package may lie where nobody may write.
 *
 * @throws {TaskFailure} When the user has none.
 */
export function workshop(): string {
  return isClone() ? ROOT : userCache();
}

/** The Python of the environment in `root`. */
export function venvPython(root: string): string {
  return Deno.build.os === "windows"
    ? join(root, ".venv", "Scripts", "python.exe")
    : join(root, ".venv", "bin", "python");
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT: string = fileURLToPath(
  new URL("../../../../", import.meta.url),
);

/** The Python of the environment in `root`. */
export function venvPython(root: string): string {
  return Deno.build.os === "windows"
    ? join(root, ".venv", "Scripts", "python.exe")
    : join(root, ".venv", "bin", "python");
}

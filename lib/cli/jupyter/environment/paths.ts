import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exists } from "./exists.ts";

/** The folder of the project. */
export const ROOT: string = fileURLToPath(
  new URL("../../../../", import.meta.url),
);

/**
 * Whether the project's folder is a clone of it, with its tasks and notebooks,
 * or the packed library.
 */
export async function isClone(): Promise<boolean> {
  return await exists(join(ROOT, "deno.json"));
}

/** The Python of the environment in `root`. */
export function venvPython(root: string): string {
  return Deno.build.os === "windows"
    ? join(root, ".venv", "Scripts", "python.exe")
    : join(root, ".venv", "bin", "python");
}

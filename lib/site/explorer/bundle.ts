/// <reference lib="deno.unstable" />
import { fileURLToPath } from "node:url";
import { TaskFailure } from "../../cli/jupyter/environment/failure.ts";

/**
 * A module and all that it imports as one script for a browser: the same bytes
 * for the same sources.
 *
 * @param format `esm` for a script that is a module, `iife` for one that is not.
 *
 * @throws {TaskFailure} When it needs something that no browser has.
 */
export async function bundle(
  module: URL,
  format: "esm" | "iife",
): Promise<string> {
  const { success, errors, outputFiles } = await Deno.bundle({
    entrypoints: [fileURLToPath(module)],
    platform: "browser",
    format,
    minify: true,
    write: false,
    outputDir: ".",
    // Charts are drawn in the browser's own document.
    external: ["linkedom"],
  });
  const [file] = outputFiles ?? [];
  if (!success || !file) {
    const told = errors.map(({ text }) => text).join("\n");
    throw new TaskFailure(`The explorer could not be bundled:\n${told}`);
  }
  return file.text();
}

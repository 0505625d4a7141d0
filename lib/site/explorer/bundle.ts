import { fileURLToPath } from "node:url";

/**
 * A script of the explorer could not be bundled.
 *
 * @example
 * ```ts
 * import { BundleError } from "./bundle.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new BundleError("The explorer could not be bundled: no network");
 * assert.equal(error.name, "BundleError");
 * ```
 */
export class BundleError extends Error {
  /** What it is called. */
  override name = "BundleError";
}

// Deno's bundler, whose types are not among the stable ones.
const bundler = Deno as unknown as {
  bundle(options: {
    entrypoints: string[];
    platform: "browser";
    format: "esm" | "iife";
    minify: boolean;
    write: false;
    outputDir: string;
    external: string[];
  }): Promise<{
    success: boolean;
    errors: { text: string }[];
    outputFiles?: { text(): string }[];
  }>;
};

/**
 * A module and all that it imports as one script for a browser: the same bytes
 * for the same sources.
 *
 * @param format `esm` for a script that is a module, `iife` for one that is not.
 *
 * @throws {BundleError} When it needs something that no browser has.
 */
export async function bundle(
  module: URL,
  format: "esm" | "iife",
): Promise<string> {
  const { success, errors, outputFiles } = await bundler.bundle({
    entrypoints: [fileURLToPath(module)],
    platform: "browser",
    format,
    minify: true,
    write: false,
    outputDir: ".",
    // Charts are drawn in the browser's own document, and the page carries the
    // solver once, for every worker.
    external: ["linkedom", "*/solver_wasm.ts", "*/solver_wasm.js"],
  });
  const [file] = outputFiles ?? [];
  if (!success || !file) {
    const told = errors.map(({ text }) => text).join("\n");
    throw new BundleError(`The explorer could not be bundled:\n${told}`);
  }
  return file.text();
}

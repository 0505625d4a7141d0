/// <reference lib="deno.unstable" />
import { fileURLToPath } from "node:url";

/**
 * Has Deno fetch its bundler, which it else does when something is first
 * bundled: after set-up no network is needed.
 */
export async function ensureBundler(): Promise<void> {
  try {
    await Deno.bundle({
      entrypoints: [fileURLToPath(new URL("./digest.ts", import.meta.url))],
      outputDir: ".",
      write: false,
    });
  } catch {
    // The explorer's page, which needs it, says what is wrong.
  }
}

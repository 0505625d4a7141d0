import { bundle } from "../../../site/explorer/bundle.ts";

/**
 * Has Deno fetch its bundler, which it else does when something is first
 * bundled: after set-up no network is needed.
 */
export async function ensureBundler(): Promise<void> {
  try {
    // Any module will do.
    await bundle(new URL("./isolated.ts", import.meta.url), "esm");
  } catch {
    // The explorer's page, which needs it, says what is wrong.
  }
}

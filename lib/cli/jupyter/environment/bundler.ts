import { fileURLToPath } from "node:url";

/** What is asked of Deno's bundler, whose types are not among the stable ones. */
interface Bundler {
  bundle(options: {
    entrypoints: string[];
    outputDir: string;
    write: boolean;
  }): Promise<unknown>;
}

/**
 * Has Deno fetch its bundler, which it else does when something is first
 * bundled: after set-up no network is needed.
 */
export async function ensureBundler(): Promise<void> {
  try {
    await (Deno as unknown as Bundler).bundle({
      entrypoints: [fileURLToPath(new URL("./digest.ts", import.meta.url))],
      outputDir: ".",
      write: false,
    });
  } catch {
    // The explorer's page, which needs it, says what is wrong.
  }
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ISOLATED } from "./isolated.ts";
import { ROOT, venvPython } from "./paths.ts";
import { writeIfNew } from "./write_if_new.ts";

/**
 * Puts the Deno kernel into the environment's own kernels. `deno jupyter
 * --install` would write into the user's Jupyter, and name Deno alone: here it
 * runs behind a relay, so that no output gets lost.
 */
export async function writeKernelspec(root: string): Promise<void> {
  const spec = {
    argv: [
      venvPython(root),
      // Nor anything of the notebook's folder.
      ...ISOLATED,
      join(ROOT, "lib", "cli", "jupyter", "kernel", "relay.py"),
      // The Deno that runs this task, wherever npx has put it.
      Deno.execPath(),
      "{connection_file}",
      fileURLToPath(new URL("../kernel/help/print.ts", import.meta.url)),
    ],
    display_name: "Deno",
    language: "typescript",
    // Colour codes would stand in the outputs of committed notebooks.
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  };
  await writeIfNew(
    join(root, ".venv", "share", "jupyter", "kernels", "deno", "kernel.json"),
    JSON.stringify(spec, null, 1) + "\n",
  );
}

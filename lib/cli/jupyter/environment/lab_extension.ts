import { join } from "node:path";
import { ROOT } from "./paths.ts";
import { writeIfNew } from "./write_if_new.ts";

/**
 * Puts the extension that shows a workbench in its cell where the environment's
 * JupyterLab, and a Jupyter Notebook beside it, look for such.
 */
export async function writeLabExtension(root: string): Promise<void> {
  const from = join(ROOT, "lib", "cli", "jupyter", "lab", "extension");
  const to = join(
    ...[root, ".venv", "share", "jupyter", "labextensions", "tallystick"],
  );
  for (
    const [name, place] of [
      ["package.json", "package.json"],
      ["workbench.js", join("static", "workbench.js")],
    ] as const
  ) {
    await writeIfNew(
      join(to, place),
      await Deno.readTextFile(join(from, name)),
    );
  }
}

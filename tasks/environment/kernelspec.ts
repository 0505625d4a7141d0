import { join } from "node:path";

/**
 * Puts the Deno kernel into the environment's own kernels. `deno jupyter
 * --install` would write into the user's Jupyter.
 */
export async function writeKernelspec(root: string): Promise<void> {
  const folder = join(root, ".venv", "share", "jupyter", "kernels", "deno");
  const path = join(folder, "kernel.json");
  const spec = {
    // The Deno that runs this task, wherever npx has put it.
    argv: [
      Deno.execPath(),
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ],
    display_name: "Deno",
    language: "typescript",
    // Colour codes would stand in the outputs of committed notebooks.
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  };
  const text = JSON.stringify(spec, null, 1) + "\n";
  if (await Deno.readTextFile(path).catch(() => "") === text) return;
  await Deno.mkdir(folder, { recursive: true });
  // Two tasks at once, or a kernel that starts now, never see half a file.
  const part = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(part, text);
  await Deno.rename(part, path);
}

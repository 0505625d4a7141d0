/**
 * `deno task lab [OPTION…]`: opens JupyterLab on the notebooks with the Deno
 * kernel. Options go to JupyterLab, such as `--no-browser --port=9000`.
 *
 * @module
 */
import { join } from "node:path";
import { runTask } from "./jupyter/environment/failure.ts";
import { ISOLATED } from "./jupyter/environment/isolated.ts";
import { jupyterEnv } from "./jupyter/environment/jupyter_env.ts";
import { ROOT, venvPython } from "./jupyter/environment/paths.ts";
import { interruption } from "./jupyter/environment/signals.ts";

await runTask(async () => {
  const lab = new Deno.Command(venvPython(ROOT), {
    args: [...ISOLATED, "-m", "jupyterlab", ...Deno.args],
    // What else it is told is in the folder: an option given twice is an error.
    env: {
      ...jupyterEnv(ROOT),
      JUPYTER_CONFIG_PATH: join(ROOT, "lib", "cli", "jupyter", "lab"),
    },
  }).spawn();
  let ended = false;
  interruption().addEventListener("abort", () => {
    // JupyterLab ends its kernels, and then itself.
    if (!ended) lab.kill("SIGTERM");
  });
  const { code } = await lab.status;
  ended = true;
  return code;
});

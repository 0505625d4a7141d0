/**
 * `deno task lab [OPTION…]`: opens JupyterLab on the notebooks with the Deno
 * kernel. Options go to JupyterLab, such as `--no-browser --port 9000`.
 *
 * @module
 */
import { join } from "node:path";
import { runTask } from "./environment/failure.ts";
import { jupyterEnv } from "./environment/jupyter_env.ts";
import { ROOT, venvPython } from "./environment/paths.ts";

await runTask(async () => {
  // Ctrl-C reaches JupyterLab as well, which asks and then ends by itself.
  Deno.addSignalListener("SIGINT", () => {});
  const lab = new Deno.Command(venvPython(ROOT), {
    args: [
      ...["-m", "jupyterlab", `--notebook-dir=${join(ROOT, "notebooks")}`],
      // Nothing is fetched that the user did not ask for.
      "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
      "--LabApp.news_url=",
      "--LabApp.extension_manager=readonly",
      "--MultiKernelManager.default_kernel_name=deno",
      "--KernelSpecManager.allowed_kernelspecs=deno",
      ...Deno.args,
    ],
    env: jupyterEnv(ROOT),
  }).spawn();
  if (Deno.build.os !== "windows") {
    Deno.addSignalListener("SIGTERM", () => lab.kill("SIGTERM"));
  }
  return (await lab.status).code;
});

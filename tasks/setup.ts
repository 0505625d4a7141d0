/**
 * `deno task setup`: makes `.venv` with Jupyter and the Deno kernel, if it is
 * missing or half-made, and fetches the bundler. Other tasks call it first.
 *
 * @module
 */
import { ensureBundler } from "../lib/cli/jupyter/environment/bundler.ts";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { interruption } from "../lib/cli/jupyter/environment/signals.ts";
import { ensureEnvironment } from "../lib/cli/jupyter/environment/venv.ts";

await runTask(async () => {
  await ensureEnvironment(ROOT, interruption());
  await ensureBundler();
});

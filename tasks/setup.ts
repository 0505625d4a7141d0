/**
 * `deno task setup`: makes `.venv` with Jupyter and the Deno kernel, if it is
 * missing or half-made, and fetches the bundler. Other tasks call it first.
 *
 * @module
 */
import { ensureBundler } from "./environment/bundler.ts";
import { runTask } from "./environment/failure.ts";
import { ROOT } from "./environment/paths.ts";
import { interruption } from "./environment/signals.ts";
import { ensureEnvironment } from "./environment/venv.ts";

await runTask(async () => {
  await ensureEnvironment(ROOT, interruption());
  await ensureBundler();
});

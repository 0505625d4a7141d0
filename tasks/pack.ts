/**
 * `deno task pack`: packs the library for projects elsewhere, into `dist/`.
 *
 * @module
 */
import { join, relative } from "node:path";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { packLibrary } from "./pack/pack.ts";

await runTask(async () => {
  const path = await packLibrary(ROOT, join(ROOT, "dist"));
  console.log(`The package is ready: ${relative(ROOT, path)}`);
});

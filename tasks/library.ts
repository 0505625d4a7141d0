/**
 * `deno task library`: writes down what the library exports, for the page of the
 * report that tells of it. The report calls it first.
 *
 * @module
 */
import { join } from "node:path";
import { writeIfNew } from "../lib/cli/jupyter/environment/write_if_new.ts";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { withLock } from "../lib/cli/jupyter/environment/lock.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { interruption } from "../lib/cli/jupyter/environment/signals.ts";
import { documentLibrary } from "./library/document.ts";

await runTask(async () => {
  const cache = join(ROOT, ".cache");
  await withLock(
    join(cache, "library.lock"),
    () => console.error("Another task writes down the library; waiting."),
    async () => {
      const doc = await documentLibrary(ROOT, "--json");
      await writeIfNew(join(cache, "library.json"), doc);
    },
    interruption(),
  );
});

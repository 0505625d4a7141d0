/**
 * `deno task library`: writes down what the library exports, for the page of the
 * report that tells of it. The report calls it first.
 *
 * @module
 */
import { join } from "node:path";
import { writeIfNew } from "../lib/cli/jupyter/environment/write_if_new.ts";
import {
  runTask,
  TaskFailure,
} from "../lib/cli/jupyter/environment/failure.ts";
import { withLock } from "../lib/cli/jupyter/environment/lock.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { interruption } from "../lib/cli/jupyter/environment/signals.ts";

await runTask(async () => {
  const cache = join(ROOT, ".cache");
  await withLock(
    join(cache, "library.lock"),
    () => console.error("Another task writes down the library; waiting."),
    async () => {
      const { success, stdout, stderr } = await new Deno.Command(
        Deno.execPath(),
        { args: ["doc", "--json", "lib/mod.ts"], cwd: ROOT, stdin: "null" },
      ).output();
      const decoder = new TextDecoder();
      if (!success) {
        throw new TaskFailure(
          `deno doc cannot read lib/mod.ts:\n${decoder.decode(stderr)}`,
        );
      }
      await writeIfNew(join(cache, "library.json"), decoder.decode(stdout));
    },
    interruption(),
  );
});

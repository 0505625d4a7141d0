/**
 * `deno task solver`: writes the linear solver's WebAssembly into the library, as
 * text. To be run when deno.json names another version of it.
 *
 * @module
 */
import { join } from "node:path";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { writeIfNew } from "../lib/cli/jupyter/environment/write_if_new.ts";
import { SOLVER_FILE, solverModule } from "./solver/solver_module.ts";

await runTask(async () => {
  await writeIfNew(join(ROOT, SOLVER_FILE), await solverModule());
});

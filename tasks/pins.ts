/**
 * `deno task pins`: works `requirements.txt` out anew from what
 * `tasks/pins/requirements.in` asks for, each with the hashes of its files.
 *
 * @module
 */
import { join } from "node:path";
import { runTask } from "../lib/cli/jupyter/environment/failure.ts";
import { ISOLATED } from "../lib/cli/jupyter/environment/isolated.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import {
  findPython,
  OLDEST_PYTHON,
} from "../lib/cli/jupyter/environment/python.ts";

await runTask(async () => {
  const { call: [command, ...first] } = await findPython();
  await Deno.mkdir(join(ROOT, ".cache"), { recursive: true });
  const { code } = await new Deno.Command(command!, {
    args: [
      ...[...first, ...ISOLATED, join(ROOT, "tasks", "pins", "refresh.py")],
      ...[ROOT, `${OLDEST_PYTHON.join(".")}.0`],
    ],
    stdin: "null",
  }).spawn().status;
  return code;
});

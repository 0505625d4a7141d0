/**
 * `deno task pins`: works `requirements.txt` out anew from what
 * `tasks/pins/requirements.in` asks for, each with the hashes of its files.
 *
 * @module
 */
import { join } from "node:path";
import { runTask } from "./environment/failure.ts";
import { ISOLATED } from "./environment/isolated.ts";
import { ROOT } from "./environment/paths.ts";
import { findPython, OLDEST_PYTHON } from "./environment/python.ts";

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

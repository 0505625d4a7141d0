import { join } from "node:path";
import { ensureBundler } from "./bundler.ts";
import { exists } from "./exists.ts";
import { TaskFailure } from "./failure.ts";
import { isClone, ROOT, venvPython, workshop } from "./paths.ts";
import { ensureEnvironment } from "./venv.ts";

/** Whether this process may start a Python of the system. */
async function mayBuild(): Promise<boolean> {
  const asked = { name: "run", command: "python3" } as const;
  return (await Deno.permissions.query(asked)).state === "granted";
}

/**
 * Sees to it that Jupyter is there. A process that may start a Python makes its
 * environment where it is missing; a task of the clone may not, and has had it
 * made by the task `setup`.
 *
 * @throws {TaskFailure} When it is missing and cannot be made.
 */
export async function readyJupyter(signal?: AbortSignal): Promise<void> {
  const folder = workshop();
  if (await mayBuild()) {
    await ensureEnvironment(folder, signal, join(ROOT, "requirements.txt"));
    await ensureBundler();
    return;
  }
  if (await exists(venvPython(folder))) return;
  throw new TaskFailure(
    isClone()
      ? `Jupyter is not set up yet: run \`deno task setup\` in ${ROOT}`
      : "Jupyter is not set up yet, and this process may not start Python to " +
        "do so: allow it to (--allow-run, --allow-write, --allow-env)",
  );
}

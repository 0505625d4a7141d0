import { join } from "node:path";
import { ISOLATED } from "../../lib/cli/jupyter/environment/isolated.ts";
import { ROOT, venvPython } from "../../lib/cli/jupyter/environment/paths.ts";

/**
 * The most megabytes that what this process starts held at once while `work`
 * ran, seen twice a second; nothing where the system does not say. Another
 * program looks: Deno may not read what the system tells of processes without
 * the permission to do everything.
 */
export async function peakMemory(
  work: () => Promise<void>,
): Promise<number | undefined> {
  if (Deno.build.os !== "linux") return void await work();
  const watch = new Deno.Command(venvPython(ROOT), {
    args: [
      ...ISOLATED,
      join(import.meta.dirname!, "peak_memory.py"),
      `${Deno.pid}`,
    ],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  try {
    await work();
  } finally {
    await watch.stdin.close();
  }
  const { stdout } = await watch.output();
  return Number(new TextDecoder().decode(stdout)) / 1024;
}

import { join } from "node:path";
import { TaskFailure } from "../../lib/cli/jupyter/environment/failure.ts";

/**
 * What `deno doc` says of the doors of a project, those that its `deno.json`
 * exports.
 *
 * @param options `--json`, `--lint`.
 * @throws {TaskFailure} When it cannot read them.
 */
export async function documentLibrary(
  project: string,
  ...options: string[]
): Promise<string> {
  const { exports } = JSON.parse(
    await Deno.readTextFile(join(project, "deno.json")),
  ) as { exports: Record<string, string> };
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", ...options, ...Object.values(exports)],
    cwd: project,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new TaskFailure(
      `deno doc cannot read the library:\n${decoder.decode(stderr)}`,
    );
  }
  return decoder.decode(stdout);
}

import { TaskFailure } from "../environment/failure.ts";
import { ROOT } from "../environment/paths.ts";

/**
 * A notebook's text with its cells formatted by `deno fmt`.
 *
 * `deno fmt --check` says of every notebook that it is not formatted, and then
 * writes the very same bytes. So it leaves notebooks out (see deno.json), and
 * they are checked by comparing with what this gives.
 */
export async function formatNotebook(notebook: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", "--ext=ipynb", "-"],
    cwd: ROOT,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(notebook));
  await writer.close();
  const { success, stdout, stderr } = await output;
  const decoder = new TextDecoder();
  if (!success) throw new TaskFailure(decoder.decode(stderr).trim());
  return decoder.decode(stdout);
}

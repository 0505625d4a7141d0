import assert from "node:assert/strict";

async function run(program: string, ...args: string[]): Promise<void> {
  const { success } = await new Deno.Command(program, { args }).output();
  assert.ok(success, `${program} ${args.join(" ")}`);
}

/** Makes a link; `Deno.symlink` wants to be allowed to write anywhere. */
export async function link(target: string, path: string): Promise<void> {
  await run("ln", "-s", target, path);
}

/** Makes a pipe that nobody writes to; Windows has none. */
export async function pipe(path: string): Promise<void> {
  await run("mkfifo", path);
}

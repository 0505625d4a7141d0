import { join } from "node:path";
import assert from "node:assert/strict";
import { withFolder } from "../whole/files/folder.ts";

interface Config {
  tasks: { setup: { command: string } };
}

// Deno denies writing to every program that --allow-run names, so that a task
// allowed to run .venv/bin/python could not replace a stale .venv.
Deno.test("the permissions of deno task setup let it replace .venv", async () => {
  const text = await Deno.readTextFile(
    new URL("../../deno.json", import.meta.url),
  );
  const { command } = (JSON.parse(text) as Config).tasks.setup;
  const [, ...args] = command.split(" ");
  assert.equal(args.pop(), "tasks/setup.ts");
  await withFolder(async (folder) => {
    await Deno.mkdir(join(folder, ".venv/bin"), { recursive: true });
    await Deno.writeTextFile(join(folder, ".venv/bin/python"), "");
    await Deno.writeTextFile(
      join(folder, "remove.ts"),
      `await Deno.remove(".venv", { recursive: true });`,
    );
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...args, "remove.ts"],
      cwd: folder,
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
  });
});

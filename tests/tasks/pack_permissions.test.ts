import { join } from "node:path";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../whole/files/folder.ts";

interface Config {
  tasks: { pack: { command: string } };
}

// The bundler's WebAssembly lies in Deno's own cache, outside of the project.
Deno.test("the permissions of deno task pack let it lower a module", async () => {
  const text = await Deno.readTextFile(join(ROOT, "deno.json"));
  const { command } = (JSON.parse(text) as Config).tasks.pack;
  const flags = command.split(" ")
    .filter((word) => /^--allow-(read|write)\b|^--no-prompt$/.test(word));
  assert.equal(flags.length, 3, command);
  const lower = pathToFileURL(join(ROOT, "tasks", "pack", "lower.ts"));
  await withFolder(async (folder) => {
    const script = join(folder, "lower.ts");
    await Deno.writeTextFile(
      script,
      `import { endEsbuild, toJavaScript } from ${JSON.stringify(lower.href)};
console.log(await toJavaScript("const n: number = 5;"));
await endEsbuild();`,
    );
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", `--config=${join(ROOT, "deno.json")}`]
        .concat(flags, "--no-check", script),
      cwd: ROOT,
    }).output();
    const decoder = new TextDecoder();
    assert.equal(code, 0, decoder.decode(stderr));
    assert.equal(decoder.decode(stdout).trim(), "const n = 5;");
  });
});

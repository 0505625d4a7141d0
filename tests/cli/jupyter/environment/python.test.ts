import assert from "node:assert/strict";
import { join } from "node:path";
import { withFolder } from "../../../whole/files/folder.ts";

/** Looks for a Python where `PATH` holds only a stand-in that answers this. */
async function findWith(answer: object | undefined): Promise<string> {
  return await withFolder(async (folder) => {
    if (answer !== undefined) {
      const path = join(folder, "python3");
      await Deno.writeTextFile(
        path,
        `#!/bin/sh\necho '${JSON.stringify(answer)}'\n`,
      );
      await Deno.chmod(path, 0o755);
    }
    const module = new URL(
      "../../../../lib/cli/jupyter/environment/python.ts",
      import.meta.url,
    );
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `import { findPython } from "${module}";
         console.log(await findPython().then((p) => p.version, (e) => e.name + ": " + e.message));`,
      ],
      env: { PATH: folder },
      stdin: "null",
    }).output();
    return new TextDecoder().decode(stdout);
  });
}

// The stand-in is a shell script.
const ignore = Deno.build.os === "windows";

Deno.test(
  { name: "a Python that is new enough is taken", ignore },
  async () => {
    const found = await findWith({ version: [3, 12, 1], venv: true });
    assert.equal(found, "3.12.1\n");
  },
);

Deno.test(
  { name: "no Python: the message says what to install", ignore },
  async () => {
    assert.match(
      await findWith(undefined),
      /^TaskFailure: Jupyter needs Python 3\.11 or later\. No python3 was found\.\nInstall it/,
    );
  },
);

Deno.test(
  { name: "an old Python is named with its version", ignore },
  async () => {
    assert.match(
      await findWith({ version: [3, 9, 6], venv: true }),
      /Too old: python3 is 3\.9\.6\./,
    );
  },
);

Deno.test({
  name: "a Python without venv: the message names the package",
  ignore,
}, async () => {
  assert.match(
    await findWith({ version: [3, 11, 2], venv: false }),
    /python3 \(3\.11\.2\) cannot make environments.*\n.*apt-get install python3-venv/,
  );
});

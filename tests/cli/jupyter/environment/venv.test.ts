import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { TaskFailure } from "../../../../lib/cli/jupyter/environment/failure.ts";
import { ISOLATED } from "../../../../lib/cli/jupyter/environment/isolated.ts";
import {
  ROOT,
  venvPython,
} from "../../../../lib/cli/jupyter/environment/paths.ts";
import { ensureEnvironment } from "../../../../lib/cli/jupyter/environment/venv.ts";
import { withFiles } from "../../../whole/files/folder.ts";

// A whole Jupyter takes long to install; these need nothing but pip itself.
const NOTHING = "# nothing\n";

function withProject(
  requirements: string,
  use: (root: string) => Promise<void>,
): Promise<void> {
  return withFiles({ "requirements.txt": requirements }, use);
}

/** Sets variables for the time of a call, as a user's shell would. */
async function withEnv(
  variables: Record<string, string>,
  use: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(variables).map((name) =>
    [name, Deno.env.get(name)] as const
  );
  try {
    for (const [name, value] of Object.entries(variables)) {
      Deno.env.set(name, value);
    }
    await use();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  }
}

Deno.test("an environment is made once, and again when it is not whole", async (t) => {
  await withProject(NOTHING, async (root) => {
    const venv = join(root, ".venv");
    const spec = join(venv, "share/jupyter/kernels/deno/kernel.json");
    const stamp = join(venv, "tallystick.json");

    await t.step("half-made: it is made again", async () => {
      await Deno.mkdir(join(venv, "bin"), { recursive: true });
      await Deno.writeTextFile(join(venv, "rubbish"), "");
      await ensureEnvironment(root);
      assert.equal(await exists(join(venv, "rubbish")), false);
      assert.ok(await exists(venvPython(root)));
      const { argv, display_name } = JSON.parse(await Deno.readTextFile(spec));
      assert.deepEqual(argv, [
        venvPython(root),
        ...ISOLATED,
        // Of the toolkit, wherever the environment is.
        join(ROOT, "lib", "cli", "jupyter", "kernel", "relay.py"),
        Deno.execPath(),
        "{connection_file}",
        join(ROOT, "lib", "cli", "jupyter", "kernel", "help", "print.ts"),
      ]);
      assert.equal(display_name, "Deno");
    });

    await t.step("whole: nothing is done", async () => {
      const { ino } = await Deno.stat(stamp);
      await ensureEnvironment(root);
      assert.equal((await Deno.stat(stamp)).ino, ino);
    });

    await t.step("another Deno: the kernel is written anew", async () => {
      await Deno.writeTextFile(spec, "{}");
      await ensureEnvironment(root);
      assert.match(await Deno.readTextFile(spec), /relay\.py/);
    });

    await t.step("other requirements, asked for twice at once", async () => {
      await Deno.writeTextFile(join(root, "requirements.txt"), "# other\n");
      const { ino } = await Deno.stat(stamp);
      await Promise.all([ensureEnvironment(root), ensureEnvironment(root)]);
      assert.notEqual((await Deno.stat(stamp)).ino, ino);
    });
  });
});

Deno.test("without a network the message says so", async () => {
  await withProject(
    `jupyterlab==4.6.6 --hash=sha256:${"0".repeat(64)}\n`,
    async (root) => {
      const offline = {
        PIP_CONFIG_FILE: "/dev/null",
        PIP_INDEX_URL: "http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL: "",
        PIP_FIND_LINKS: "",
        PIP_NO_CACHE_DIR: "1",
        PIP_RETRIES: "1",
      };
      await withEnv(offline, async () => {
        await assert.rejects(
          ensureEnvironment(root),
          (error) =>
            error instanceof TaskFailure &&
            /could not be reached.*Connect to the network/.test(
              error.message,
            ) &&
            /starts afresh/.test(error.message),
        );
      });
      assert.equal(await exists(join(root, ".venv", "tallystick.json")), false);
    },
  );
});

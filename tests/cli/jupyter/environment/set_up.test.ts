import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { ISOLATED } from "../../../../lib/cli/jupyter/environment/isolated.ts";
import { venvPython } from "../../../../lib/cli/jupyter/environment/paths.ts";
import { withFiles } from "../../../whole/files/folder.ts";
import { PackageIndex } from "./index.ts";
import { SettingUp } from "./set_up.ts";

const ignore = Deno.build.os === "windows";

/** Pythons, and what they started, that have this in their command. */
async function running(part: string): Promise<string[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "args"] })
    .output();
  return new TextDecoder().decode(stdout).split("\n")
    .filter((line) => line.includes(part) && !line.includes(" eval "));
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!await what()) {
    assert.ok(performance.now() - since < 240_000, "nothing came of it");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** What would have pip, or Python, do something else than set up. */
async function contrary(root: string, index: PackageIndex) {
  const config = join(root, "pip.conf");
  await Deno.writeTextFile(
    config,
    `[global]\nindex-url = ${index.url}\ntrusted-host = 127.0.0.1\n` +
      "timeout = 2\nretries = 0\nno-cache-dir = true\n" +
      `constraint = ${root}/nothing.txt\n[install]\ntarget = ${root}/target\n`,
  );
  const own = join(root, "own");
  await Deno.mkdir(own);
  const ran = `open(${JSON.stringify(join(root, "ran"))}, "a").write("x")\n`;
  for (const name of ["sitecustomize", "json", "venv", "pip", "ensurepip"]) {
    await Deno.writeTextFile(join(own, `${name}.py`), ran);
  }
  return {
    // For a clean list: what this machine's own pip is told goes before that.
    PIP_EXTRA_INDEX_URL: "",
    PIP_FIND_LINKS: "",
    PIP_CONFIG_FILE: config,
    PIP_DRY_RUN: "1",
    PIP_DEFAULT_TIMEOUT: "2",
    PIP_NO_DEPS: "0",
    PIP_PREFIX: join(root, "prefix"),
    PYTHONPATH: own,
    PYTHONHOME: join(root, "home"),
    PYTHONWARNINGS: "error",
    PYTHONSTARTUP: join(own, "json.py"),
    HOME: root,
  };
}

Deno.test({
  name:
    "a set-up does what it says, whatever pip and Python are told, from an index that may fall silent",
  ignore,
  async fn(t) {
    await using index = new PackageIndex();
    await withFiles(
      { "requirements.txt": index.requirements },
      async (root) => {
        const env = await contrary(root, index);
        const stamp = join(root, ".venv", "tallystick.json");

        await t.step(
          "the index falls silent: the message says so, soon",
          async () => {
            index.manner = "falls silent";
            const setting = new SettingUp(root, env);
            await until(() => index.asked.some((path) => /whl$/.test(path)));
            const since = performance.now();
            const { code, said } = await setting.ended();
            assert.equal(code, 1, said);
            assert.match(said, /index stopped answering half way/);
            assert.match(said, /it starts afresh/);
            // Two seconds is what the user's pip gives it.
            assert.ok(performance.now() - since < 30_000);
            assert.equal(await exists(stamp), false);
          },
        );

        await t.step("told to end meanwhile: pip ends too", async () => {
          // SIGTERM while pip waits; SIGKILL while Python makes the environment.
          for (
            const [signal, meanwhile] of [
              ["SIGTERM", () => index.asked.some((path) => /whl$/.test(path))],
              ["SIGKILL", async () => (await running(root)).length > 0],
            ] as const
          ) {
            index.asked.length = 0;
            const setting = new SettingUp(root, {
              ...env,
              PIP_DEFAULT_TIMEOUT: "600",
            });
            await until(meanwhile);
            assert.ok((await running(root)).length > 0);
            setting.kill(signal);
            const { code, said } = await setting.ended();
            if (signal === "SIGTERM") {
              assert.equal(code, 130, said);
              assert.match(said, /Stopped\. The next run starts afresh/);
              // Nothing is left from the moment on when the lock is free.
              assert.deepEqual(await running(root), []);
            }
            await until(async () => (await running(root)).length === 0);
            assert.equal(await exists(stamp), false);
          }
        });

        await t.step(
          "the index answers again: the next run is whole",
          async () => {
            index.manner = "answers";
            const { code, said } = await new SettingUp(root, env).ended();
            assert.equal(code, 0, said);
            assert.ok(await exists(stamp));
            const { success } = await new Deno.Command(venvPython(root), {
              args: [...ISOLATED, "-c", "import nbformat"],
            }).output();
            assert.ok(success);
          },
        );

        for (const name of ["ran", "target", "prefix", ".venv/tmp"]) {
          assert.equal(await exists(join(root, name)), false, name);
        }
      },
    );
  },
});

Deno.test({
  name: "what was installed and cannot be imported is no set-up",
  ignore,
  async fn() {
    await using index = new PackageIndex("raise ImportError('broken release')");
    await withFiles(
      { "requirements.txt": index.requirements },
      async (root) => {
        const env = await contrary(root, index);
        const { code, said } = await new SettingUp(root, env).ended();
        assert.equal(code, 1, said);
        assert.match(said, /does not run there/);
        assert.match(said, /broken release/);
        assert.equal(await exists(join(root, ".venv/tallystick.json")), false);

        // Another file under the same name is not what the hash names.
        await Deno.writeTextFile(
          join(root, "requirements.txt"),
          index.requirements.replace(/sha256:\w+/, `sha256:${"0".repeat(64)}`),
        );
        const other = await new SettingUp(root, env).ended();
        assert.equal(other.code, 1, other.said);
        assert.match(
          other.said,
          /not what requirements\.txt names by its hash/,
        );
      },
    );
  },
});

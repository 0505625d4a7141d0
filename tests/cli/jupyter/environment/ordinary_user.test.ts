import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { sha256 } from "../../../../lib/cli/jupyter/environment/digest.ts";
import { exists } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { ISOLATED } from "../../../../lib/cli/jupyter/environment/isolated.ts";
import {
  ROOT,
  venvPython,
} from "../../../../lib/cli/jupyter/environment/paths.ts";
import { ended, Project } from "../../../whole/faults/project.ts";
import { withFolder } from "../../../whole/files/folder.ts";
import { link } from "../../../whole/files/odd_files.ts";

/** Nobody, on every Linux. */
const UID = 65534;

/**
 * What goes before a command so that an ordinary user runs it: nothing, where
 * one runs the tests. Root's stand-in may read what root has installed, wherever
 * that is, and write only what is its own.
 */
async function asOrdinaryUser(): Promise<string[] | undefined> {
  if (Deno.build.os === "windows" || Deno.uid() !== 0) return [];
  const before = [
    ...["setpriv", `--reuid=${UID}`, `--regid=${UID}`, "--clear-groups"],
    // Else the system, asked whether a file may be read, forgets the rest.
    "--securebits=+no_setuid_fixup",
    ...["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"],
  ];
  try {
    const [program, ...args] = [...before, "test", "-r", venvPython(ROOT)];
    const { success } = await new Deno.Command(program!, { args }).output();
    return success ? before : undefined;
  } catch {
    return undefined;
  }
}

/** A folder in `base` whose path has this many characters. */
function longPath(base: string, length: number): string {
  const name = "Отчёты о потерях и заявления сторон за год ";
  let path = base;
  while (path.length < length - 60) path = join(path, name.trim());
  return join(path, name.repeat(3).slice(0, length - path.length - 2) + "я");
}

/** Gives a copy of the project the environment of this one, without a network. */
async function borrowEnvironment(project: string): Promise<void> {
  const python = venvPython(ROOT);
  const run = async (...args: string[]) => {
    const { success, stdout, stderr } = await new Deno.Command(python, {
      args: [...ISOLATED, ...args],
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout).trim();
  };
  const venv = join(project, ".venv");
  await run("-m", "venv", "--without-pip", venv);
  const packages = await run(
    "-c",
    "import sysconfig; print(sysconfig.get_path('purelib'))",
  );
  await Deno.writeTextFile(
    join(venv, relative(join(ROOT, ".venv"), packages), "borrowed.pth"),
    packages,
  );
  const share = join("share", "jupyter");
  await Deno.mkdir(join(venv, share), { recursive: true });
  await link(
    join(ROOT, ".venv", share, "nbconvert"),
    join(venv, share, "nbconvert"),
  );
  const pins = await Deno.readTextFile(join(ROOT, "requirements.txt"));
  await Deno.writeTextFile(join(project, "requirements.txt"), pins);
  await Deno.writeTextFile(
    join(venv, "tallystick.json"),
    JSON.stringify({ requirements: sha256(pins) }),
  );
}

async function ownAll(folder: string): Promise<void> {
  const { success } = await new Deno.Command("chown", {
    args: ["-R", `${UID}:${UID}`, folder],
  }).output();
  assert.ok(success);
}

const before = await asOrdinaryUser();
if (before === undefined) {
  console.error(
    "Root cannot act as an ordinary user here (setpriv): one test is skipped.",
  );
}

Deno.test({
  name:
    "an ordinary user makes a report, twice at once, in a long folder with spaces and Cyrillic, whatever Python is told",
  ignore: before === undefined || Deno.build.os === "windows",
  async fn() {
    const { denoDir } = JSON.parse(
      new TextDecoder().decode(
        (await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] })
          .output()).stdout,
      ),
    );
    await withFolder(async (base) => {
      if (before!.length > 0) await Deno.chmod(base, 0o755);
      const path = longPath(base, 200);
      assert.equal(path.length, 200);
      await Deno.mkdir(path, { recursive: true });
      const project = await Project.in(path);
      const template = "07-your-own-claims.ipynb";
      await Deno.copyFile(
        join(ROOT, "notebooks", template),
        join(path, "notebooks", template),
      );
      await borrowEnvironment(path);
      const hostile = join(path, "hostile");
      await Deno.mkdir(hostile);
      for (const name of ["sitecustomize", "json", "zmq", "nbformat"]) {
        await Deno.writeTextFile(
          join(hostile, `${name}.py`),
          `open(${JSON.stringify(join(path, "ran"))}, "a")\n`,
        );
      }
      if (before!.length > 0) await ownAll(path);
      const start = () => {
        const [program, ...args] = [
          ...before!,
          ...[Deno.execPath(), "task", "report", "floods"],
        ];
        return new Deno.Command(program!, {
          args,
          cwd: path,
          env: {
            NO_COLOR: "1",
            HOME: path,
            DENO_DIR: denoDir,
            PYTHONPATH: hostile,
            PYTHONHOME: hostile,
            PYTHONSTARTUP: join(hostile, "json.py"),
            PYTHONWARNINGS: "error",
          },
          stdin: "null",
          stdout: "piped",
          stderr: "piped",
        }).spawn();
      };
      const both = await Promise.all([start(), start()].map(ended));
      const said = both.map(({ said }) => said).join("\n");
      assert.deepEqual(both.map(({ code }) => code), [0, 0], said);
      // Whoever came first, the other waited and found it made.
      assert.match(said, /The report is ready/);
      assert.match(said, /Nothing changed since/);
      assert.match(said, /waiting/);

      assert.equal(await exists(join(path, "ran")), false);
      const page = join(project.report, "index.html");
      const { uid } = await Deno.stat(page);
      assert.equal(uid, before!.length > 0 ? UID : Deno.uid());
      const made = await Deno.readTextFile(
        join(project.report, "what-the-claims-imply.html"),
      );
      assert.match(made, /cases/);
    });
  },
});

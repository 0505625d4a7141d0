import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { packed } from "../package/packed.ts";
import { withFiles } from "../whole/files/folder.ts";
import { column, pdfOf } from "./read/pdf_of.ts";

const INSTALL = join("lib", "cli", "install.json");
const read = async (path: string) =>
  JSON.parse(await Deno.readTextFile(join(ROOT, path)));

const TEXT = "At least 40 boats sank in May 2031.";

/** Claims of which two cannot both be true, and texts. */
const FILES = {
  "a.pdf": pdfOf([column(60, 780, [TEXT])]),
  "a.txt": TEXT,
  "claims.csv": "claim_id,measure,kind,stated,hedge,start,end\n" +
    "a,cases,total,10,exact,2024-01,2024-01\n" +
    "b,cases,total,20,exact,2024-01,2024-01\n",
};

async function run(program: string, args: string[], cwd: string, root: string) {
  const own = Deno.env.toObject();
  delete own.INIT_CWD;
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    clearEnv: true,
    env: { ...own, NO_COLOR: "1", DENO_INSTALL_ROOT: root },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

/** Installs the program as the README says, and uses it where claims lie. */
async function installed(folder: string, toolkit: string, module: string) {
  const root = join(folder, "root");
  const install = await run(
    Deno.execPath(),
    [
      ...["install", "--global", "-A", "--name", "tallystick"],
      ...["--config", join(toolkit, INSTALL), join(toolkit, "lib", module)],
    ],
    folder,
    root,
  );
  assert.equal(install.code, 0, install.err);
  const program = join(
    root,
    "bin",
    Deno.build.os === "windows" ? "tallystick.cmd" : "tallystick",
  );
  const call = (...args: string[]) => run(program, args, folder, root);
  assert.match((await call("help")).out, /^Usage: tallystick VERB/m);
  assert.deepEqual(await call("validate", "."), {
    code: 0,
    out: ". is valid\n",
    err: "",
  });
  const { code, out } = await call("reconcile", "claims.csv", "--json");
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(out).conflicts[0].claims, ["a", "b"]);
  const exported = await call("export", ".", "--out", "tables");
  assert.equal(exported.code, 0, exported.err);
  await Deno.stat(join(folder, "tables", "bounds.csv"));
  for (const file of ["a.pdf", "a.txt"]) {
    const drafted = await call("read", file, "--json");
    assert.equal(drafted.code, 0, drafted.err);
    const [draft] = JSON.parse(drafted.out).files[0].drafts;
    assert.equal(draft.stated, "40", drafted.out);
  }
  const made = await call("new", "mine");
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^ {2}tallystick validate mine /m);
  // The new folder's tasks call what was installed.
  const own = await run(
    Deno.execPath(),
    ["task", "-q", "--cwd", join(folder, "mine"), "reconcile", "--json"],
    folder,
    root,
  );
  assert.equal(own.code, 0, own.err);
  assert.equal(JSON.parse(own.out).consistent, true);
}

Deno.test("deno install -g from the clone gives the program", async () => {
  await withFiles(FILES, async (folder) => {
    await installed(await Deno.realPath(folder), ROOT, "cli.ts");
  });
});

Deno.test("deno install -g from the packed file gives the program", async () => {
  await withFiles(FILES, async (folder) => {
    const own = await Deno.realPath(folder);
    const toolkit = join(own, "tallystick");
    await Deno.mkdir(toolkit);
    const { success } = await new Deno.Command("tar", {
      args: ["xzf", await packed(), "-C", toolkit, "--strip-components=1"],
    }).output();
    assert.ok(success);
    await installed(own, toolkit, "cli.js");
  });
});

Deno.test("what is installed takes the versions of deno.json, and all that the library imports", async () => {
  const { imports, nodeModulesDir, unstable } = await read(INSTALL);
  const project = await read("deno.json");
  assert.deepEqual([nodeModulesDir, unstable], [
    project.nodeModulesDir,
    project.unstable,
  ]);
  for (const [name, target] of Object.entries(imports)) {
    if (name === "@std/csv") continue;
    assert.equal(target, project.imports[name], name);
  }
  await Deno.stat(join(ROOT, "lib", "cli", imports["@std/csv"]));
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", "lib/cli.ts"],
    cwd: ROOT,
  }).output();
  const { modules } = JSON.parse(new TextDecoder().decode(stdout));
  const named = new Set<string>();
  for (const { specifier, dependencies } of modules) {
    if (!specifier.startsWith("file:") || !specifier.includes("/lib/")) {
      continue;
    }
    for (const { specifier: name } of dependencies ?? []) {
      if (!/^(\.|node:|file:)/.test(name)) named.add(name);
    }
  }
  assert.ok(named.size > 5);
  assert.deepEqual([...named].filter((name) => !(name in imports)), []);
});

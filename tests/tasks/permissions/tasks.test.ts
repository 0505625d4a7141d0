import assert from "node:assert/strict";
import { isAbsolute, join } from "node:path";
import {
  ROOT,
  venvPython,
} from "../../../lib/cli/jupyter/environment/paths.ts";
import {
  type Permissions,
  readTasks,
} from "../../../tasks/permissions/read_tasks.ts";
import { withTable } from "../../../tasks/permissions/table.ts";
import { withFolder } from "../../whole/files/folder.ts";

const tasks = readTasks(await Deno.readTextFile(join(ROOT, "deno.json")));
const own = tasks.filter(({ calls }) => calls.length === 0);

/** Tasks of this project's developers, which measure other programs. */
const MEASURING = new Set(["bench"]);

/** Tasks that take a folder, which can be anywhere. */
const READING = new Set([
  ...["explain", "lab", "reconcile", "report", "validate", "workbench"],
]);

/** Tasks that write to a folder which the call names, and nothing else. */
const NAMING = new Set([
  ...["accept", "export", "new", "read", "report", "workbench"],
]);

Deno.test("the README lists what each task may do", async () => {
  const readme = await Deno.readTextFile(join(ROOT, "README.md"));
  assert.ok(
    readme === withTable(readme, tasks),
    "deno.json has other permissions: run `deno task readme`",
  );
});

Deno.test("no task may connect, write anywhere or run just anything", () => {
  assert.ok(own.length >= 12);
  for (const task of own) {
    const { name, command, net, write, run, flags } = task;
    assert.deepEqual(net, [], name);
    assert.equal(write === "any", NAMING.has(name), name);
    for (const path of write === "any" ? [] : write) {
      assert.ok(!isAbsolute(path) && !path.includes(".."), `${name}: ${path}`);
      assert.notEqual(path, ".", name);
    }
    if (!MEASURING.has(name)) assert.notEqual(run, "any", name);
    assert.ok(flags.includes("--no-prompt"), `${name} could ask for more`);
    assert.doesNotMatch(command, / -A | --allow-all| --allow-net/, name);
  }
});

Deno.test("what only reads can write nothing and run nothing", () => {
  for (const name of ["explain", "reconcile", "validate"]) {
    const { write, run, native } = own.find((task) => task.name === name)!;
    assert.deepEqual([write, run, native], [[], [], false], name);
  }
});

/** Where a task might write: its own folders, and where it has no business. */
const PLACES = [
  ...[".cache/x", ".venv/x", "report/x", "reports/x", "notebooks/x"],
  ...["notebooks/charts/x", "README.md", "data/claims.csv", "lib/mod.ts"],
  ...["deno.json", "x", "../outside", "/tmp/outside-of-tallystick"],
];

function within(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) =>
    path === folder || path.startsWith(`${folder}/`)
  );
}

async function probe(task: Permissions, port: number) {
  return await withFolder(async (outer) => {
    const folder = join(outer, "project");
    for (const path of PLACES) {
      const at = join(folder, path, "..");
      if (!isAbsolute(path)) await Deno.mkdir(at, { recursive: true });
    }
    const programs = ["sh", "curl", "python3", Deno.execPath()];
    const flags = task.flags.map((flag) =>
      flag.replace(/\bdeno$/, Deno.execPath())
    );
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-lock", ...flags],
        join(import.meta.dirname!, "probe.ts"),
        JSON.stringify(PLACES),
        JSON.stringify(["x", "/etc/hosts"]),
        JSON.stringify(programs),
        String(port),
      ],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    assert.equal(decoder.decode(stderr), "", task.name);
    return JSON.parse(decoder.decode(stdout));
  });
}

for (const task of own) {
  Deno.test(`${task.name} cannot write elsewhere, connect, or run what it need not`, async () => {
    // Something listens: that nobody answers would prove nothing.
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      () => new Response(""),
    );
    const found = await probe(task, server.addr.port);
    const { write } = task;
    assert.deepEqual(
      found.write,
      write === "any" ? PLACES : PLACES.filter((path) => within(path, write)),
    );
    assert.deepEqual(
      found.read,
      READING.has(task.name) || task.read === "any"
        ? ["x", "/etc/hosts"]
        : ["x"],
    );
    assert.deepEqual(found.connect, [false, false, false, false, false]);
    assert.equal(found.env, task.env === "any");
    assert.equal(found.native, task.native);
    if (MEASURING.has(task.name)) return;
    assert.deepEqual(
      found.run,
      task.run.includes("deno")
        ? [Deno.execPath()]
        : task.run.includes("python3")
        ? ["python3"]
        : [],
    );
  });
}

Deno.test("the tasks that run this Deno name it wherever it is", async () => {
  const call = "deno eval 'console.log(Deno.execPath())'";
  for (const { name, run, command } of own) {
    assert.equal(run.includes("deno"), command.includes(call), name);
  }
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "console.log(Deno.execPath())"],
    env: { NO_COLOR: "1" },
  }).output();
  assert.equal(new TextDecoder().decode(stdout).trim(), Deno.execPath());
  assert.ok(isAbsolute(venvPython(ROOT)));
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { SUMMARIES } from "../../lib/cli/summaries.ts";
import { withFiles } from "../whole/files/folder.ts";
import { runAs, runTask } from "./run_task.ts";

const NAMES = [...Object.keys(SUMMARIES), "help"];

const config = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));

const CLAIMS = {
  "claims.csv": "claim_id,measure,kind,stated,hedge,start,end\n" +
    "a,cases,total,10,exact,2024-01,2024-01\n",
};

Deno.test("the program tells its verbs where it is asked, and where none is named", async () => {
  for (const args of [["help"], ["--help"], ["-h"], ["help", "--help"]]) {
    const { code, stdout, stderr } = await runAs("tallystick", ...args);
    assert.deepEqual([code, stderr], [0, ""], args.join());
    for (const name of NAMES) {
      assert.match(stdout, new RegExp(`^  ${name} +[A-Z]`, "m"));
    }
    assert.match(stdout, /^Usage: tallystick VERB/m);
    assert.match(stdout, /^Example: tallystick new/m);
  }
  const none = await runAs("tallystick");
  assert.deepEqual([none.code, none.stdout], [2, ""]);
  assert.match(none.stderr, /^A verb is missing\n\nTallystick takes/);
});

for (
  const [word, said] of [
    ["reconcil", "did you mean 'reconcile'?"],
    ["VALIDATE", "did you mean 'validate'?"],
    ["constructor", "'constructor' is not a verb"],
    ["\u001b[2Jx", "is not a verb"],
  ] as const
) {
  Deno.test(`${JSON.stringify(word)} is no verb: status 2, and the nearest`, async () => {
    for (const args of [[word, "data"], ["help", word]]) {
      const { code, stdout, stderr } = await runAs("tallystick", ...args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.ok(stderr.split("\n")[0]!.includes(said), stderr);
      assert.ok(!stderr.includes("\u001b"));
    }
  });
}

for (const name of Object.keys(SUMMARIES)) {
  Deno.test(`${name} --help tells the call, the exit status and an example`, async () => {
    const { code, stdout, stderr } = await runTask(name, "--help");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, new RegExp(`^Usage: tallystick ${name} `, "m"));
    assert.match(stdout, /^Exit status: /m);
    assert.match(stdout, new RegExp(`^Example: tallystick ${name} `, "m"));
    for (const line of stdout.split("\n")) assert.ok(line.length <= 88, line);
    for (const args of [["help", name], [name, "x", "-h"]]) {
      assert.equal((await runAs("tallystick", ...args)).stdout, stdout);
    }
    // Called as a task, it tells of tasks.
    const task = await runAs("deno task", name, "--help");
    assert.match(task.stdout, new RegExp(`^Usage: deno task ${name} `, "m"));
    assert.ok(!task.stdout.includes("tallystick "));
  });
}

Deno.test("every verb is a task, and they are listed first", () => {
  const tasks = Object.keys(config.tasks);
  assert.deepEqual(tasks.slice(0, NAMES.length), NAMES);
  for (const name of NAMES) {
    const { command, description } = config.tasks[name];
    assert.ok(command.endsWith(` lib/cli.ts ${name}`), command);
    assert.ok(description);
  }
});

Deno.test("what is missing is named, with the usage", async () => {
  for (
    const [args, missing] of [
      [["explain"], "DIR MEASURE START END"],
      [["explain", "data", "proceedings"], "START END"],
      [["reconcile"], "DIR"],
      [["validate"], "DIR"],
      [["diff", "data"], "NEW"],
      [["export"], "DIR"],
      [["new"], "FOLDER"],
    ] as const
  ) {
    const { code, stdout, stderr } = await runTask(args[0]!, ...args.slice(1));
    assert.deepEqual([code, stdout], [2, ""]);
    assert.ok(
      stderr.startsWith(`Something is missing from the call: ${missing}\n\n`),
      stderr,
    );
    assert.match(stderr, new RegExp(`^Usage: tallystick ${args[0]} `, "m"));
    assert.match(stderr, new RegExp(`^Example: tallystick ${args[0]} `, "m"));
    // What is wrong stays in the window: the options are not told with it.
    assert.ok(stderr.split("\n").length < 15, stderr);
    assert.match(stderr, /\n--help tells the rest\.\n$/);
  }
});

Deno.test("a folder that is not there is named by every verb, with status 2", async () => {
  for (
    const args of [
      ["validate", "no/where"],
      ["reconcile", "no/where"],
      ["explain", "no/where", "m", "2024-01", "2024-02"],
      ["diff", "no/where", "data"],
      ["export", "no/where", "--out", "tables"],
      ["report", "no/where", "--out", ".cache/tests/pages"],
      ["lab", "no/where"],
      ["lab", "README.md"],
    ]
  ) {
    const { code, stdout, stderr } = await runTask(args[0]!, ...args.slice(1));
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, /no\/where|README\.md/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

Deno.test("a path to a claims.csv means its folder", async () => {
  await withFiles(CLAIMS, async (folder) => {
    const path = join(folder, "claims.csv");
    const { stdout } = await runTask("validate", path);
    assert.equal(stdout, `${folder} is valid\n`);
    for (
      const [verb, ...rest] of [
        ["reconcile", "--json"],
        ["explain", "cases", "2024-01", "2024-01"],
      ] as [string, ...string[]][]
    ) {
      assert.deepEqual(
        await runTask(verb, path, ...rest),
        await runTask(verb, folder, ...rest),
      );
    }
    assert.equal((await runTask("diff", path, folder)).code, 0);
    // One that is not there is told as that of its folder.
    const none = await runTask("validate", join(folder, "x", "claims.csv"));
    assert.equal(none.code, 2);
    assert.ok(none.stderr.includes(join(folder, "x")));
  });
});

/** Runs Deno in a folder, as a shell would there. */
async function denoIn(
  cwd: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const own = Deno.env.toObject();
  delete own.INIT_CWD;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    clearEnv: true,
    env: { ...own, NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

Deno.test("paths are those of the folder that the caller is in", async () => {
  await withFiles(CLAIMS, async (folder) => {
    const task = ["task", "-q", `--config=${join(ROOT, "deno.json")}`];
    const here = { code: 0, out: ". is valid\n", err: "" };
    assert.deepEqual(
      await denoIn(folder, [...task, "validate", "."]),
      here,
    );
    // Outside of the project the variable is some other program's.
    const program = ["run", "-q", "--no-prompt", "--allow-read"];
    assert.deepEqual(
      await denoIn(folder, [
        ...[...program, "--allow-env=INIT_CWD"],
        ...[join(ROOT, "lib", "cli.ts"), "validate", "."],
      ], { INIT_CWD: "/" }),
      here,
    );
  });
  // A folder within the project is the caller's as well.
  const outbreak = join(ROOT, "examples", "outbreak");
  const { code, out } = await denoIn(outbreak, ["task", "-q", "validate", "."]);
  assert.deepEqual([code, out], [0, ". is valid\n"]);
});

import assert from "node:assert/strict";
import { runTask } from "./run_task.ts";
import { withFiles } from "../whole/files/folder.ts";

const validate = (...args: string[]) => runTask("validate", ...args);

function withClaims(
  text: string,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  return withFiles({ "claims.csv": text }, run);
}

const BROKEN = "claim_id,measure,kind,stated,start,end\n" +
  "a,cases,totals,1,2024-01,2024-01\n";

Deno.test("the shipped dataset is valid", async () => {
  assert.deepEqual(await validate("data"), {
    code: 0,
    stdout: "data is valid\n",
    stderr: "",
  });
});

Deno.test("problems: exit 1, each with file, line and column", async () => {
  await withClaims(BROKEN, async (folder) => {
    const { code, stdout, stderr } = await validate(folder);
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.equal(
      stderr,
      "claims.csv:2:3 kind: 'totals' is not a kind; did you mean 'total'?\n" +
        `1 problem in ${folder}\n`,
    );
  });
});

Deno.test("--json: one object on standard output and nothing else", async () => {
  await withClaims(BROKEN, async (folder) => {
    const { code, stdout, stderr } = await validate(folder, "--json");
    assert.equal(code, 1);
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      valid: false,
      problems: [{
        file: "claims.csv",
        line: 2,
        column: 3,
        field: "kind",
        message: "'totals' is not a kind; did you mean 'total'?",
      }],
      warnings: [],
    });
  });
});

Deno.test("--separator: named by a problem, and accepted", async () => {
  const table = BROKEN.replace("totals", "total").replaceAll(",", ";");
  await withClaims(table, async (folder) => {
    const { code, stderr } = await validate(folder);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^claims\.csv:1:1 \(header\): the fields are separated by semicolons, not by commas; .*--separator ";"$/m,
    );
    for (const separator of [";", "semicolon", "auto"]) {
      const found = await validate(folder, "--separator", separator);
      assert.deepEqual(found, {
        code: 0,
        stdout: `${folder} is valid\n`,
        stderr: "",
      });
    }
    const wrong = await validate(folder, "--separator", "tab");
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /by semicolons, not by tabs; .*auto/);
  });
});

Deno.test("--json lists every problem, however many", async () => {
  const rows = Array.from({ length: 25_000 }, (_, i) => `c${i},cases,x,1,,\n`);
  const table = `claim_id,measure,kind,stated,start,end\n${rows.join("")}`;
  await withClaims(table, async (folder) => {
    const { code, stdout } = await validate(folder, "--json");
    assert.equal(code, 1);
    const { valid, problems } = JSON.parse(stdout);
    assert.equal(valid, false);
    assert.equal(problems.length, 25_000);
    assert.equal(problems.at(-1).line, 25_001);
  });
});

Deno.test("what cannot be read, or is no call: exit 2 and no stack trace", async () => {
  for (
    const args of [["no-such-folder"], [], ["data", "more"], ["--jsno"], [
      "data",
      "--separator",
      "x",
    ]]
  ) {
    const { code, stdout, stderr } = await validate(...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.ok(stderr.length > 0);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

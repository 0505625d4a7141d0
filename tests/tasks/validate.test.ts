import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";

const root = fileURLToPath(new URL("../..", import.meta.url));
const decoder = new TextDecoder();

async function validate(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-read", "tasks/validate.ts", ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

async function withClaims(
  text: string,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/claims.csv`, text);
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
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

Deno.test("what cannot be read, or is no call: exit 2 and no stack trace", async () => {
  for (const args of [["no-such-folder"], [], ["data", "more"], ["--jsno"]]) {
    const { code, stdout, stderr } = await validate(...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.ok(stderr.length > 0);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

import assert from "node:assert/strict";
import { runTask } from "./run_task.ts";
import { withFiles } from "../whole/files/folder.ts";

const CLAIMS = "claim_id,measure,kind,stated,stated_high,hedge,start,end\n" +
  "a,visits,total,5,8,at_least,2024-01,2024-03\n";

async function validate(...args: string[]) {
  const { code, stdout, stderr } = await runTask("validate", ...args);
  return { code, out: stdout, err: stderr };
}

Deno.test("validate shows warnings and stays at exit status 0", async () => {
  const message =
    "'at_least' opens the range 5 to 8, so that 8 says nothing; " +
    "keep one number, or leave the hedge empty";
  await withFiles({ "claims.csv": CLAIMS }, async (folder) => {
    assert.deepEqual(await validate(folder), {
      code: 0,
      out: `${folder} is valid\n`,
      err: `claims.csv:2:6 hedge: ${message}\n` +
        "1 warning: allowed, and worth a look\n",
    });
    const { code, out, err } = await validate(folder, "--json");
    assert.deepEqual([code, err], [0, ""]);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      valid: true,
      problems: [],
      warnings: [
        { file: "claims.csv", line: 2, column: 6, field: "hedge", message },
      ],
    });
  });
});

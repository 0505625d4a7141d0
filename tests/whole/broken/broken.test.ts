import assert from "node:assert/strict";
import { checkDataset, loadDataset } from "../../../lib/dataset/load.ts";
import { formatProblem } from "../../../lib/dataset/problem.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { withFiles } from "../files/folder.ts";
import { runTask } from "../../cli/run_task.ts";
import { BROKEN } from "./broken_datasets.ts";
import { SOUND } from "./sound_datasets.ts";

/** A stack trace, or a line of the program. */
const TRACE = /\n\s+at |\.ts:\d|node:internal/;

for (const { what, files, at, says, alone } of BROKEN) {
  Deno.test(`refused, with file and line: ${what}`, async () => {
    await withFiles(files, async (folder) => {
      const [validate, reconcile] = await Promise.all([
        runTask("validate", folder),
        runTask("reconcile", folder),
      ]);
      const line = validate.stderr.split("\n")
        .find((line) => line.startsWith(at));
      assert.ok(line, `${at} is not in\n${validate.stderr}`);
      const [, message = ""] = /^\S+ .+?: (.*)$/s.exec(line) ?? [];
      if (typeof says === "string") assert.ok(message.includes(says), line);
      else assert.match(message, says);
      assert.equal(validate.code, 1);
      assert.equal(validate.stdout, "");
      assert.doesNotMatch(validate.stderr, TRACE);

      const { problems } = await checkDataset(folder);
      assert.ok(problems.map(formatProblem).includes(line));
      if (alone) assert.equal(problems.length, 1);

      assert.deepEqual([reconcile.code, reconcile.stdout], [2, ""]);
      assert.ok(reconcile.stderr.split("\n").includes(line));
      assert.doesNotMatch(reconcile.stderr, TRACE);
    });
  });
}

for (const { what, files, claims, bound } of SOUND) {
  Deno.test(`accepted: ${what}`, async () => {
    await withFiles(files, async (folder) => {
      const checked = await runTask("validate", folder);
      // It may be warned of, which changes nothing.
      assert.equal(checked.code, 0, checked.stderr);
      assert.match(checked.stdout, /is valid$/m);
      assert.doesNotMatch(checked.stderr, TRACE);
      const data = await loadDataset(folder);
      assert.deepEqual(
        data.claims.map((row) =>
          `${row.claim_id} ${row.measure} ${row.stated}`
        ),
        claims,
      );
      const { code, stdout, stderr } = await runTask(
        "reconcile",
        folder,
        "--json",
      );
      assert.deepEqual([code, stderr], [0, ""]);
      assert.deepEqual(
        JSON.parse(stdout).claims.map((row: { claim: string }) => row.claim),
        data.claims.filter(({ kind }) => kind !== "none")
          .map(({ claim_id }) => claim_id),
      );
      if (bound) {
        using result = await reconcile(data);
        const [measure, start, end, low, high] = bound;
        const found = result.bounds(measure, start, end);
        assert.deepEqual([found.low, found.high], [low, high]);
      }
    });
  });
}

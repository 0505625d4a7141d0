import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../lib/cli/jupyter/environment/exists.ts";
import { Interrupted } from "../../lib/cli/jupyter/environment/failure.ts";
import {
  executeNotebook,
  NotebookFailure,
} from "../../lib/cli/jupyter/notebook/execute.ts";
import { withFolder } from "../whole/files/folder.ts";

// Notebooks that must fail: a kernel, or a runner, that swallows errors is
// found out here.

const FIXTURES = join(import.meta.dirname!, "fixtures");

async function attempt(
  name: string,
  options: { timeout?: number; signal?: AbortSignal } = {},
): Promise<unknown> {
  return await withFolder(async (folder) => {
    const out = join(folder, "out.ipynb");
    try {
      await executeNotebook({
        notebook: join(FIXTURES, `${name}.ipynb`),
        out,
        ...options,
      });
      assert.fail(`${name} succeeded`);
    } catch (error) {
      assert.equal(await exists(out), false, "wrote an output all the same");
      return error;
    }
  });
}

const FAILURES: [
  name: string,
  cell: number,
  reason: RegExp,
  advice?: RegExp,
][] = [
  [
    "fails",
    2,
    /^RangeError: this cell fails on purpose$/,
    /at refuse \(<anonymous>:2:9\)/,
  ],
  ["rejects", 1, /^Error: rejected on purpose$/],
  ["rejects-unawaited", 2, /^Error: nobody awaits this$/, /Nothing awaits/],
  ["throws-later", 1, /^Error: thrown in a timer$/],
  ["import-fails", 1, /Module not found .*no-such-module\.ts/],
  [
    "syntax-error",
    2,
    /^SyntaxError: Expression expected$/,
    /1 \| const broken = ;/,
  ],
  ["exits", 1, /the kernel ended/],
];

for (const [name, cell, reason, advice] of FAILURES) {
  Deno.test(`${name}.ipynb fails in cell [${cell}]`, async () => {
    const error = await attempt(name);
    assert.ok(error instanceof NotebookFailure, String(error));
    assert.equal(error.cell, cell);
    assert.equal(error.notebook, `${name}.ipynb`);
    assert.match(error.reason, reason);
    assert.match(
      error.message,
      new RegExp(`^${name}\\.ipynb failed in cell \\[${cell}\\]: `),
    );
    if (advice) assert.match(error.message, advice);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(error.message, /\x1b/);
  });
}

Deno.test("a cell that never ends is stopped, and the message says how to give it longer", async () => {
  const error = await attempt("never-ends", { timeout: 1 });
  assert.ok(error instanceof NotebookFailure, String(error));
  assert.equal(error.cell, 2);
  assert.match(
    error.message,
    /no answer within 1 seconds\n.*--timeout SECONDS/,
  );
});

Deno.test("an interruption ends the kernel and writes nothing", async () => {
  const started = performance.now();
  const error = await attempt("never-ends", {
    signal: AbortSignal.timeout(3000),
  });
  assert.ok(error instanceof Interrupted, String(error));
  assert.ok(performance.now() - started < 30_000);
});

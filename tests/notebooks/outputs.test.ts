import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { executeNotebook } from "../../lib/cli/jupyter/notebook/execute.ts";
import { listNotebooks } from "../../lib/cli/jupyter/notebook/list.ts";
import { withFolder } from "../whole/files/folder.ts";
import { executedNotebook } from "../support/executed.ts";
import { firstDifference } from "./difference.ts";

// The committed outputs are what the notebooks give today, byte for byte. What
// differs from run to run (times, ids of executions) is never written.

/**
 * Megabytes that a notebook may take with its kernel and Jupyter: a report runs
 * one after the other, and that is the most it takes.
 */
const MEMORY = 700;

for (const notebook of await listNotebooks(join(ROOT, "notebooks"))) {
  const name = basename(notebook);
  Deno.test(`${name} gives its committed outputs again, within ${MEMORY} MB`, async () => {
    const { out, peak } = await executedNotebook(notebook);
    if (peak !== undefined) {
      assert.ok(peak > 10 && peak < MEMORY, `${Math.round(peak)} MB`);
    }
    const committed = await Deno.readTextFile(notebook);
    const now = await Deno.readTextFile(out);
    if (now === committed) return;
    assert.fail(
      `${firstDifference(committed, now)}\n` +
        "If the change is meant: deno task notebooks",
    );
  });
}

Deno.test("running twice gives the same bytes, and all outputs arrive", async () => {
  const notebook = join(import.meta.dirname!, "fixtures", "works.ipynb");
  await withFolder(async (folder) => {
    const outs: string[] = [];
    for (const name of ["first.ipynb", "second.ipynb"]) {
      const out = join(folder, name);
      await executeNotebook({ notebook, out });
      outs.push(await Deno.readTextFile(out));
    }
    const [first, second] = outs;
    assert.equal(first, second);
    const { cells } = JSON.parse(first!);
    const kinds = cells
      .filter((cell: { cell_type: string }) => cell.cell_type === "code")
      .map((cell: { outputs: { output_type: string }[] }) =>
        cell.outputs.map((output) => output.output_type).join(" ")
      );
    assert.deepEqual(kinds, [
      "execute_result",
      "execute_result",
      "stream execute_result",
      "",
    ]);
  });
});

import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { listNotebooks } from "../../lib/cli/jupyter/notebook/list.ts";

/** The most lines of code that notebooks take on average, imports too. */
const MOST = 100;

Deno.test(`the notebooks are thin: on average at most ${MOST} lines of code`, async () => {
  const lines: Record<string, number> = {};
  for (const path of await listNotebooks(join(ROOT, "notebooks"))) {
    const { cells } = JSON.parse(await Deno.readTextFile(path)) as {
      cells: { cell_type: string; source: string[] }[];
    };
    lines[basename(path)] = cells
      .filter(({ cell_type }) => cell_type === "code")
      .flatMap(({ source }) => source.join("").split("\n"))
      .filter((line) => line.trim() !== "").length;
  }
  const all = Object.values(lines).reduce((sum, own) => sum + own, 0);
  assert.ok(
    all > 100 && all <= MOST * Object.keys(lines).length,
    `${all}: ${JSON.stringify(lines)}`,
  );
});

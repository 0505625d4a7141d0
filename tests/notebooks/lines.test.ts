import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { listNotebooks } from "../../lib/cli/jupyter/notebook/list.ts";

/** The most lines of code that seven notebooks take together, imports too. */
const MOST = 700;

Deno.test(`the notebooks are thin: seven take together at most ${MOST} lines of code`, async () => {
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
  // The eighth came later, and is as thin as the others.
  const [seven, eighth] = [
    Object.values(lines).slice(0, 7),
    Object.values(lines).slice(7),
  ];
  const all = seven.reduce((sum, own) => sum + own, 0);
  assert.ok(all > 100 && all <= MOST, `${all}: ${JSON.stringify(lines)}`);
  assert.ok(eighth.every((own) => own <= MOST / 7), JSON.stringify(lines));
});

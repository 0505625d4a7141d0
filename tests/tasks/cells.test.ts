import assert from "node:assert/strict";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { extractCells, locate } from "../../lib/cli/jupyter/notebook/cells.ts";

const code = (source: string | string[]) => ({ cell_type: "code", source });

Deno.test("code cells become one module, and its lines are found again", () => {
  const module = extractCells(JSON.stringify({
    cells: [
      { cell_type: "markdown", source: "# Title" },
      code("const a = 1;\nconst b = 2;"),
      code(""),
      code(["const c = a;\n", "c;"]),
    ],
  }));
  assert.equal(
    module.code,
    "export {};\nconst a = 1;\nconst b = 2;\nconst c = a;\nc;\n",
  );
  assert.equal(
    locate(
      "error at file:///x/.cache/cells-01.ts:5:1 and lib/mod.ts:5:1",
      "/x/.cache/cells-01.ts",
      "notebooks/01.ipynb",
      module,
    ),
    "error at notebooks/01.ipynb cell [2], line 2, column 1 and lib/mod.ts:5:1",
  );
});

Deno.test("a type error in a cell is found and located", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "cells", "tests/notebooks/fixtures/type-error.ipynb"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stderr);
  assert.equal(code, 1);
  assert.match(said, /Type 'number' is not assignable to type 'string'/);
  assert.match(
    said,
    /tests\/notebooks\/fixtures\/type-error\.ipynb cell \[2\], line 2, column 7/,
  );
});

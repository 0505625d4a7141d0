import { join } from "node:path";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { wordNotebook } from "../../../lib/cli/report/word_notebook.ts";
import assert from "node:assert/strict";

interface Cell {
  readonly id?: string;
  readonly cell_type: string;
  readonly source: string | string[];
}

const TEMPLATE = await Deno.readTextFile(
  join(ROOT, "notebooks", "07-your-own-claims.ipynb"),
);
const worded = (title: string, text = TEMPLATE): Cell[] =>
  JSON.parse(
    wordNotebook(text, { title, titled: true, creators: [], registers: {} }),
  ).cells;
const textOf = ({ source }: Cell) => [source].flat().join("");

Deno.test("the notebook of somebody's data is worded for that data", () => {
  const cells = worded("Hospital admissions");
  assert.match(
    textOf(cells[0]!),
    /^# Hospital admissions: what the claims imply\n\n/,
  );
  const prose = cells.filter(({ cell_type }) => cell_type === "markdown")
    .map(textOf).join("\n");
  assert.doesNotMatch(prose, /template|\bYour\b|Tallystick/);
  assert.match(prose, /^## The claims over time$/m);
});

Deno.test("its code is the template's to the letter", () => {
  const code = (cells: readonly Cell[]) =>
    cells.filter(({ cell_type }) => cell_type === "code").map(textOf);
  const own = code(worded("A"));
  assert.ok(own.length > 5);
  assert.deepEqual(own, code(JSON.parse(TEMPLATE).cells));
});

Deno.test("a title is text, whatever stands in it", () => {
  const first = (title: string) => textOf(worded(title)[0]!).split("\n")[0]!;
  assert.equal(
    first("<img src=x>\n# *A* [b](c)"),
    "# &#60;img src&#61;x&#62; &#35; &#42;A&#42; &#91;b&#93;&#40;c&#41;: " +
      "what the claims imply",
  );
  assert.equal(
    first("Zählung № 5"),
    "# Zählung &#8470; 5: what the claims imply",
  );
  const long = first("a".repeat(500));
  assert.equal(long, `# ${"a".repeat(200)}: what the claims imply`);
});

Deno.test("a cell may be one text or many, and only headings are reworded", () => {
  const cells = worded(
    "A",
    JSON.stringify({
      cells: [
        { cell_type: "markdown", source: "# Old" },
        { cell_type: "markdown", source: ["## Your claims\n", "Your words."] },
        { cell_type: "code", source: ["// Your code"] },
      ],
    }),
  );
  assert.deepEqual(cells.slice(1).map(textOf), [
    "## The claims\nYour words.",
    "// Your code",
  ]);
});

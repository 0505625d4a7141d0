import { monthlyBounds } from "../../lib/chart.ts";
import { display, loadDataset, reconcile, table } from "../../lib/mod.ts";
import assert from "node:assert/strict";

// The README's question of one's own: what is imported, and then the cell.
const readme = await Deno.readTextFile(
  new URL("../../README.md", import.meta.url),
);
const [, CELL] = /```ts ignore\n[^`]*\nconst data = .*\n([^`]+)```/
  .exec(readme)!;

Deno.test("one cell of five lines asks month by month, with echoes once, and shows all", async () => {
  assert.equal(CELL!.trim().split("\n").length, 5);
  const shown: object[] = [];
  const names = { data: null, reconcile, monthlyBounds, display: null };
  const run = new Function(
    ...Object.keys(names),
    `return (async () => {${CELL}})();`,
  );
  await run(
    await loadDataset(new URL("../../data", import.meta.url)),
    reconcile,
    monthlyBounds,
    (...values: object[]) => shown.push(...values),
  );
  assert.equal(shown.length, 4);
  const media = shown.map((value) =>
    (value as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!()
  );
  for (const at of [0, 2]) {
    const text = media[at]!["text/plain"]!;
    // The months of 2025 that the claims reach, a line each, and nothing else.
    const rows = text.split("\n").slice(2, -1);
    assert.ok(rows.length >= 11, text);
    rows.forEach((row, i) => {
      const month = `2025-${String(i + 1).padStart(2, "0")}-01`;
      assert.ok(row.startsWith(`persons-left | ${month} | `), row);
    });
  }
  for (const at of [1, 3]) {
    const svg = media[at]!["image/svg+xml"]!;
    assert.match(svg, /Persons who left: bounds of \d+ months/);
    assert.ok(!svg.includes("Izvestia"));
  }
});

Deno.test("display() shows each of several things, in order", () => {
  const said: unknown[] = [];
  const { log } = console;
  console.log = (...words: unknown[]) => said.push(...words);
  try {
    display(table([{ n: 1 }]), table([{ n: 2 }]), [3]);
  } finally {
    console.log = log;
  }
  assert.deepEqual(said, ["n\n1\n1 row", "n\n2\n1 row", "[ 3 ]"]);
});

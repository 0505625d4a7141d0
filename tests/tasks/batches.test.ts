import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../lib/cli/jupyter/environment/exists.ts";
import { inputFiles } from "../../lib/cli/jupyter/environment/input_files.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { batchesOf, fileName, SLOW } from "../../tasks/tests/batches.ts";
import { asModule, examplesIn } from "../../tasks/tests/examples.ts";
import { inTurns } from "../../tasks/tests/in_turns.ts";

const files = (await Array.fromAsync(inputFiles(ROOT, "tests")))
  .map(({ name }) => name).filter((name) => name.endsWith(".test.ts"));

Deno.test("every test file is in one batch, and the quick ones are not the slow ones", () => {
  const all = batchesOf(files);
  assert.deepEqual(all.flatMap(({ files }) => files).sort(), files.toSorted());
  assert.equal(new Set(all.map(fileName)).size, all.length);
  const slow = new Set(SLOW.map(({ name }) => name));
  const quick = batchesOf(files, { quick: true });
  assert.ok(quick.length > 5);
  assert.deepEqual(
    quick.map(({ name }) => name),
    all.map(({ name }) => name).filter((name) => !slow.has(name)),
  );
  // What has to be alone is the last to start.
  const alone = all.map(({ alone }) => alone);
  assert.deepEqual(alone, alone.toSorted((a, b) => Number(a) - Number(b)));
});

Deno.test("every place of the slow groups is there", async () => {
  for (const place of SLOW.flatMap(({ places }) => places)) {
    assert.ok(await exists(join(ROOT, place)), place);
  }
});

Deno.test("the nearest place has a file", () => {
  const slow = [
    { name: "far", places: ["tests/a"] },
    { name: "near", places: ["tests/a/b/c.test.ts"], alone: true },
  ];
  const files = ["tests/a/b/c.test.ts", "tests/a/b/d.test.ts"];
  assert.deepEqual(batchesOf(files, { slow }), [
    { name: "far", files: ["tests/a/b/d.test.ts"], alone: false },
    { name: "near", files: ["tests/a/b/c.test.ts"], alone: true },
  ]);
});

const FENCE = "```";

Deno.test("examples are found in comments and Markdown, and no other code is", () => {
  const module = `/**
 * Doubles.
 *
 * @example
 * ${FENCE}ts
 * import { double } from "./double.ts";
 *
 * double(2);
 * ${FENCE}
 * ${FENCE}ts ignore
 * neither();
 * ${FENCE}
 */
export const double = (n: number) => 2 * n;
interface A {
  /**
   * ${FENCE}js
   * 1;
   * ${FENCE}
   */
  a: 1;
}
// ${FENCE}ts
const text = "${FENCE}ts";
`;
  assert.deepEqual(examplesIn("double.ts", module), [
    { line: 6, code: 'import { double } from "./double.ts";\n\ndouble(2);\n' },
    { line: 18, code: "1;\n" },
  ]);
  const page = `${FENCE}sh\nls\n${FENCE}\n${FENCE}ts\n2;\n${FENCE}\n`;
  assert.deepEqual(examplesIn("page.md", page), [{ line: 5, code: "2;\n" }]);
});

Deno.test("an example finds what it imports, on the lines it stands on", () => {
  const code = 'import { a } from "./a.ts";\n' +
    'import assert from "node:assert/strict";\n' +
    'await import("../b.ts");\nnew URL("c", import.meta.url);\n';
  assert.deepEqual(asModule("/p/lib/x.ts", { line: 3, code }).split("\n"), [
    "",
    "",
    'import { a } from "file:///p/lib/a.ts";',
    'import assert from "node:assert/strict";',
    'await import("file:///p/b.ts");',
    'new URL("c", "file:///p/lib/x.ts");',
    "export {};",
    "",
  ]);
});

Deno.test("no more is worked on at once than was said", async () => {
  let now = 0;
  let most = 0;
  const work = async (n: number) => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, 5));
    now--;
    return -n;
  };
  assert.deepEqual(await inTurns([1, 2, 3, 4, 5], 2, work), [
    -1,
    -2,
    -3,
    -4,
    -5,
  ]);
  assert.equal(most, 2);
  assert.deepEqual(await inTurns([], 2, work), []);
});

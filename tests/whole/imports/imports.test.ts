import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { findCircle, reachedFrom, readModules, roomOf } from "./walk.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

const modules = await readModules(join(ROOT, "lib"));

/** The rooms that a room may import from, besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  quantity: [],
  text: [],
  reconcile: ["quantity"],
  dataset: ["quantity", "text"],
  reading: ["quantity", "text"],
  analysis: ["quantity", "text", "reconcile", "dataset", "reading"],
  diff: ["quantity", "text", "reconcile", "dataset"],
  // What is shown stands above what is found out.
  notebook: [
    ...["quantity", "text", "reconcile", "dataset", "reading", "analysis"],
  ],
  frames: ["quantity", "text", "reconcile", "dataset", "analysis"],
  chart: ["quantity", "text", "reconcile", "dataset", "analysis", "notebook"],
  site: [
    ...["quantity", "text", "reconcile", "dataset", "reading", "analysis"],
    ...["chart", "notebook", "diff"],
  ],
  cli: [
    ...["quantity", "text", "reconcile", "dataset", "reading", "analysis"],
    ...["chart", "notebook", "diff", "frames", "site"],
  ],
};

Deno.test("no modules import each other in a circle, of types neither", () => {
  assert.equal(findCircle(modules)?.join(" -> "), undefined);
});

Deno.test("a circle is found", () => {
  const of = (name: string, ...imports: string[]) => ({
    name,
    imports,
    packages: [],
  });
  const line = [of("a", "b", "c"), of("b", "c"), of("c")];
  assert.equal(findCircle(line), undefined);
  assert.deepEqual(findCircle([...line, of("d", "e"), of("e", "a", "d")]), [
    ...["d", "e", "d"],
  ]);
});

Deno.test("imports run one way, from room to room", () => {
  const wrong = modules.flatMap(({ name, imports }) => {
    const room = roomOf(name);
    if (room.endsWith(".ts")) return [];
    const may = MAY[room];
    assert.ok(may, `lib/${room}/ is new: say in this test what it may import`);
    return imports.filter((other) =>
      roomOf(other) !== room && !may.includes(roomOf(other))
    ).map((other) => `${name} imports ${other}`);
  });
  assert.deepEqual(wrong, []);
});

Deno.test("Polars is known to the frames alone", () => {
  const those = modules.filter(({ packages }) =>
    packages.includes("nodejs-polars")
  ).map(({ name }) => name);
  assert.deepEqual([...new Set(those.map(roomOf))], ["frames"]);
});

Deno.test("the front door and the engine's reach no frame, and the engine nothing of Deno", () => {
  const front = reachedFrom(modules, "mod.ts").map(({ name }) => roomOf(name));
  assert.ok(front.includes("dataset"));
  assert.ok(!front.includes("frames"));
  for (const door of ["engine.ts", "quantity.ts"]) {
    const reached = reachedFrom(modules, door);
    const packages = new Set(reached.flatMap(({ packages }) => packages));
    for (const name of packages) {
      assert.ok(["highs", "fastest-levenshtein"].includes(name), name);
    }
    for (const { name } of reached) {
      assert.ok(
        [door, "quantity", "reconcile"].includes(roomOf(name)),
        `${door} reaches ${name}`,
      );
    }
  }
});

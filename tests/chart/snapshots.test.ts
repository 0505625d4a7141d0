import { drawSmall } from "./draw_small.ts";
import assert from "node:assert/strict";

// After a change that was meant:
//   deno test -A tests/chart/snapshots.test.ts -- --update
const UPDATE = Deno.args.includes("--update");
const FOLDER = new URL("snapshots/", import.meta.url);

/** A line an element, so that a change is seen in review. */
function inLines(svg: string): string {
  return `${svg.replaceAll("><", ">\n<")}\n`;
}

Deno.test("each chart of a few claims is drawn as it was", async (t) => {
  const charts = await drawSmall();
  if (UPDATE) await Deno.mkdir(FOLDER, { recursive: true });
  for (const [name, { svg }] of Object.entries(charts)) {
    await t.step(name, async () => {
      const file = new URL(`${name}.svg`, FOLDER);
      const drawn = inLines(svg);
      if (UPDATE) await Deno.writeTextFile(file, drawn);
      assert.equal(
        drawn,
        await Deno.readTextFile(file).catch(() => ""),
        `${name} is drawn differently: look at it, then run this with --update`,
      );
    });
  }
  const kept = [...Deno.readDirSync(FOLDER)].map(({ name }) => name).toSorted();
  assert.deepEqual(
    kept,
    Object.keys(charts).map((name) => `${name}.svg`).toSorted(),
  );
});

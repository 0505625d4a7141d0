import { claimsTimeline } from "../../../lib/chart.ts";
import { loadDataset } from "../../../lib/mod.ts";
import assert from "node:assert/strict";

const root = new URL("../../../", import.meta.url);

Deno.test("the README's chart is the one that the data give", async () => {
  const data = await loadDataset(new URL("data", root));
  const { svg } = claimsTimeline(data.only({ collections: ["reports"] }));
  const committed = await Deno.readTextFile(
    new URL("notebooks/charts/claims-timeline.svg", root),
  );
  assert.equal(committed, `${svg}\n`, "run deno task readme");
});

Deno.test("every file and folder that the README links to is there", async () => {
  const readme = await Deno.readTextFile(new URL("README.md", root));
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
  assert.ok(links.length > 2);
  for (const [, path] of links) {
    await Deno.stat(new URL(path!, root));
  }
});

import { join } from "node:path";
import { loadDataset } from "../../lib/dataset/load.ts";
import assert from "node:assert/strict";

const folder = Deno.env.get("TALLYSTICK_SOURCES");
const data = await loadDataset(new URL("../../data", import.meta.url));
const reports = data.claims.filter((row) => row.collection === "reports");

Deno.test("every wording of the reports has at most twelve words", () => {
  assert.ok(reports.length > 0);
  for (const { claim_id, wording } of reports) {
    const words = wording?.split(/\s+/).length ?? 0;
    assert.ok(words >= 1 && words <= 12, `${claim_id}: ${words} words`);
  }
});

Deno.test("every claim of the reports says where it stands and how well it is known", () => {
  for (const row of reports) {
    assert.match(row.locator ?? "", /^p[1-9]\d*$/, row.claim_id);
    assert.ok(row.source_id && row.speaker && row.status, row.claim_id);
  }
});

Deno.test({
  name: folder
    ? "every wording stands in the paragraph it names, letter for letter"
    : "every wording stands in the paragraph it names " +
      "(TALLYSTICK_SOURCES is not set to the folder with the reports' texts)",
  ignore: !folder,
  fn: async () => {
    const paragraphs = new Map<string, string[]>();
    for (const source of data.sources) {
      if (source.collection !== "reports") continue;
      const file = source["text_file"] as string;
      const text = await Deno.readTextFile(join(folder!, file));
      paragraphs.set(
        source.source_id,
        text.split(/\r?\n/).filter((line) => line.trim() !== ""),
      );
    }
    const missing = reports.filter(({ source_id, locator, wording }) =>
      !paragraphs.get(source_id!)?.[Number(locator!.slice(1)) - 1]
        ?.includes(wording!)
    );
    assert.deepEqual(missing.map((row) => row.claim_id), []);
  },
});

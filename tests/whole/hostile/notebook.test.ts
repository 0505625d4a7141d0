import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { executeNotebook } from "../../../lib/cli/jupyter/notebook/execute.ts";
import { TEMPLATE } from "../../../lib/site/make_pages.ts";
import { withFolder } from "../files/folder.ts";
import { browserTest } from "../../support/browser.ts";
import {
  HOSTILE,
  writeHostileDataset,
} from "../../cli/report/hostile_dataset.ts";
import { inPage, open } from "../../support/open_page.ts";
import { writeLongDataset } from "./long_dataset.ts";
import { assertNothingRan } from "./nothing_ran.ts";

type Bundle = Record<string, string | string[]>;

/** Runs the template on a dataset; what its cells show. */
async function outputsOn(data: string, folder: string): Promise<Bundle[]> {
  const out = join(folder, "out.ipynb");
  await executeNotebook({
    notebook: join(ROOT, "notebooks", TEMPLATE),
    out,
    env: { TALLYSTICK_DATA: data },
  });
  const { cells } = JSON.parse(await Deno.readTextFile(out)) as {
    cells: { outputs?: { data?: Bundle }[] }[];
  };
  return cells.flatMap(({ outputs }) =>
    (outputs ?? []).flatMap(({ data }) => data ? [data] : [])
  );
}

function text(content: string | string[] | undefined): string {
  return typeof content === "string" ? content : (content ?? []).join("");
}

browserTest(
  "hostile text stays text in what the template notebook shows",
  async (browser) => {
    await withFolder(async (folder) => {
      const data = join(folder, "data");
      await writeHostileDataset(data);
      const outputs = await outputsOn(data, folder);
      const types = new Set(outputs.flatMap((bundle) => Object.keys(bundle)));
      assert.deepEqual(
        [...types].sort(),
        ["image/svg+xml", "text/html", "text/plain"],
      );
      assert.ok(outputs.length >= 8);
      for (const bundle of outputs) {
        assert.doesNotMatch(
          text(bundle["text/plain"]),
          // deno-lint-ignore no-control-regex
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }
      // As a trusting Jupyter shows them: into the page, without a policy.
      const page = join(folder, "outputs.html");
      await Deno.writeTextFile(
        page,
        `<!DOCTYPE html><meta charset="utf-8">${
          outputs.map((bundle) =>
            text(bundle["text/html"] ?? bundle["image/svg+xml"])
          ).join("\n")
        }`,
      );
      const url = pathToFileURL(page).href;
      const opened = await open(await browser.newContext(), url);
      await assertNothingRan(opened, "outputs");
      assert.deepEqual(opened.requests, [url]);
      const words = await inPage<string>(
        opened.page,
        "document.body.textContent",
      );
      for (const hostile of HOSTILE) {
        if (/\p{Cc}|\u202e/u.test(hostile)) continue;
        assert.ok(words.includes(hostile.trim()), hostile);
      }
    });
  },
);

Deno.test("long text in every field leaves the template notebook small", async () => {
  await withFolder(async (folder) => {
    const data = join(folder, "data");
    await Deno.mkdir(data);
    await writeLongDataset(data, 20_000);
    const outputs = await outputsOn(data, folder);
    const size = JSON.stringify(outputs).length;
    assert.ok(size < 500_000, `${size} letters`);
  });
});

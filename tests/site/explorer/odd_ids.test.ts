import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { runTask } from "../../cli/run_task.ts";
import { withFiles } from "../../whole/files/folder.ts";
import { browserTest } from "../../support/browser.ts";
import { inPage } from "../../support/open_page.ts";
import {
  goTo,
  openExplorer,
  savedFolder,
  savedResult,
  shown,
} from "./drive.ts";
import { writeReport } from "./explorer_report.ts";

// What every object of a browser answers to: Deno has taken `__proto__` away,
// so that nothing else than a browser shows what becomes of it.
const IDS = ["__proto__", "constructor", "toString", "hasOwnProperty"];

/** Two claims a count that disagree, unless one is read otherwise. */
function tables(): Record<string, string> {
  const rows = IDS.flatMap((id, i) => [
    `${id},${id},total,1${i},${id},2024-01,2024-01,${id},${id},${id}`,
    `other-${i},${id},total,2${i},exact,2024-01,2024-01,${id},${id},${id}`,
  ]);
  return {
    "claims.csv":
      "claim_id,measure,kind,stated,hedge,start,end,source_id,origin,collection\n" +
      `${rows.join("\n")}\n`,
    "readings.csv": "claim_id,reading,stated,grounds\n" +
      IDS.map((id, i) => `${id},${id},2${i},x\n`).join(""),
    "sources.csv": "source_id,publisher,published,url\n" +
      IDS.map((id, i) =>
        `${id},${id},2024-02,${
          i % 2 ? "javascript:globalThis.hit=1" : '"data:text/html,x"'
        }\n`
      ).join(""),
    "measures.csv": `measure,label\n${IDS.map((id) => `${id},\n`).join("")}`,
    "hedges.csv": "hedge,low,high\n" + IDS.map((id) => `${id},0,0\n`).join(""),
  };
}

/** What `deno task reconcile --json` says of a folder. */
async function command(folder: string, ...readings: string[]) {
  const { code, stdout, stderr } = await runTask(
    "reconcile",
    folder,
    "--json",
    ...readings.flatMap((pair) => ["--reading", pair]),
  );
  assert.ok(code < 2, stderr);
  return JSON.parse(stdout);
}

browserTest(
  "ids that every object answers to: the page says what the command says",
  async (browser) => {
    await withFiles(tables(), async (folder) => {
      const report = await writeReport(folder, "odd-ids");
      const url = pathToFileURL(join(report, "explorer.html")).href;
      const context = await browser.newContext();
      const { page, said } = await openExplorer(context, url);
      assert.deepEqual(await savedResult(page), await command(folder));

      const selects = () =>
        inPage<string[]>(
          page,
          `[...document.querySelectorAll("#x-claims select")].map((e) => e.value)`,
        );
      assert.deepEqual(await selects(), IDS.map(() => "default"));

      // Each reading by itself settles one of the conflicts.
      const pairs = IDS.map((id) => `${id}=${id}`);
      const readings = IDS.map((id) => ["reading", JSON.stringify([id, id])]);
      await goTo(page, `${new URLSearchParams(readings.slice(0, 1))}`);
      assert.deepEqual(
        await savedResult(page),
        await command(folder, ...pairs.slice(0, 1)),
      );
      await goTo(page, `${new URLSearchParams(readings)}`);
      const result = await savedResult(page);
      assert.deepEqual(result, await command(folder, ...pairs));
      assert.equal(result.consistent, true);
      assert.match((await shown(page)).sentence, /all of them can be true/);
      assert.deepEqual(await selects(), IDS);

      // As saved they are the same again, and no label is an object's.
      await withFiles({}, async (into) => {
        const saved = await loadDataset(await savedFolder(page, into));
        const { claims } = await loadDataset(folder);
        assert.deepEqual(saved.claims, claims);
      });
      const text = await inPage<string>(page, "document.body.innerText");
      assert.doesNotMatch(text, /\[object|\[native code/);

      // One is taken back by hand, and stands in the address without it.
      await page.click(`[aria-label="Take back: __proto__ read as __proto__"]`);
      await page.waitForTimeout(400);
      const address = decodeURIComponent(await inPage(page, "location.hash"));
      assert.doesNotMatch(address, /__proto__/);
      assert.match(address, /\["constructor","constructor"\]/);

      // No address of a source is a link but one of the web.
      for (const name of ["explorer.html", "claims.html"]) {
        await page.goto(pathToFileURL(join(report, name)).href);
        const hrefs = await inPage<string[]>(
          page,
          `[...document.querySelectorAll("[href], [src]")].map((e) => e.getAttribute("href") ?? e.getAttribute("src"))`,
        );
        assert.ok(hrefs.length > 0);
        for (const href of hrefs) {
          assert.doesNotMatch(
            href,
            /^\s*(javascript:|data:(?!image\/svg))/i,
            name,
          );
        }
      }
      assert.deepEqual(said, []);
      await context.close();
    });
  },
);

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../../lib/dataset/load.ts";
import type { Findings } from "../../lib/site/claims/findings.ts";
import { makePages } from "../../lib/site/make_pages.ts";
import { unsettled } from "../../lib/site/claims/findings.ts";
import { writeLargeDataset } from "../../tasks/bench/large_dataset.ts";
import { browserTest } from "../support/browser.ts";
import { inPage, open, until } from "../support/open_page.ts";
import { withFolder } from "../whole/files/folder.ts";

const CLAIMS = 8000;
const TEN_MB = 10e6;

/** As if all had been worked out: every modelled claim with two more numbers. */
async function pagesOf(folder: string) {
  await writeLargeDataset(folder, CLAIMS);
  const dataset = await loadDataset(folder);
  const findings: Findings = {
    ...unsettled(null),
    settled: true,
    conflictsComplete: true,
    conflictsCertain: true,
    dropCertain: true,
    claims: dataset.claims.filter(({ kind }) => kind !== "none").map((
      { claim_id },
      i,
    ) => ({
      ...{ claim: claim_id, reading: "default", low: i, high: 2 * i + 1 },
      ...{ implied_low: i / 7, implied_high: i % 5 ? 3 * i + 0.5 : null },
    })),
  };
  const claims = { dataset, findings: [findings] };
  return {
    dataset,
    pages: await makePages({ data: folder, notebooks: [], claims }),
  };
}

browserTest(
  "pages of 8,000 claims are under 10 MB each, and open folded under contents",
  async (browser) => {
    await withFolder(async (folder) => {
      const { dataset, pages } = await pagesOf(join(folder, "data"));
      for (const [name, html] of pages) {
        const size = new TextEncoder().encode(html).length;
        assert.ok(size < TEN_MB, `${name} has ${size} bytes`);
      }
      const path = join(folder, "claims.html");
      await Deno.writeTextFile(path, pages.get("claims.html")!);
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
      });
      const { page, said } = await open(context, pathToFileURL(path).href);
      const [entries, screens, listed, ready] = await inPage<number[]>(
        page,
        `[
          document.querySelectorAll("article.claim").length,
          document.documentElement.scrollHeight / innerHeight,
          document.querySelectorAll(".toc a").length,
          performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
        ]`,
      );
      assert.equal(entries, CLAIMS);
      assert.ok(screens! < 20, `${screens} screens`);
      assert.ok(listed! > 1);
      // How fast a machine is and what else it does: printed.
      console.log(`${CLAIMS} claims: ready after ${Math.round(ready!)} ms`);

      // A claim in the midst is found by a link and by a word.
      const { claim_id } = dataset.claims[CLAIMS / 2]!;
      await inPage(page, `void (location.hash = "#${claim_id}")`);
      const seen = `document.getElementById("${claim_id}").checkVisibility()`;
      await until(page, seen);
      await page.fill(`[id="find:words"]`, claim_id);
      await until(
        page,
        `document.getElementById("find:found").textContent === "1 of 8,000 claims"`,
      );
      assert.equal(await inPage(page, seen), true);
      assert.deepEqual(said, []);
      await context.close();
    });
  },
);

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { makePages } from "../../lib/site/make_pages.ts";
import { findingsOf } from "../../lib/site/claims/findings.ts";
import { conflictDiagram } from "../../lib/chart/conflict_diagram.ts";
import { guardCell, quoteCell } from "../../lib/text/guard.ts";
import { browserTest } from "../support/browser.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
  open,
} from "../support/open_page.ts";

const FOLDER = new URL("../../examples/outbreak", import.meta.url).pathname;

/** What spreadsheets would run, in more ways than a sign at the very start. */
const HOSTILE = ["a;=1+1", "＝1+1", "\u200b=1", 'a|"@x', "-", "1 - 1 = 0"];

/** Pages of the example, with a notebook of one table, in a folder. */
async function inReport(
  test: (address: (page: string) => string) => Promise<void>,
): Promise<void> {
  const dataset = await loadDataset(FOLDER);
  using result = await reconcile(dataset);
  const drawing = conflictDiagram(result, { most: 2 }).svg;
  const findings = [{ ...findingsOf(null, result), drawing }];
  const rows = Array.from(
    { length: 14 },
    (_, i) =>
      `<tr><td>${i}</td><td>${HOSTILE[i] ?? `=r${i}`}</td><td class="number">${
        i * 1000
      }</td></tr>`,
  );
  const pages = await makePages({
    data: FOLDER,
    claims: { dataset, findings },
    notebooks: [{
      file: "01-one.ipynb",
      title: "One table",
      question: "What does it hold?",
      headings: [],
      body:
        `<h1>One table</h1><div class="output scroll" role="region" tabindex="0" aria-label="Output"><table><caption>Cases</caption><thead><tr><th></th><th>id<br><small>String</small></th><th class="number">cases<br><small>Int64</small></th></tr></thead><tbody>${
          rows.join("")
        }</tbody></table></div>`,
    }],
  });
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, html] of pages) {
      await Deno.writeTextFile(join(folder, name), html);
    }
    await test((page) => pathToFileURL(join(folder, page)).href);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function saved(page: Page, selector: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(selector),
  ]);
  return await Deno.readFile(await download.path());
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

browserTest(
  "a chart gives its numbers, itself as an image, and how to cite it",
  async (browser) => {
    await inReport(async (address) => {
      const context = await browser.newContext();
      const { page, said, requests } = await open(
        context,
        address("index.html"),
      );
      const bar = '.tools[data-of="finding:1"]';
      const csv = text(await saved(page, `${bar} [data-do="data"]`));
      assert.match(csv, /herald-at-least-9000/);
      const svg = text(await saved(page, `${bar} [data-do="svg"]`));
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      const png = await saved(page, `${bar} [data-do="png"]`);
      assert.deepEqual([...png.slice(1, 4)], [0x50, 0x4e, 0x47]);
      await page.click(`${bar} [data-do="cite"]`);
      const cited = await inPage<string>(
        page,
        `document.querySelector('${bar} output').textContent`,
      );
      assert.match(cited, /What cannot all be true/);
      assert.ok(cited.endsWith("index.html#finding:1"), cited);
      const zip = await saved(page, ".terms a[download]");
      assert.deepEqual([...zip.slice(0, 2)], [0x50, 0x4b]);
      assert.deepEqual(said, []);
      assert.equal(requests.length, 1);
    });
  },
);

browserTest(
  "a table can be sorted and searched, and shows its types when asked",
  async (browser) => {
    await inReport(async (address) => {
      const context = await browser.newContext();
      const { page } = await open(context, address("01-one.html"));
      // A column without a heading has no button, which would have no name.
      assert.equal(
        await inPage(page, `document.querySelectorAll("th button").length`),
        2,
      );
      const first =
        `document.querySelector("tbody tr td:last-child").textContent`;
      await page.click("th.number button");
      await page.click("th.number button");
      assert.equal(await inPage(page, first), "13000");
      assert.equal(
        await inPage(
          page,
          `document.querySelector("th.number").getAttribute("aria-sort")`,
        ),
        "descending",
      );
      await page.fill(".search input", "r12");
      assert.equal(
        await inPage(
          page,
          `[...document.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility()).length`,
        ),
        1,
      );
      const types = `document.querySelector("th small").checkVisibility()`;
      assert.equal(await inPage(page, types), false);
      await page.click('.tools [data-do="types"]');
      assert.equal(await inPage(page, types), true);
      const csv = text(await saved(page, '.tools [data-do="data"]'));
      assert.match(csv, /^,id,cases\r\n13,'=r13,13000\r\n/);
      HOSTILE.forEach((cell, i) => {
        const row = `\r\n${i},${quoteCell(guardCell(cell))},${i * 1000}\r\n`;
        assert(csv.includes(row), row);
      });
    });
  },
);

browserTest(
  "a conflict has an address, its proof as data, and names that fit a phone",
  async (browser) => {
    await inReport(async (address) => {
      const context = await browser.newContext({
        viewport: { width: 390, height: 800 },
      });
      const { page } = await open(context, address("conflicts.html"));
      const csv = text(
        await saved(page, '#conflict-1-1 .tools [data-do="data"]'),
      );
      assert.match(csv, /^Claim,Side,From,To,Value,Times\r\n/);
      assert.match(csv, /at least,2023-03-01,2023-08-31,9000,1/);
      for (const name of ["conflicts.html", "index.html", "01-one.html"]) {
        const { page } = await open(context, address(name));
        await assertFits(page, name, 390);
        await assertAccessible(page, name);
      }
    });
  },
);

import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import type { ResultJson } from "../../../lib/reconcile/result.ts";
import { exampleTables } from "../../../lib/site/workbench/example.ts";
import {
  contractColumns,
  emptyWorkbench,
  TABLE_NAMES,
  tableOf,
  type Workbench,
} from "../../../lib/site/workbench/state.ts";
import { HOSTILE } from "../../cli/report/hostile_dataset.ts";
import { runTask } from "../../cli/run_task.ts";
import { browserTest } from "../../support/browser.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
  until,
} from "../../support/open_page.ts";
import { withFolder } from "../../whole/files/folder.ts";
import { explorerUrl } from "../explorer/explorer_report.ts";
import { saved } from "../explorer/drive.ts";
import {
  focused,
  openBench,
  savedBench,
  sentence,
  settled,
  shownOptions,
  writeWorkbench,
} from "./bench_page.ts";

const example: Workbench = { ...emptyWorkbench(), tables: exampleTables() };

browserTest(
  "three claims put in with the keyboard alone cannot all be true",
  async (browser) => {
    const context = await browser.newContext();
    const url = await writeWorkbench("empty");
    const { page, said, requests } = await openBench(context, url);
    assert.equal(await sentence(page), "No claims yet.");
    const { keyboard } = page;
    for (let i = 0; i < 40 && await focused(page) !== "w-start-type"; i++) {
      await keyboard.press("Tab");
    }
    await keyboard.press("Enter");
    assert.equal(await focused(page), "w-field-measure");
    // The first half had 100 at least, the second 50, and the year 120 at most.
    const claims = [
      ["cases", "100", "at least", "2024-01", "2024-06"],
      ["cases", "50", "at least", "2024-07", "2024-12"],
      ["cases", "120", "up to", "2024-01", "2024-12"],
    ];
    for (const [i, [measure, stated, hedge, start, end]] of claims.entries()) {
      if (i === 0) {
        await keyboard.type(measure!);
        await keyboard.press("Tab");
        await keyboard.press("Tab");
      }
      // Of the next ones what is counted stands there already.
      assert.equal(await focused(page), "w-field-stated");
      await keyboard.type(stated!);
      await keyboard.press("Tab");
      await keyboard.press("Tab");
      assert.equal(await focused(page), "w-field-hedge");
      await keyboard.type(hedge!.replace(" ", "_"));
      await keyboard.press("Tab");
      await keyboard.type(start!);
      await keyboard.press("Tab");
      await keyboard.type(end!);
      if (i < 2) await keyboard.press("Control+Enter");
      else await keyboard.press("Tab");
    }
    await settled(page);
    assert.equal(
      await sentence(page),
      "3 claims: they cannot all be true.",
    );
    await until(
      page,
      `document.getElementById("w-to-conflicts").textContent === "1 conflict"`,
    );
    assert.match(
      await page.textContent("#w-why") ?? "",
      /100.*50.*150.*120/s,
    );
    await until(
      page,
      `/cannot all be true/.test(document.getElementById("w-said").textContent)`,
    );
    // Each step is undone and done again, and the focus stays.
    const before = await focused(page);
    await keyboard.press("Control+z");
    await settled(page);
    assert.match(await sentence(page), /without 1 row with problems/);
    await keyboard.press("Control+Shift+z");
    await settled(page);
    assert.equal(await sentence(page), "3 claims: they cannot all be true.");
    assert.equal(await focused(page), before);
    assert.deepEqual(said, []);
    assert.equal(requests.length, 1);
  },
);

browserTest(
  "cells are edited where they stand, with their problems and what is certain",
  async (browser) => {
    const context = await browser.newContext();
    const url = await writeWorkbench("example", example);
    const { page, said } = await openBench(context, url);
    const { keyboard } = page;
    await page.focus(`#w-grid [data-row="0"] [data-column="stated"]`);
    await keyboard.type("300,000");
    await keyboard.press("Enter");
    assert.equal(await focused(page), "stated");
    await settled(page);
    assert.match(await sentence(page), /without 1 row with problems/);
    assert.match(
      await page.textContent(`[data-row="0"] [data-column="stated"]`) ?? "",
      /write 300000/,
    );
    // Escape leaves a cell as it was.
    await keyboard.press("Enter");
    await keyboard.type("1");
    await keyboard.press("Escape");
    assert.equal(await focused(page), "stated");
    await page.click(`[data-row="0"] [data-column="stated"] .w-fix`);
    await settled(page);
    assert.equal(
      await inPage(
        page,
        `document.querySelector('[data-row="0"] [data-column="stated"]').textContent`,
      ),
      "300000",
    );
    assert.doesNotMatch(await sentence(page), /problems/);
    assert.ok(await page.isHidden("#w-to-problems"));

    // A row is copied under an id of its own, and what was sorted stays.
    await page.click("#w-copy");
    assert.equal(
      await inPage(
        page,
        `document.querySelectorAll("#w-grid tbody tr").length`,
      ),
      4,
    );
    await page.click(`[data-sort="stated"]`);
    assert.deepEqual(
      await inPage(
        page,
        `[...document.querySelectorAll("#w-grid tbody tr")].map((row) => row.dataset.row)`,
      ),
      ["1", "2", "0", "3"],
    );
    await page.fill("#w-filter", "radio");
    assert.equal(
      await inPage(
        page,
        `document.querySelectorAll("#w-grid tbody tr").length`,
      ),
      1,
    );
    await page.fill("#w-filter", "");
    await page.click(`#w-grid [data-row="3"] input`);
    await page.click("#w-remove");
    await settled(page);
    assert.match(await sentence(page), /^3 claims/);
    assert.deepEqual(said, []);
  },
);

browserTest(
  "what the explorer has switched and added goes along into the workbench",
  async (browser) => {
    const context = await browser.newContext({ acceptDownloads: true });
    const own = {
      id: "own-1",
      ...{ measure: "proceedings", kind: "total", stated: "90000" },
      ...{ hedge: "exact", start: "2025-10", end: "2025-10" },
    };
    const fragment = new URLSearchParams([
      ["without", "wtat-100k-200k-self-leave"],
      ["own", JSON.stringify(own)],
      ["width", "2"],
    ]);
    const { page } = await openBenchOf(
      context,
      `${await explorerUrl()}#${fragment}`,
    );
    await page.click("#x-edit");
    await until(page, `!!document.getElementById("w")`);
    await settled(page);
    assert.match(
      await inPage(page, `document.getElementById("w-note").textContent`),
      /claims of the link/,
    );
    await page.click("#w-save-tab");
    assert.deepEqual(
      await shownOptions(page),
      [
        ...["--collection", "reports", "--collection", ""],
        ...["--without", "wtat-100k-200k-self-leave", "--width", "2", "--json"],
      ],
    );
    assert.equal(
      await inPage(
        page,
        `document.querySelector("#w-table-claims small").textContent`,
      ),
      String(
        (await loadDataset(new URL("../../../data", import.meta.url))).claims
          .length + 1,
      ),
    );
  },
);

/** Opens any page of a report. */
async function openBenchOf(
  context: Parameters<typeof openBench>[0],
  url: string,
) {
  const page = await context.newPage();
  await page.goto(url);
  await until(page, `!document.getElementById("x-explorer").hidden`);
  return { page };
}

/** A workbench with hostile text in every cell that takes text. */
function hostileBench(): Workbench {
  let turn = 0;
  const bad = () => HOSTILE[turn++ % HOSTILE.length]!;
  const filled = (table: (typeof TABLE_NAMES)[number]) =>
    tableOf(
      table,
      HOSTILE.map(() =>
        Object.fromEntries(
          [...contractColumns(table), bad()].map((column) => [column, bad()]),
        )
      ),
    );
  return {
    ...emptyWorkbench(),
    tables: Object.fromEntries(
      TABLE_NAMES.map((name) => [name, filled(name)]),
    ) as unknown as Workbench["tables"],
    about: { title: bad(), [bad()]: bad() },
    files: { "NOTES.md": bad() },
    texts: { [bad()]: bad() },
  };
}

browserTest("hostile text in every cell stays text", async (browser) => {
  const context = await browser.newContext();
  const bench = hostileBench();
  const url = await writeWorkbench("hostile", bench);
  const { page, said, requests } = await openBench(context, url);
  const harmless = async () =>
    assert.deepEqual(
      await inPage(
        page,
        `({
          hit: globalThis.hit ?? null,
          foreign: document.querySelectorAll("iframe, base, main link, main img, main math, object, embed, main script, main foreignObject").length,
          handlers: [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
          links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((href) => !/^(https?:|#|[\\w-]+\\.html(#|$))/.test(href)),
        })`,
      ),
      { hit: null, foreign: 0, handlers: [], links: [] },
    );
  await page.check("#w-all-columns");
  for (const name of TABLE_NAMES) {
    await page.click(`#w-table-${name}`);
    await harmless();
  }
  await page.click("#w-table-claims");
  // Sound, so that results are shown: the texts stand in all that is free.
  await page.click("#w-open-tab");
  await inPage(page, `document.getElementById("w-start-example").click()`);
  await settled(page);
  for (const [row, text] of HOSTILE.slice(0, 3).entries()) {
    for (const column of ["claim_id", "speaker", "wording", "note"]) {
      await inPage(
        page,
        `(() => {
          const cell = document.querySelector('#w-grid [data-row="${row}"] [data-column="${column}"]');
          cell.focus();
          cell.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          const input = document.querySelector("#w-grid td input");
          input.value = ${JSON.stringify(`${text.trim()} ${row}`)};
          input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        })()`,
      );
    }
  }
  await settled(page);
  assert.match(await sentence(page), /^3 claims: they cannot all be true/);
  for (const tab of ["see", "save", "edit", "open", "read"]) {
    await page.click(`#w-${tab}-tab`);
    await page.waitForTimeout(100);
    await harmless();
  }
  await page.click("#w-save-tab");
  const report = new TextDecoder().decode(
    await saved(page, "#w-save-report"),
  );
  assert.doesNotMatch(report, /<(?:script|iframe|img|base|link)\b/i);
  assert.deepEqual(said, []);
  assert.equal(requests.length, 1);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1200]) {
    browserTest(
      `every panel fits ${width} px in ${colorScheme}, and axe finds nothing serious`,
      async (browser) => {
        for (const tab of ["open", "read", "edit", "see", "save"]) {
          const context = await browser.newContext({
            colorScheme,
            viewport: { width, height: 800 },
          });
          const url = await writeWorkbench("example", example);
          const { page, said } = await openBench(context, url);
          // With something that is wrong, and the question whether to keep it.
          await page.focus(`#w-grid [data-row="1"] [data-column="stated"]`);
          await page.keyboard.type("1,0");
          await page.keyboard.press("Enter");
          await page.click(`#w-${tab}-tab`);
          await settled(page);
          const name = `${tab} ${colorScheme} ${width}`;
          await assertFits(page, name, width);
          await inPage(
            page,
            `document.querySelectorAll("details").forEach((d) => d.open = true)`,
          );
          await assertFits(page, `${name} unfolded`, width);
          await assertAccessible(page, name);
          assert.deepEqual(said, []);
          await context.close();
        }
      },
    );
  }
}

browserTest(
  "what is kept in the browser is there again, and a link holds all of it",
  async (browser) => {
    const context = await browser.newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const url = await writeWorkbench("kept");
    const { page } = await openBench(context, url);
    await page.click("#w-start-example");
    await page.click("#w-ask-yes");
    await settled(page);
    await page.waitForTimeout(600);
    await page.reload();
    await until(page, `!document.getElementById("w").hidden`);
    await settled(page);
    assert.match(await sentence(page), /^3 claims/);
    assert.match(
      await page.textContent("#w-note") ?? "",
      /kept in this browser/,
    );
    await page.click("#w-save-tab");
    await page.click("#w-copy-link");
    await until(
      page,
      `/copied|stands below/.test(document.getElementById("w-note").textContent)`,
    );
    const link = await inPage<string>(
      page,
      `document.querySelector("#w-save-pass ~ textarea")?.value ?? navigator.clipboard.readText()`,
    );
    assert.match(link, /#bench=[\w-]+$/);
    const other = await browser.newContext();
    const again = await openBench(other, link);
    assert.match(await sentence(again.page), /^3 claims: they cannot/);
    await page.click("#w-clear");
    await page.reload();
    await until(page, `!document.getElementById("w").hidden`);
    assert.equal(await sentence(page), "No claims yet.");
  },
);

Deno.test("the workbench is one file under 6 MB", async () => {
  const url = await writeWorkbench("size");
  const { size } = await Deno.stat(new URL(url));
  assert.ok(size < 6e6, `${size} bytes`);
});

browserTest(
  "the saved folder is valid and gives the same result",
  async (browser) => {
    const context = await browser.newContext({ acceptDownloads: true });
    const url = await writeWorkbench("example", example);
    const { page } = await openBench(context, url);
    await page.click("#w-save-tab");
    await settled(page);
    await withFolder(async (into) => {
      const result = JSON.parse(
        new TextDecoder().decode(await saved(page, "#w-save-result")),
      ) as ResultJson;
      const folder = await savedBench(page, into);
      const valid = await runTask("validate", folder);
      assert.equal(valid.code, 0, valid.stderr);
      const { stdout, code } = await runTask(
        "reconcile",
        folder,
        ...await shownOptions(page),
      );
      assert.equal(code, 1);
      assert.deepEqual(result, JSON.parse(stdout));
    });
  },
);

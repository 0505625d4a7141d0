import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toAddress } from "../../../lib/site/explorer/address.ts";
import { defaultState } from "../../../lib/site/explorer/state.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { withFolder } from "../../whole/files/folder.ts";
import { browserTest } from "../../support/browser.ts";
import {
  HOSTILE,
  writeHostileDataset,
} from "../../cli/report/hostile_dataset.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
  until,
} from "../../support/open_page.ts";
import { answered, goTo, openExplorer, savedResult, shown } from "./drive.ts";
import { explorerUrl, writeReport } from "./explorer_report.ts";

const { folder: _, ...data } = await loadDataset(
  new URL("../../../data", import.meta.url),
);

const OWN = {
  measure: "proceedings",
  kind: "total",
  stated: "90000",
  hedge: "exact",
  start: "2025-10",
  end: "2025-10",
};

Deno.test("the page is under 6 MB and the same twice", async () => {
  const path = new URL(await explorerUrl());
  const { size } = await Deno.stat(path);
  assert.ok(size < 6e6, `${size} bytes`);
  const again = await writeReport(
    new URL("../../../data", import.meta.url).pathname,
    "again",
  );
  assert.equal(
    await Deno.readTextFile(join(again, "explorer.html")),
    await Deno.readTextFile(path),
  );
});

browserTest(
  "a link gives the state again, and the report's state is a click away",
  async (browser) => {
    const context = await browser.newContext();
    const url = await explorerUrl();
    const { page, said, requests } = await openExplorer(context, url);
    const usual = await shown(page);
    assert.equal(usual.measure, "proceedings");

    // By hand: a claim off, another reading, echoes once, a width.
    await page.uncheck(
      "[data-claim='wtat-100k-200k-self-leave'].claim-switch input",
    );
    await page.selectOption(
      "[data-claim='tass-4690-cases'].claim-switch select",
      "art-407",
    );
    await page.check("#x-echoes");
    await page.fill("#x-width-number", "0.5");
    await answered(page);
    await page.waitForTimeout(400);
    await answered(page);
    const state = await shown(page);
    assert.notDeepEqual(state, usual);
    const fragment = toAddress({
      ...defaultState(data),
      without: ["wtat-100k-200k-self-leave"],
      readings: { "tass-4690-cases": "art-407" },
      echoesOnce: true,
      width: "0.5",
    }, data);
    assert.equal(await inPage(page, "location.hash"), `#${fragment}`);
    assert.deepEqual(
      await inPage(
        page,
        `[...document.querySelectorAll("#x-changes li")].map((e) => e.textContent)`,
      ),
      [
        "without wtat-100k-200k-self-leave ×",
        "tass-4690-cases read as art-407 ×",
        "echoes once ×",
        "width 0.5 ×",
      ],
    );

    const link = await inPage<string>(page, "location.href");
    const other = await openExplorer(context, link);
    assert.deepEqual(await shown(other.page), state);
    assert.deepEqual(
      await inPage(
        other.page,
        `[...document.querySelectorAll("#x-claims .claim-switch input:not(:checked)")].map((e) => e.closest("li").dataset.claim)`,
      ),
      ["wtat-100k-200k-self-leave"],
    );
    assert.equal(await other.page.inputValue("#x-width"), "0.5");
    assert.deepEqual(other.said, []);

    // A place of the page is no state.
    await inPage(page, `void (location.hash = "#main")`);
    await page.waitForTimeout(200);
    assert.deepEqual(await shown(page), state);

    await page.click("#x-reset");
    await answered(page);
    await page.waitForTimeout(400);
    assert.deepEqual(await shown(page), usual);
    assert.equal(await inPage(page, "location.hash"), "");
    assert.deepEqual(said, []);
    assert.equal(requests.length, 1);
  },
);

browserTest(
  "a claim of one's own: told what is wrong, added, changed, taken back",
  async (browser) => {
    const context = await browser.newContext();
    const { page, said } = await openExplorer(context, await explorerUrl());
    const usual = await shown(page);
    await page.click("#x-own-summary");
    await page.fill("#x-own-stated", "90,000");
    await page.fill("#x-own-start", "2025-10");
    await page.click("#x-own-add");
    const problem = await page.textContent("#x-own-problems");
    assert.match(problem ?? "", /Number: '90,000' .*write 90000/);
    assert.equal(
      await inPage(page, "document.activeElement.id"),
      "x-own-stated",
    );
    await page.fill("#x-own-stated", "90000");
    await page.selectOption("#x-own-hedge", "exact");
    await page.click("#x-own-add");
    assert.match(
      await page.textContent("#x-own-problems") ?? "",
      /to the end of: is empty; a total needs a period/,
    );
    await page.fill("#x-own-end", "2025-10");
    await page.fill("#x-own-note", "A friend");
    await page.click("#x-own-add");
    await answered(page);
    const added = await shown(page);
    assert.notDeepEqual(added.conflicts, usual.conflicts);
    assert.ok(
      (await savedResult(page)).claims.some(({ claim, low }) =>
        claim === "own-1" && low === 90000
      ),
    );
    await page.waitForTimeout(400);
    assert.equal(
      await inPage(page, "location.hash"),
      `#${
        toAddress({
          ...defaultState(data),
          own: [{ id: "own-1", cells: { ...OWN, note: "A friend" } }],
        }, data)
      }`,
    );
    await page.click("[aria-label='Change own-1']");
    await page.fill("#x-own-stated", "22000");
    await page.click("#x-own-add");
    await answered(page);
    assert.ok(
      (await savedResult(page)).claims.some(({ claim, low }) =>
        claim === "own-1" && low === 22000
      ),
    );
    await page.click("[aria-label='Remove own-1']");
    await answered(page);
    assert.deepEqual(await shown(page), usual);
    assert.deepEqual(said, []);
  },
);

browserTest(
  "what is pointed at is proved, and its claims are marked",
  async (browser) => {
    const context = await browser.newContext();
    const { page, said } = await openExplorer(context, await explorerUrl());
    const marked = () =>
      inPage<string[]>(
        page,
        `[...document.querySelectorAll(".claim-switch.marked")].map((e) => e.dataset.claim).sort()`,
      );
    assert.deepEqual(await marked(), []);

    // By keyboard: the focus is enough.
    await page.focus("#x-conflicts .tell");
    using found = await reconcile(data, { collections: ["reports"] });
    await page.focus("#x-conflicts .tell >> nth=1");
    assert.deepEqual(
      await marked(),
      found.told[1]!.claims.toSorted(),
    );
    const rows = await inPage<string[]>(
      page,
      `[...document.querySelectorAll("#x-conflict-proof tr[data-claim]")].map((e) => e.dataset.claim)`,
    );
    assert.deepEqual(
      rows.toSorted(),
      found.conflicts.find(({ claims }) =>
        `${claims}` === `${found.told[1]!.claims}`
      )!.proof.map(({ claim }) => claim).toSorted(),
    );

    // By pointer: a month of the table, then the band of the chart.
    await page.hover("#x-months tr:has([data-month='2025-10-01'])");
    await until(
      page,
      `/^October 2025/.test(document.querySelector("#x-month-proof h3")?.textContent)`,
    );
    assert.ok((await marked()).length > 0);
    const band = await inPage<{ x: number; y: number }>(
      page,
      `(() => {
        const mark = [...document.querySelectorAll("#x-months-chart svg.wide rect")].find((e) =>
          /^each month from March 2022 to September 2025/.test(e.querySelector("title")?.textContent));
        mark.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = mark.getBoundingClientRect();
        return { x: x + width * 0.02, y: y + height * 0.3 };
      })()`,
    );
    await page.mouse.move(band.x, band.y);
    await until(
      page,
      `/^March 2022/.test(document.querySelector("#x-month-proof h3")?.textContent)`,
    );
    await page.keyboard.press("Escape");
    assert.deepEqual(await marked(), []);

    // Each claim leads to its entry.
    assert.equal(
      await page.getAttribute("#x-conflicts a >> nth=0", "href"),
      `claims.html#${found.conflicts[0]!.claims[0]}`,
    );
    assert.deepEqual(said, []);
  },
);

browserTest(
  "hostile text in a link and in a dataset stays text",
  async (browser) => {
    const context = await browser.newContext();
    const harmless = async (page: Parameters<typeof inPage>[0]) =>
      assert.deepEqual(
        await inPage(
          page,
          `({
            hit: globalThis.hit ?? null,
            foreign: document.querySelectorAll("iframe, base, main link, main img, main math, object, embed, main script, main foreignObject").length,
            handlers: [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
            links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((href) =>
              !/^(https?:|#|[\\w-]+\\.html(#|$))/.test(href)),
            turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent),
          })`,
        ),
        { hit: null, foreign: 0, handlers: [], links: [], turned: false },
      );

    const { page, said, requests } = await openExplorer(
      context,
      await explorerUrl(),
    );
    // One source is enough to disagree with a claim of one's own, and soon read.
    const others = new Set(
      data.claims.flatMap(({ collection, source_id: id }) =>
        collection === "reports" && id && !id.startsWith("wtat") ? [id] : []
      ),
    );
    for (const text of HOSTILE) {
      const parts = new URLSearchParams();
      for (const id of others) parts.append("without-source", id);
      const cells = { ...OWN, note: text.slice(0, 400) };
      parts.append("own", JSON.stringify({ id: "own-1", ...cells }));
      // Ids, readings and whole claims that are nothing but text.
      parts.append("own", text);
      parts.append("own", JSON.stringify({ id: text, ...cells }));
      parts.append(
        "own",
        JSON.stringify({ id: "own-2", ...cells, measure: text }),
      );
      for (
        const key of ["without", "without-source", "collection", "measure"]
      ) parts.append(key, text);
      parts.append("reading", JSON.stringify([text, text]));
      parts.append("reading", JSON.stringify(["__proto__", text]));
      parts.set("width", text);
      parts.set("known-by", text);
      parts.set("since", text);
      parts.set("seconds", text);
      parts.append("collection", "reports");
      await goTo(page, parts.toString());
      await page.focus("#x-conflicts .tell");
      await page.click("#x-conflicts-drawing summary");
      assert.ok(
        await inPage(
          page,
          `document.querySelectorAll("#x-problems li").length > 8`,
        ),
      );
      const note = await inPage<string>(
        page,
        `document.querySelector("#x-own q").textContent`,
      );
      // What cannot be seen is left out; nothing else is changed.
      assert.equal(
        note,
        text.replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, ""),
      );
      await harmless(page);
    }
    await goTo(page, `own=${"x".repeat(70_000)}`);
    assert.match(await page.textContent("#x-problems") ?? "", /too long/);
    assert.deepEqual(said, []);
    assert.equal(requests.length, 1);

    await withFolder(async (folder) => {
      await writeHostileDataset(folder);
      const report = await writeReport(folder, "hostile");
      const hostile = await openExplorer(
        context,
        pathToFileURL(join(report, "explorer.html")).href,
      );
      await inPage(
        hostile.page,
        `document.querySelectorAll("details").forEach((d) => d.open = true)`,
      );
      await hostile.page.focus("#x-months .tell");
      await hostile.page.waitForTimeout(200);
      await harmless(hostile.page);
      await hostile.page.setViewportSize({ width: 360, height: 800 });
      await assertFits(hostile.page, "hostile explorer", 360);
      assert.deepEqual(hostile.said, []);
      assert.equal(hostile.requests.length, 1);
    });
  },
);

/** At which width axe looks: each scheme and each width once, as it takes long. */
const LOOKED = { light: 1200, dark: 360 };

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1200]) {
    const looked = width === LOOKED[colorScheme];
    browserTest(
      `the explorer fits ${width} px in ${colorScheme}${
        looked ? ", and axe finds nothing serious" : ""
      }`,
      async (browser) => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 800 },
        });
        const { page, said } = await openExplorer(
          context,
          `${await explorerUrl()}#width=0.5&echoes=once&own=${
            encodeURIComponent(JSON.stringify({ id: "own-1", ...OWN }))
          }`,
        );
        const name = `explorer ${colorScheme} ${width}`;
        await assertFits(page, name, width);
        // Unfolded there is all that is there folded, and more.
        await inPage(
          page,
          `document.querySelectorAll("details").forEach((d) => d.open = true)`,
        );
        await page.focus("#x-conflicts .tell");
        await page.focus("#x-months .tell");
        await page.waitForTimeout(300);
        await assertFits(page, `${name} unfolded`, width);
        if (looked) await assertAccessible(page, `${name} unfolded`);
        assert.deepEqual(said, []);
      },
    );
  }
}

browserTest("all is reached with the keyboard alone", async (browser) => {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
  });
  const { page } = await openExplorer(context, await explorerUrl());
  await page.focus("#x-copy");
  const passed: string[] = [];
  for (let i = 0; i < 400 && passed.at(-1) !== "tell"; i++) {
    await page.keyboard.press("Tab");
    passed.push(
      await inPage(
        page,
        `document.activeElement.id || document.activeElement.className || document.activeElement.tagName`,
      ),
    );
  }
  for (
    const place of [
      "x-width",
      "x-date",
      "x-echoes",
      "x-own-summary",
      "x-find",
      "tell",
    ]
  ) {
    assert.ok(passed.includes(place), `${place} is not reached: ${passed}`);
  }
  // And past the switches in one step.
  await page.focus("#x-controls .past a");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(
    await inPage(page, "document.activeElement.className"),
    "tell",
  );
  const before = await shown(page);
  await page.focus("#x-echoes");
  await page.keyboard.press("Space");
  await answered(page);
  assert.notDeepEqual(await shown(page), before);
  await page.focus("#x-date");
  await page.keyboard.press("Home");
  await answered(page);
  const [date] = data.sources.filter(({ source_id }) =>
    data.claims.some((claim) => claim.source_id === source_id)
  ).flatMap(({ published }) => published ?? []).sort();
  assert.equal(
    await page.getAttribute("#x-date", "aria-valuetext"),
    `by ${date}`,
  );
  await page.keyboard.press("End");
  await answered(page);
  assert.match(
    await page.textContent("#x-spoken") ?? "",
    /^28 claims: they cannot all be true\. 16 conflicts\. They would agree/,
  );
});

browserTest(
  "an answer that takes long is given up for a newer one",
  async (browser) => {
    const context = await browser.newContext();
    const { page, said } = await openExplorer(context, await explorerUrl());
    const usual = await shown(page);
    // The record with exact figures keeps the worker for many seconds.
    await page.fill("#x-width-number", "0");
    await page.check("#x-collection-1");
    await page.waitForTimeout(2600);
    assert.match(await page.textContent("#x-status") ?? "", /^Working … \d+ s/);
    // The page does not wait for all of it: whether they agree is told already.
    assert.match(
      await page.textContent("#x-sentence") ?? "",
      /^\d+ claims: they cannot all be true/,
    );
    assert.equal(await page.getAttribute("#x-explorer", "aria-busy"), "true");
    await page.uncheck("#x-collection-1");
    await page.fill("#x-width-number", "1");
    await answered(page);
    await page.waitForTimeout(300);
    await answered(page);
    assert.deepEqual(await shown(page), usual);
    assert.deepEqual(said, []);
  },
);

import assert from "node:assert/strict";
import { loadDataset } from "../../lib/dataset/load.ts";
import { anchor } from "../../lib/site/claims/anchor.ts";
import { browserTest } from "../support/browser.ts";
import { inPage, open, until } from "../support/open_page.ts";
import { realReport } from "../support/real_report.ts";

const data = await loadDataset(new URL("../../data", import.meta.url));

async function claimsUrl(): Promise<string> {
  return (await realReport()).find(({ name }) => name === "claims.html")!.url;
}

const SHOWN =
  `[...document.querySelectorAll("article.claim")].filter((e) => e.checkVisibility()).map((e) => e.id)`;
const FOUND = `document.getElementById("find:found").textContent`;

browserTest(
  "every claim has an entry with its words and its place",
  async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    const { page } = await open(context, await claimsUrl());
    const entries = await inPage<
      { id: string; text: string; links: string[] }[]
    >(
      page,
      `[...document.querySelectorAll("article.claim")].map((e) => ({
      id: e.id,
      text: e.textContent,
      links: [...e.querySelectorAll("a.address")].map((a) => a.protocol + a.rel),
    }))`,
    );
    assert.deepEqual(
      entries.map(({ id }) => id).sort(),
      data.claims.map(({ claim_id }) => anchor(claim_id)).sort(),
    );
    const of = new Map(entries.map((entry) => [entry.id, entry]));
    for (const { claim_id, wording, speaker, origin, note } of data.claims) {
      const { text, links } = of.get(anchor(claim_id))!;
      for (const cell of [wording, speaker, origin, note]) {
        if (cell) assert.ok(text.includes(cell), `${cell}`);
      }
      for (const link of links) {
        assert.match(link, /^https?:noopener noreferrer$/);
      }
    }
  },
);

browserTest(
  "words and choices narrow the claims, by keyboard alone",
  async (browser) => {
    const context = await browser.newContext();
    const { page, said, requests } = await open(context, await claimsUrl());
    const all = data.claims.length;
    assert.equal(await inPage(page, FOUND), `${all} claims`);

    // From the skip link to the field, and a number without its separator.
    await inPage(page, `document.getElementById("find:words").focus()`);
    await page.keyboard.type("19922 kyiv");
    await until(page, `${FOUND}.includes(" of ")`);
    // Both at once: the search follows what is typed by a moment.
    const [found, shown] = await inPage<[string, string[]]>(
      page,
      `[${FOUND}, ${SHOWN}]`,
    );
    assert.ok(shown.includes("kyivpost-19922-desertion"));
    assert.equal(found, `${shown.length} of ${all} claims`);

    // The way to the button leads through the choices.
    const passed: string[] = [];
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      passed.push(await inPage(page, `document.activeElement.id`));
      if (passed.at(-1) === "find:clear") break;
    }
    assert.deepEqual(passed, [
      ...["find:collection", "find:status", "find:measure", "find:source"],
      ...["find:conflict", "find:clear"],
    ]);
    await page.keyboard.press("Enter");
    assert.equal(await inPage(page, FOUND), `${all} claims`);
    // What was folded before the search is folded again.
    const folded = (await inPage<string[]>(page, SHOWN)).length;
    assert.ok(folded > 0 && folded < 40, `${folded}`);
    assert.equal(await inPage(page, `document.activeElement.id`), "find:words");

    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await until(page, `${FOUND}.includes(" of ")`);
    assert.deepEqual(
      (await inPage<string[]>(page, SHOWN)).sort(),
      data.claims.filter(({ collection }) =>
        collection === data.claims[0]!.collection
      ).map(({ claim_id }) => anchor(claim_id)).sort(),
    );

    assert.deepEqual(said, []);
    assert.equal(requests.length, 1);
  },
);

browserTest("each choice shows what it names", async (browser) => {
  const context = await browser.newContext();
  const { page } = await open(context, await claimsUrl());
  const sample = data.claims.find(({ kind }) => kind === "total")!;
  for (
    const [name, column] of [
      ["status", "status"],
      ["measure", "measure"],
      ["source", "source_id"],
    ] as const
  ) {
    const value = sample[column]!;
    await page.selectOption(`[id="find:${name}"]`, value);
    assert.deepEqual(
      (await inPage<string[]>(page, SHOWN)).sort(),
      data.claims.filter((claim) => claim[column] === value)
        .map(({ claim_id }) => anchor(claim_id)).sort(),
      name,
    );
    await page.click(`[id="find:clear"]`);
  }
  await page.check(`[id="find:conflict"]`);
  const clashing = await inPage<string[]>(page, SHOWN);
  assert.ok(clashing.length > 0 && clashing.length < data.claims.length);
  assert.equal(
    await inPage(
      page,
      `[...document.querySelectorAll("article.claim")].every((e) =>
        e.checkVisibility() === Boolean(e.querySelector('a[href^="conflicts.html#"]')))`,
    ),
    true,
  );

  await page.fill(`[id="find:words"]`, "nowhere-to-be-found");
  await until(page, `${SHOWN}.length === 0`);
  assert.equal(
    await inPage(
      page,
      `document.getElementById("find:none").checkVisibility()`,
    ),
    true,
  );
});

browserTest("a link to a hidden entry shows it", async (browser) => {
  const context = await browser.newContext();
  const { page } = await open(context, await claimsUrl());
  await page.selectOption(
    `[id="find:collection"]`,
    data.claims[0]!.collection!,
  );
  await until(page, `${FOUND}.includes(" of ")`);
  const last = anchor(data.claims.at(-1)!.claim_id);
  await inPage(page, `void (location.hash = ${JSON.stringify("#" + last)})`);
  await until(page, `${FOUND} === "${data.claims.length} claims"`);
  assert.equal(
    await inPage(
      page,
      `(() => { const { top } = document.getElementById(${
        JSON.stringify(last)
      }).getBoundingClientRect(); return top >= -1 && top < innerHeight; })()`,
    ),
    true,
  );
});

browserTest("a page opened at a folded entry shows it", async (browser) => {
  const context = await browser.newContext();
  const last = anchor(data.claims.at(-1)!.claim_id);
  const { page } = await open(context, `${await claimsUrl()}#${last}`);
  await until(page, `${SHOWN}.includes(${JSON.stringify(last)})`);
  assert.equal(
    await inPage(
      page,
      `(() => { const { top } = document.getElementById(${
        JSON.stringify(last)
      }).getBoundingClientRect(); return top >= -1 && top < innerHeight; })()`,
    ),
    true,
  );
});

browserTest(
  "contents lead to every part, and say what is in it",
  async (browser) => {
    const context = await browser.newContext();
    const { page } = await open(context, await claimsUrl());
    const listed = await inPage<{ id: string; says: string; holds: number }[]>(
      page,
      `[...document.querySelectorAll(".toc a")].map((a) => {
      const id = decodeURIComponent(a.hash.slice(1));
      const at = document.getElementById(id);
      return {
        id,
        says: a.nextElementSibling.textContent,
        holds: (at.closest("details.part") ?? at.closest("section"))
          .querySelectorAll("article.claim").length,
      };
    })`,
    );
    for (const { id, says, holds } of listed) {
      assert.equal(Number(/^\d+/.exec(says)?.[0]), holds, id);
    }
    const parts = await inPage<string[]>(
      page,
      `[...document.querySelectorAll(".collection > details.part")].map((e) => e.id)`,
    );
    assert.ok(parts.length > 0);
    for (const id of parts) assert.ok(listed.some((one) => one.id === id), id);
  },
);

browserTest("without a script everything is there to read", async (browser) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await claimsUrl());
  assert.equal(await page.locator("article.claim").count(), data.claims.length);
  // What is folded opens by itself.
  const folded = page.locator("details.part:not([open])").first();
  const entry = folded.locator("article.claim").first();
  assert.equal(await entry.isVisible(), false);
  await folded.locator("summary").first().click();
  assert.equal(
    await page.locator("details.part[open] article.claim:visible").count(),
    await page.locator("details.part[open] article.claim").count(),
  );
  assert.equal(await page.locator("form:visible").count(), 0);
  assert.equal(await page.locator("noscript p:visible").count(), 1);
});

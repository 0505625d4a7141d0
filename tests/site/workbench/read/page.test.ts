import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../../../support/browser.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
} from "../../../support/open_page.ts";
import { focused, openEmpty, verdict } from "../empty_page.ts";

const ARTICLE = `Ferries stay in port
At least 230,000 ferry trips were cancelled between January and June 2031, the port said.
In July 2031 another 21,602 trips were cancelled, a record.
In all, fewer than 240,000 trips were cancelled from January to July 2031, the ministry said.`;

/** A field of the reader by its label. */
const field = (page: Page, label: string) =>
  page.locator("#w-read").getByLabel(label, { exact: true });

const CONFLICT = "3 claims: they cannot all be true.";

browserTest(
  "from an empty page to a conflict of a pasted text, by keyboard alone",
  async (browser) => {
    const { page, said, requests } = await openEmpty(
      await browser.newContext(),
    );
    const press = (key: string) => page.keyboard.press(key);
    for (let tabs = 0; tabs < 30; tabs++) {
      if ((await focused(page)).includes("w-start-read")) break;
      await press("Tab");
    }
    await press("Enter");
    assert.match(await focused(page), /^<textarea/);
    await page.keyboard.insertText(ARTICLE);
    await press("Control+Enter");
    assert.match(await focused(page), /3 numbers that may be claims/);
    await press("Tab");
    assert.match(await focused(page), /^<mark/);
    await press("Enter");
    await page.getByText("Will be read as at least 230,000").waitFor();
    await press("a");
    await verdict(page, "1 claim: it can be true.");
    // The next number is chosen, and its form has the focus.
    assert.match(await focused(page), /Claim: 21,602 trips/);
    await press("a");
    await verdict(page, "2 claims: all of them can be true together.");
    await page.getByText(
      /it makes a conflict: .* is 251,602, more than 240,000/,
    )
      .waitFor();
    await press("a");
    await verdict(page, CONFLICT);
    assert.match(await focused(page), /data-state="taken"/);
    await press("Control+z");
    await verdict(page, "2 claims: all of them can be true together.");
    assert.equal(await page.locator('mark[data-state="taken"]').count(), 2);
    assert.deepEqual([said, requests.slice(1)], [[], []]);
  },
);

browserTest(
  "the same by mouse at 390 px, with another reading and a skip",
  async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      colorScheme: "dark",
    });
    const { page, said } = await openEmpty(context);
    await page.click("#w-start-read");
    await page.locator("#w-read textarea").fill(ARTICLE);
    await page.getByRole("button", { name: "Read it" }).click();
    const mark = (words: string) => page.locator("mark", { hasText: words });
    const accept = page.getByRole("button", { name: "Accept (A)" });
    await mark("230,000").click();
    await accept.click();
    await page.getByText("Will be read as 21,602").waitFor();
    await page.getByRole("button", { name: "Skip (S)" }).click();
    await page.getByText("Will be read as at most 240,000").waitFor();
    await page.getByRole("button", { name: "230,000 to 240,000" }).click();
    await page.getByText("Will be read as 230,000 to 240,000").waitFor();
    await accept.click();
    await verdict(page, "2 claims: all of them can be true together.");
    await mark("21,602").click();
    await page.getByText(/it makes a conflict/).waitFor();
    await assertFits(page, "the reader", 390);
    await accept.click();
    await verdict(page, CONFLICT);
    await mark("230,000").click();
    // What is accepted already is shown in the table.
    assert.equal(await page.locator("#w-edit").isVisible(), true);
    await page.locator("#w-read-tab").click();
    await mark("21,602").focus();
    assert.deepEqual(said, []);
    await assertAccessible(page, "the reader");
  },
);

browserTest(
  "what was published when, and how it is called, is kept with the claims",
  async (browser) => {
    const { page } = await openEmpty(await browser.newContext());
    await page.click("#w-start-read");
    const html = `<html lang="en"><head><title>Boats</title>
    <meta property="og:site_name" content="The Gazette">
    <meta property="article:published_time" content="2031-11-10T06:00Z">
    <link rel="canonical" href="https://gazette.example/boats"></head>
    <body><article><h1>Boats</h1><p>Last month 40 boats sank, the port said,
    <img src=x onerror="alert(1)"> and nobody knows why it was so many.</p>
    <script>alert(2)</script></article></body></html>`;
    await page.locator('#w-read input[type="file"]').setInputFiles({
      name: "boats.html",
      mimeType: "text/html",
      buffer: Buffer.from(html),
    });
    await page.getByText("1 number that may be a claim").waitFor();
    assert.equal(
      await field(page, "Who published it").inputValue(),
      "The Gazette",
    );
    await page.locator("mark").click();
    await page.getByText("Will be read as 35 to 45 in October 2031").waitFor();
    await field(page, "When").fill("2031-12-02");
    await field(page, "Title").focus();
    await page.getByText("Will be read as 35 to 45 in November 2031").waitFor();
    await page.getByRole("button", { name: "Accept (A)" }).click();
    await verdict(page, "1 claim: it can be true.");
    await page.getByRole("tab", { name: "Edit" }).click();
    await page.locator("#w-table-sources").click();
    for (
      const words of [
        "The Gazette",
        "2031-12-02",
        "https://gazette.example/boats",
      ]
    ) {
      assert.ok(
        (await page.locator("#w-grid").innerText()).includes(words),
        words,
      );
    }
  },
);

browserTest("hostile text stays text wherever it is read", async (browser) => {
  const { page, said } = await openEmpty(await browser.newContext());
  await page.click("#w-start-read");
  const evil =
    '<img src=x onerror=alert(1)><b>40 "boats"</b> =cmd|x sank in May 2031, </mark>said.';
  await page.locator("#w-read textarea").fill(`x ${evil}`);
  await page.getByRole("button", { name: "Read it" }).click();
  for (const label of ["Who published it", "Title", "Address"]) {
    await field(page, label).fill(evil);
  }
  await page.locator("mark").first().click();
  await field(page, "Call it").fill(evil);
  await page.getByText("Will be read as").waitFor();
  assert.ok(
    (await page.locator("#w-read .text").innerText()).includes("<img src=x"),
  );
  await page.getByRole("button", { name: "Accept (A)" }).click();
  await verdict(page, "1 claim: it can be true.");
  assert.equal(
    await inPage(page, "document.querySelectorAll('main img, main b').length"),
    0,
  );
  assert.deepEqual(said, []);
});

import { cardScript } from "../../lib/chart/card.ts";
import { conflictDiagram } from "../../lib/chart.ts";
import { renderPage } from "../../lib/site/page.ts";
import { browserTest } from "../support/browser.ts";
import { result } from "./real.ts";
import assert from "node:assert/strict";

const PAGE = `<!DOCTYPE html><body><p>Before</p>${
  conflictDiagram(result).svg.replace(
    // As the report links a mark to its claim.
    /<rect [^>]*><title>[^<]*<\/title><\/rect>/,
    (mark) => `<a href="#there" tabindex="-1">${mark}</a>`,
  )
}<script>${cardScript}</script>`;

const CARD = `(() => {
  const card = document.querySelector(".chart-card");
  return card.hidden ? "" : card.textContent;
})()`;

browserTest("a mark says itself to a mouse, once", async (browser) => {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 900 },
  });
  await page.setContent(PAGE);
  assert.equal(await page.evaluate(CARD), "");
  const mark = page.locator(".wide [data-mark]").nth(1);
  await mark.hover();
  const said = await page.evaluate(CARD) as string;
  assert.equal(said, await mark.getAttribute("aria-label"));
  // No second tooltip by the browser, and the name stays.
  assert.equal(await mark.locator("title").textContent(), "");
  await page.mouse.move(1, 1);
  assert.equal(await page.evaluate(CARD), "");
  assert.equal(await mark.locator("title").textContent(), said);
});

browserTest(
  "marks are reached by keys, in their order, and left by Escape",
  async (browser) => {
    const page = await browser.newPage({
      viewport: { width: 390, height: 800 },
    });
    await page.setContent(PAGE);
    const focused = `document.activeElement.getAttribute("aria-label") ?? ""`;
    await page.keyboard.press("Tab");
    const first = await page.evaluate(focused) as string;
    assert.match(await page.evaluate(CARD) as string, /^“/);
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(focused) as string;
    assert.notEqual(second, first);
    assert.ok((await page.evaluate(CARD) as string).startsWith(second));
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.evaluate(focused), first);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(CARD), "");
    // One stop of the Tab key a chart.
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(focused), "");
  },
);

browserTest(
  "a finger reads a mark before it follows its link",
  async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 900 },
      hasTouch: true,
    });
    const page = await context.newPage();
    await page.setContent(PAGE);
    const mark = page.locator(".wide a[data-mark]").first();
    await mark.tap();
    assert.match(await page.evaluate(CARD) as string, /Open the claim$/);
    assert.ok(!page.url().includes("#there"));
    await page.locator("p").tap();
    assert.equal(await page.evaluate(CARD), "");
  },
);

browserTest(
  "a page of the report that has a chart has its cards",
  async (browser) => {
    const { svg } = conflictDiagram(result);
    const page = await browser.newPage({
      viewport: { width: 1000, height: 900 },
    });
    const frame = { style: "", links: [] };
    const shown = { title: "A", footer: "", script: "document.title = 'B'" };
    await page.setContent(renderPage({ ...shown, body: svg }, frame));
    await page.locator(".wide [data-mark]").nth(1).hover();
    assert.match(await page.evaluate(CARD) as string, /^“/);
    assert.equal(await page.title(), "B", "its own script runs too");
    const plain = renderPage({ ...shown, body: "<p>None</p>" }, frame);
    assert.ok(!plain.includes("chart-card"));
  },
);

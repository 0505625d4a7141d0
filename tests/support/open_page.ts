import axe from "axe-core";
import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";

/** Opens a page and keeps what it says and asks for. */
export async function open(context: BrowserContext, url: string) {
  const page = await context.newPage();
  const said: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    // What the page itself holds is asked of nobody.
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(url);
  return { page, said, requests };
}

/** Runs an expression in the page: these are not this program's functions. */
export function inPage<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression) as Promise<T>;
}

/**
 * Takes away what axe need not see, as it looks at each element for itself:
 * drawings for another width, which nobody sees either, and of entries, rows
 * and words of code that are made alike all but the first.
 */
const THIN_OUT = `
  for (const svg of document.querySelectorAll("svg")) {
    if (!svg.checkVisibility()) svg.remove();
  }
  for (const [alike, most] of [[".claim", 24], [".conflicts > li", 24], [".symbol", 39]]) {
    [...document.querySelectorAll(alike)].slice(most).forEach((e) => e.remove());
  }
  document.querySelectorAll("tbody tr:nth-of-type(n + 16)").forEach((e) => e.remove());
  const seen = new Map();
  for (const token of document.querySelectorAll("pre span[class]")) {
    const times = (seen.get(token.className) ?? 0) + 1;
    seen.set(token.className, times);
    if (times > 20) token.replaceWith(token.textContent);
  }
`;

/**
 * Fails where axe finds something serious or critical. The page is then of no
 * more use: it is thinned out, that this takes less long.
 */
export async function assertAccessible(page: Page, name: string) {
  await inPage(page, THIN_OUT);
  await inPage(page, axe.source);
  // Where all that lies which is in order is not asked for, and takes long.
  const { violations } = await inPage<axe.AxeResults>(
    page,
    'axe.run({ resultTypes: ["violations"] })',
  );
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) =>
      `${id}: ${
        nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")
      }`
    );
  assert.deepEqual(serious, [], name);
}

/** Fails where a page is wider than the window. */
export async function assertFits(page: Page, name: string, width: number) {
  const wide = await inPage<number>(
    page,
    "document.documentElement.scrollWidth",
  );
  assert.ok(wide <= width, `${name} is ${wide} px wide, not ${width}`);
}

/** Waits until an expression holds in the page, whose policy forbids `eval`. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await inPage(page, expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`Waited in vain for ${expression}`);
}

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { renderPage } from "../../../lib/site/page.ts";
import style from "../../../lib/site/style.css" with { type: "text" };
import { workbenchPage } from "../../../lib/site/workbench/workbench_page.ts";
import { inPage, open } from "../../support/open_page.ts";

let written: Promise<string> | undefined;

async function write(): Promise<string> {
  const { page } = await workbenchPage();
  const html = renderPage({ ...page, footer: "" }, {
    style,
    links: [],
    alone: true,
  });
  const folder = join(ROOT, ".cache", "tests", "workbench");
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, `empty-${crypto.randomUUID()}.html`);
  await Deno.writeTextFile(path, html);
  addEventListener("unload", () => Deno.removeSync(path));
  return pathToFileURL(path).href;
}

/** Opens a workbench with nothing in it, as a file. */
export async function openEmpty(
  context: BrowserContext,
): Promise<{ page: Page; said: string[]; requests: string[] }> {
  const opened = await open(context, await (written ??= write()));
  await opened.page.waitForSelector("#w-start-read", { timeout: 60_000 });
  return opened;
}

/** Waits until the verdict reads so. */
export async function verdict(page: Page, words: string): Promise<void> {
  await page.locator("#w-sentence").getByText(words, { exact: true })
    .waitFor({ timeout: 60_000 });
}

/** What has the focus, as its outer markup begins. */
export const focused = (page: Page): Promise<string> =>
  inPage(page, "document.activeElement.outerHTML.slice(0, 200)");

import { unzipSync } from "fflate";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { renderPage } from "../../../lib/site/page.ts";
import style from "../../../lib/site/style.css" with { type: "text" };
import type { Workbench } from "../../../lib/site/workbench/state.ts";
import { workbenchPage } from "../../../lib/site/workbench/workbench_page.ts";
import { inPage, open } from "../../support/open_page.ts";
import { saved } from "../explorer/drive.ts";

/** Writes a workbench as `tallystick workbench` does, and gives its address. */
export async function writeWorkbench(
  name: string,
  bench?: Workbench,
): Promise<string> {
  const { page } = await workbenchPage(bench);
  const html = renderPage({ ...page, footer: "" }, {
    style,
    links: [],
    alone: true,
  });
  const folder = join(ROOT, ".cache", "tests", "workbench");
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.html`);
  await Deno.writeTextFile(path, html);
  return pathToFileURL(path).href;
}

/** Waits until nothing is worked out any more. */
export async function settled(page: Page): Promise<void> {
  for (let tries = 0; tries < 4800; tries++) {
    const at = await inPage<boolean>(
      page,
      `document.getElementById("w")?.hidden === false &&
        !document.getElementById("x-explorer").hasAttribute("aria-busy") &&
        document.getElementById("w-sentence").textContent !== "Working …"`,
    );
    if (at) return;
    await page.waitForTimeout(25);
  }
  throw new Error("Not settled within two minutes");
}

/** Opens a workbench and waits for its first answer. */
export async function openBench(context: BrowserContext, url: string) {
  const opened = await open(context, url);
  await settled(opened.page);
  return opened;
}

/** What stands in the bar. */
export function sentence(page: Page): Promise<string> {
  return inPage(page, `document.getElementById("w-sentence").textContent`);
}

/** What has the focus: its id, or what it is called. */
export function focused(page: Page): Promise<string> {
  return inPage(
    page,
    `document.activeElement.id || document.activeElement.dataset.column ||
      document.activeElement.textContent.slice(0, 40)`,
  );
}

/** Unpacks the folder that the page saves, and gives its place. */
export async function savedBench(page: Page, into: string): Promise<string> {
  const files = unzipSync(await saved(page, "#w-save-zip"));
  let folder = into;
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(into, name);
    folder = dirname(path);
    await Deno.mkdir(folder, { recursive: true });
    await Deno.writeFile(path, bytes);
  }
  return join(into, basename(folder));
}

/** The options of the command that the page shows, as words. */
export async function shownOptions(page: Page): Promise<string[]> {
  const command = await inPage<string>(
    page,
    `document.getElementById("w-command").textContent`,
  );
  const found = command.match(/(?:'(?:[^']|'\\'')*'|[^\s'])+/g);
  const words: string[] = found ? [...found] : [];
  return words.slice(words.indexOf("FOLDER") + 1).map((word) =>
    word.replace(/'\\''/g, "\u0000").replaceAll("'", "")
      .replaceAll("\u0000", "'")
  );
}

import { unzipSync } from "fflate";
import { dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import type { ResultJson } from "../../../lib/reconcile/result.ts";
import { inPage, open } from "../../support/open_page.ts";

/** Waits until the page has its answer, drawings and all. */
export async function answered(page: Page): Promise<void> {
  for (let tries = 0; tries < 4800; tries++) {
    const [status, drawn] = await inPage<[string, boolean]>(
      page,
      `[document.getElementById("x-status").textContent,
        (performance.getEntriesByName("explorer:drawn").at(-1)?.startTime ?? 0) >
          (performance.getEntriesByName("explorer:answer").at(-1)?.startTime ?? 0)]`,
    );
    if (/^It could/.test(status)) throw new Error(status);
    if (/^Worked/.test(status) && drawn) return;
    await page.waitForTimeout(25);
  }
  throw new Error("No answer within two minutes");
}

/** Opens the explorer and waits for its first answer. */
export async function openExplorer(
  context: BrowserContext,
  url: string,
): Promise<{ page: Page; said: string[]; requests: string[] }> {
  const { page, said, requests } = await open(context, url);
  await answered(page);
  return { page, said, requests };
}

/** Goes to a state, as a link does. */
export async function goTo(page: Page, fragment: string): Promise<void> {
  await inPage(
    page,
    `(performance.clearMeasures(), performance.clearMarks(),
      document.getElementById("x-status").textContent = "",
      location.hash = ${JSON.stringify(`#${fragment}`)}, null)`,
  );
  await answered(page);
}

/** Presses a button that saves a file, and gives the file's bytes. */
export async function saved(
  page: Page,
  button: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 300_000 }),
    page.click(button),
  ]);
  return await Deno.readFile(await download.path());
}

/** The result that the page saves. */
export async function savedResult(page: Page): Promise<ResultJson> {
  const bytes = await saved(page, "#x-save-result");
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Unpacks the selection that the page saves, and gives its folder. */
export async function savedFolder(page: Page, into: string): Promise<string> {
  const files = unzipSync(await saved(page, "#x-save"));
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(into, name);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, bytes);
  }
  return join(into, "selection");
}

/** What the page shows of a result. */
export interface Shown {
  readonly sentence: string;
  readonly facts: readonly string[];
  readonly conflicts: readonly string[];
  readonly repairs: readonly string[];
  readonly measure: string;
  readonly months: readonly (readonly string[])[];
}

/** Reads a result off the page. */
export function shown(page: Page): Promise<Shown> {
  return inPage(
    page,
    `(() => {
      // By id alone: what claims are called stands before it.
      const texts = (query) => [...document.querySelectorAll(query)].map((e) => {
        const copy = e.cloneNode(true);
        for (const named of copy.querySelectorAll(".named")) named.textContent = named.querySelector("code").textContent;
        return copy.textContent;
      });
      const visible = (id) => !document.getElementById(id).hidden;
      return {
        sentence: document.getElementById("x-sentence").textContent,
        facts: texts("#x-facts dd"),
        conflicts: visible("x-conflicts-section") ? texts("#x-conflicts .tell") : [],
        repairs: visible("x-repairs-section") ? texts("#x-repairs li") : [],
        measure: visible("x-months-section") ? document.getElementById("x-measure").value : "",
        months: visible("x-months-section") ? [...document.querySelectorAll("#x-months tr")].map((row) =>
          [row.querySelector("button").dataset.month, ...[...row.querySelectorAll("td")].map((cell) => cell.textContent)]) : [],
      };
    })()`,
  );
}

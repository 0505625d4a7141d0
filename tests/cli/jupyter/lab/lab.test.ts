import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { removeIfThere } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { ROOT } from "../../../../lib/cli/jupyter/environment/paths.ts";
import { browserTest } from "../../../support/browser.ts";
import { type Cell, codeCell, openNotebook, withLab } from "./lab.ts";

/** What a code cell shows in the page. */
interface Shown {
  prompt: string;
  /** The MIME type of each output. */
  outputs: string[];
  stderr: string;
}

// Outputs of this kind are the likeliest to come after the kernel is idle.
const QUICK = 12;

/** A notebook of the project without its outputs, and with a few cells more. */
async function copyOf(
  name: string,
  path: string,
): Promise<{ wanted: number[]; charts: number }> {
  const notebook = JSON.parse(
    await Deno.readTextFile(join(ROOT, "notebooks", name)),
  );
  const cells: Cell[] = notebook.cells;
  const charts = cells.flatMap(({ outputs }) => outputs ?? [])
    .filter(({ data }) => data?.["image/svg+xml"]).length;
  for (let number = 1; number <= QUICK; number += 1) {
    cells.push(
      codeCell(`quick-${number}`, `console.log(${number});\n${number};`),
    );
  }
  cells.push(
    codeCell("late", `void Promise.reject(new Error("nobody awaits this"));`),
  );
  const wanted = cells.filter(({ cell_type }) => cell_type === "code")
    .map(({ id, outputs }) =>
      id.startsWith("quick-") ? 2 : id === "late" ? 1 : outputs.length
    );
  for (const cell of cells.filter(({ cell_type }) => cell_type === "code")) {
    cell.outputs = [];
    cell.execution_count = null;
  }
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  return { wanted, charts };
}

/** Waits until no cell waits to be run, and reads what they show. */
async function whenDone(page: Page, cells: number): Promise<Shown[]> {
  // These run in the page: they are not this program's functions.
  await page.waitForFunction(
    `(() => {
      const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
      return prompts.length === ${cells} &&
        prompts.every((prompt) => /\\[\\d+\\]/.test(prompt.textContent));
    })()`,
    undefined,
    { timeout: 90_000, polling: 100 },
  );
  return await page.evaluate(
    `[...document.querySelectorAll(".jp-CodeCell")].map((cell) => {
      const outputs = [...cell.querySelectorAll(".jp-OutputArea-output")];
      return {
        prompt: cell.querySelector(".jp-InputPrompt").textContent,
        outputs: outputs.map((output) => output.dataset.mimeType),
        stderr: outputs
          .filter((output) => output.dataset.mimeType.endsWith(".stderr"))
          .map((output) => output.textContent).join(""),
      };
    })`,
  ) as Shown[];
}

function check(shown: Shown[], wanted: number[]): void {
  assert.deepEqual(shown.map(({ outputs }) => outputs.length), wanted);
  assert.deepEqual(
    shown.map(({ prompt }) => prompt),
    wanted.map((_, index) => `[${index + 1}]:`),
  );
  const types = shown.flatMap(({ outputs }) => outputs);
  assert.deepEqual(types.filter((type) => type.endsWith(".error")), []);
  const late = shown.at(-1)!.stderr;
  assert.match(late, /^Uncaught Error: nobody awaits this\n/);
  assert.equal(shown.map(({ stderr }) => stderr).join(""), late);
}

/** How the kernels are reached that were started after a moment. */
async function transports(since: number): Promise<string[]> {
  const folder = join(ROOT, ".cache", "jupyter", "runtime");
  const found: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (!/^kernel-.*\.json$/.test(name)) continue;
    const path = join(folder, name);
    const { mtime } = await Deno.stat(path);
    if (mtime!.getTime() < since) continue;
    found.push(JSON.parse(await Deno.readTextFile(path)).transport);
  }
  return found;
}

/** Charts that do not fit their cell. */
async function cutOff(page: Page): Promise<string[]> {
  return await page.evaluate(
    `[...document.querySelectorAll(".jp-RenderedSVG")]
      .filter((output) => output.scrollWidth > output.clientWidth)
      .map((output) => output.scrollWidth + " of " + output.clientWidth)`,
  ) as string[];
}

browserTest(
  "JupyterLab runs a notebook: every output and error shows, charts fit, and nothing is fetched elsewhere",
  async (browser) => {
    // As deep as notebooks/, so that `../lib/mod.ts` resolves.
    const folder = join(ROOT, ".cache");
    const copy = join(folder, `lab-${crypto.randomUUID()}.ipynb`);
    try {
      const { wanted, charts } = await copyOf("02-monthly-rates.ipynb", copy);
      assert.ok(charts > 0);
      const since = Date.now();
      await withLab(folder, async (address) => {
        const page = await browser.newPage({
          viewport: { width: 1200, height: 1600 },
        });
        page.setDefaultTimeout(60_000);
        const elsewhere: string[] = [];
        page.on("request", (request) => {
          const { protocol, host } = new URL(request.url());
          if (["data:", "blob:"].includes(protocol)) return;
          if (host !== address.host) elsewhere.push(request.url());
        });
        await openNotebook(page, address, basename(copy));
        // By sockets that only this user reaches, where there are such.
        const reached = Deno.build.os === "windows" ? "tcp" : "ipc";
        assert.deepEqual(await transports(since), [reached]);
        await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
        await page.click('.lm-Menu-item[data-command="runmenu:run-all"]');
        check(await whenDone(page, wanted.length), wanted);

        await page.waitForFunction(
          `[...document.querySelectorAll(".jp-RenderedSVG img")]
            .filter((image) => image.naturalWidth > 0 && image.width > 100)
            .length === ${charts}`,
        );
        assert.ok(await page.isVisible("#filebrowser"));
        assert.deepEqual(await cutOff(page), []);
        await page.locator(".jp-RenderedSVG").first().scrollIntoViewIfNeeded();
        await Deno.mkdir(join(folder, "tests"), { recursive: true });
        await page.screenshot({ path: join(folder, "tests", "lab.png") });

        await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
        await page.click(
          '.lm-Menu-item[data-command="runmenu:restart-and-run-all"]',
        );
        await page.click(".jp-Dialog .jp-mod-accept");
        await page.waitForFunction(
          `[...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")]
            .some((prompt) => prompt.textContent === "[*]:")`,
          undefined,
          { polling: 20 },
        );
        check(await whenDone(page, wanted.length), wanted);
        // Nor is the reader asked whether news may be fetched.
        assert.equal(await page.locator(".Toastify__toast").count(), 0);
        assert.deepEqual(elsewhere, []);
        await page.close();
      });
    } finally {
      await removeIfThere(copy);
    }
  },
);

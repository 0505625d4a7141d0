import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { removeIfThere } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { ROOT } from "../../../../lib/cli/jupyter/environment/paths.ts";
import { browserTest } from "../../../support/browser.ts";
import {
  codeCell,
  openNotebook,
  runCell,
  whenConnected,
  withLab,
} from "./lab.ts";

// Two claims that agree; the number of the second is put up in the page.
const CELLS = [
  `import { reconcile } from "../lib/mod.ts";
import { workbench } from "../lib/site.ts";
const year = { measure: "cases", kind: "total", start: "2024-01" } as const;
const bench = workbench([
  { ...year, claim_id: "half", stated: "70", hedge: "exact", end: "2024-06" },
  { ...year, claim_id: "year", stated: "90", hedge: "about", end: "2024-12" },
]);
bench`,
  `const data = await bench.dataset();
console.log(data.claims.map(({ stated }) => stated).join(" "));
console.log(JSON.stringify(bench.options));
console.log((await reconcile(data, bench.options)).consistent);`,
];

/** The frame of the workbench, once its verdict is there. */
async function benchFrame(page: Page, verdict: RegExp): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[title="Workbench"]', {
    timeout: 120_000,
  });
  const frame = (await handle.contentFrame())!;
  await frame.locator("#w-sentence").getByText(verdict).waitFor();
  return frame;
}

async function printed(page: Page, cell: number): Promise<string> {
  return await page.locator(".jp-CodeCell").nth(cell)
    .locator(".jp-OutputArea-output").allInnerTexts()
    .then((texts) => texts.join("\n").trim());
}

browserTest(
  "a workbench in JupyterLab gives back what is edited in it, and is saved as a picture",
  async (browser) => {
    const folder = join(ROOT, ".cache");
    const path = join(folder, `bench-${crypto.randomUUID()}.ipynb`);
    const shots = join(folder, "tests");
    await Deno.mkdir(shots, { recursive: true });
    await Deno.writeTextFile(
      path,
      JSON.stringify({
        cells: CELLS.map((source, i) => codeCell(`cell-${i}`, source)),
        metadata: {
          kernelspec: {
            name: "deno",
            display_name: "Deno",
            language: "typescript",
          },
        },
        nbformat: 4,
        nbformat_minor: 5,
      }),
    );
    try {
      await withLab(folder, async (address) => {
        const page = await browser.newPage({
          viewport: { width: 1300, height: 1100 },
        });
        page.setDefaultTimeout(60_000);
        const said: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "error") said.push(message.text());
        });
        page.on("pageerror", (error) => said.push(`${error}`));
        await openNotebook(page, address, basename(path));
        await runCell(page, 0, 1);
        const frame = await benchFrame(page, /all of them can be true/);
        await page.screenshot({ path: join(shots, "workbench-lab.png") });

        // What is in the frame reaches nothing of Jupyter's.
        assert.equal(
          await frame.evaluate(
            "(() => { try { return parent.document.title } catch (e) { return e.name } })()",
          ),
          "SecurityError",
        );
        const { origin } = address;
        assert.equal(
          await frame.evaluate(
            `fetch("${origin}/api/status").then(() => "fetched", () => "refused")`,
          ),
          "refused",
        );

        await frame.locator("#w-field-stated").fill("200");
        await frame.locator("#w-field-stated").press("Tab");
        await benchFrame(page, /cannot all be true/);
        await frame.locator("#w-see-tab").click();
        await frame.locator("#x-controls > summary").click();
        await frame.locator("#x-width-number").fill("2");
        await frame.locator("#x-width-number").press("Tab");
        await page.waitForTimeout(500);
        await runCell(page, 1, 2);
        assert.equal(await printed(page, 1), '200 90\n{"width":2}\nfalse');
        await page.screenshot({ path: join(shots, "workbench-conflict.png") });

        // The notebook keeps what is small and runs nothing.
        await page.keyboard.press("Control+s");
        let saved = "";
        while (!saved.includes("vnd.tallystick.workbench")) {
          await page.waitForTimeout(200);
          saved = await Deno.readTextFile(path);
        }
        assert.ok(saved.length < 60_000, String(saved.length));
        const [output] = JSON.parse(saved).cells[0].outputs;
        const html = [output.data["text/html"]].flat().join("");
        assert.ok(html.includes("They can all be true."));
        assert.ok(html.includes('<img src="data:image/svg+xml;base64,'));
        assert.ok(!/<script|<iframe/.test(html));

        // Opened again, it goes on where it was while its kernel lives; after
        // that the picture is there.
        await page.reload();
        const again = await benchFrame(page, /cannot all be true/);
        assert.equal(
          await again.locator("#w-field-stated").inputValue(),
          "200",
        );
        await page.click('.lm-MenuBar-itemLabel:text-is("Kernel")');
        await page.click('.lm-Menu-item[data-command="kernelmenu:restart"]');
        await page.click(".jp-Dialog .jp-mod-accept");
        await page.waitForTimeout(1000);
        await whenConnected(address);
        await page.reload();
        await whenConnected(address);
        await page.getByAltText("The claims over time").waitFor();
        await page.waitForTimeout(3000);
        assert.equal(await page.locator("iframe").count(), 0);
        await page.screenshot({ path: join(shots, "workbench-picture.png") });
        // But for what was asked for above, and refused.
        assert.deepEqual(
          said.filter((text) => !text.includes("/api/status")),
          [],
        );
        await page.close();
      });
    } finally {
      await removeIfThere(path);
    }
  },
);

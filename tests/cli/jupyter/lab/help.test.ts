import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { removeIfThere } from "../../../../lib/cli/jupyter/environment/exists.ts";
import { ROOT } from "../../../../lib/cli/jupyter/environment/paths.ts";
import { browserTest } from "../../../support/browser.ts";
import { codeCell, openNotebook, runCell, withLab } from "./lab.ts";

const CELLS = [
  `import { loadDataset, reconcile } from "../lib/mod.ts";
const data = await loadDataset("../data");`,
  `import { reconcil } from "../lib/mod.ts";`,
  `const broken = ;`,
  "",
];

/** What stands below a cell. */
async function below(page: Page, cell: number): Promise<string> {
  return await page.locator(".jp-CodeCell").nth(cell)
    .locator(".jp-OutputArea-output").allInnerTexts()
    .then((texts) => texts.join("\n"));
}

browserTest(
  "JupyterLab shows signatures, options and what would be right",
  async (browser) => {
    const folder = join(ROOT, ".cache");
    const path = join(folder, `help-${crypto.randomUUID()}.ipynb`);
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
          viewport: { width: 1200, height: 1000 },
        });
        page.setDefaultTimeout(60_000);
        await openNotebook(page, address, basename(path));
        await runCell(page, 0, 1);
        await runCell(page, 1, 2);
        assert.match(
          await below(page, 1),
          /exports no 'reconcil'; did you mean 'reconcile'\?[^]*1 \| import \{ reconcil \}[^]*~{8}/,
        );
        await runCell(page, 2, 3);
        assert.match(
          await below(page, 2),
          /SyntaxError: Expression expected[^]*1 \| const broken = ;/,
        );

        const last = page.locator(".jp-CodeCell .cm-content").nth(3);
        await last.click();
        await page.keyboard.type("reconcile(data, ");
        await page.keyboard.press("Shift+Tab");
        const tooltip = page.locator(".jp-Tooltip");
        // The box is there before its words.
        await tooltip.getByText("Works out what claims imply").waitFor();
        assert.match(
          await tooltip.innerText(),
          /function reconcile\([^]*options: ReconcileOptions[^]*Works out what claims imply together/,
        );
        await page.screenshot({ path: join(shots, "lab-signature.png") });
        await page.keyboard.press("Escape");

        await last.click();
        await page.keyboard.press("Control+End");
        await page.keyboard.type("{ wi");
        await page.keyboard.press("Tab");
        const completer = page.locator(".jp-Completer");
        await completer.waitFor();
        const offered = await completer.locator(".jp-Completer-match")
          .allInnerTexts();
        assert.deepEqual(offered.slice(0, 3), [
          ...["width", "without", "withoutSources"],
        ]);
        const words = page.locator(".jp-Completer-docpanel");
        await words.getByText("Scales every hedge and rounding").waitFor();
        await page.screenshot({ path: join(shots, "lab-options.png") });
        await page.keyboard.press("Enter");
        assert.match(await last.innerText(), /reconcile\(data, \{ width/);
        await page.close();
      });
    } finally {
      await removeIfThere(path);
    }
  },
);

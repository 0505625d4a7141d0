import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { browserTest } from "../../support/browser.ts";
import { inPage, open } from "../../support/open_page.ts";
import { drawAll } from "../../chart/draw_all.ts";
import { withFolder } from "../files/folder.ts";
import { HOSTILE } from "../../cli/report/hostile_dataset.ts";
import { hostileCopy, hostileId } from "./hostile_copy.ts";
import { assertNothingRan } from "./nothing_ran.ts";

browserTest(
  "hostile text in every chart stays text, alone and within a page",
  async (browser) => {
    const data = await loadDataset(new URL("../../../data", import.meta.url));
    const [title, caption, name] = HOSTILE as [string, string, string];
    const charts = Object.entries(
      await drawAll(hostileCopy(data), { id: hostileId, title, caption, name }),
    );
    await withFolder(async (folder) => {
      const files = charts.map(([name, { svg }]) => [`${name}.svg`, svg]);
      // Without a policy: whatever could run would.
      files.push([
        "all.html",
        `<!DOCTYPE html><meta charset="utf-8">${
          charts.map(([, { svg }]) => svg).join("")
        }`,
      ]);
      const context = await browser.newContext();
      for (const [name, text] of files as [string, string][]) {
        await Deno.writeTextFile(join(folder, name), text);
        const url = pathToFileURL(join(folder, name)).href;
        const opened = await open(context, url);
        await assertNothingRan(opened, name);
        assert.deepEqual(opened.requests, [url], name);
        const drawings = name === "all.html" ? charts.length : 1;
        assert.equal(
          await inPage(
            opened.page,
            `document.querySelectorAll("svg.tallystick").length`,
          ),
          drawings,
          `${name} is not drawn`,
        );
        await opened.page.close();
      }
    });
  },
);

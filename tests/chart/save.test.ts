import { claimsTimeline } from "../../lib/chart/claims_timeline.ts";
import { saveChart } from "../../lib/chart/save.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { browserTest } from "../support/browser.ts";
import { data } from "./real.ts";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const TURNED = "\u202e\u2066 000,1 \u2069\u0000\u2028\ufffe";
const SHOWN = "\\u202e\\u2066 000,1 \\u2069\\u0000\\u2028\\ufffe";
// Persian words are written with a joiner; it is not to be seen.
const JOINED = "می\u200cخواهم";

/** A chart of claims whose words hold what turns text round. */
function hostile() {
  const claims = claimIntervals(data).slice(0, 12).map((row) => ({
    ...row,
    claim: { ...row.claim, measure: TURNED, wording: `${TURNED}${JOINED}` },
    source: row.source && { ...row.source, publisher: TURNED },
  }));
  return claimsTimeline(claims as Parameters<typeof claimsTimeline>[0]);
}

async function saved(use: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".svg" });
  try {
    await saveChart(hostile(), path);
    await use(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("saveChart() writes out what would turn text round", async () => {
  await saved(async (path) => {
    const svg = await Deno.readTextFile(path);
    assert.ok(svg.includes(SHOWN));
    assert.ok(svg.includes(JOINED));
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(svg, /[\u202a-\u202e\u2066-\u2069\u2028\ufffe\u0000]/);
  });
  assert.ok(!`${hostile().svg}`.includes("\u202e"));
});

browserTest("a saved chart opens as a document of its own", async (browser) => {
  await saved(async (path) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    const found = await page.evaluate(
      `[document.documentElement.nodeName, document.querySelectorAll("parsererror").length,
        document.querySelectorAll("svg.wide text").length]`,
    ) as [string, number, number];
    assert.deepEqual(found.slice(0, 2), ["svg", 0]);
    assert.ok(found[2] > 10);
    await page.close();
  });
});

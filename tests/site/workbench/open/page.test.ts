import { Buffer } from "node:buffer";
import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import { browserTest } from "../../../support/browser.ts";
import {
  assertAccessible,
  assertFits,
  inPage,
} from "../../../support/open_page.ts";
import { focused, openEmpty, verdict } from "../empty_page.ts";
import { workbookOf } from "./workbook_of.ts";

const ROWS = "Start\tEnd\tTrips\n" +
  "1.2.2031\t3.2.2031\t1.234\n" +
  "4.2.2031\t6.2.2031\t2.345\n";

browserTest(
  "pasted rows are understood, asked about once and taken, by keys at 390 px",
  async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
    });
    const { page, said } = await openEmpty(context);
    await page.locator("#w-open textarea").focus();
    await page.keyboard.insertText(ROWS);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#w-open .found h2").waitFor();
    assert.match(await focused(page), /2 claims/);
    const take = page.getByRole("button", { name: "Take them" });
    assert.equal(await take.isDisabled(), true);
    // Points stand between day and month: likely, and chosen to be seen.
    assert.equal(
      await page.getByLabel(/day\.month: 1\.2\.2031 is 2031-02-01/)
        .isChecked(),
      true,
    );
    await page.getByLabel(/decimal comma: 1\.234 is 1234/).check();
    // The choice is drawn anew, and keeps the focus.
    assert.match(await focused(page), /data-question="numbers"/);
    await page.getByLabel(/counts over their period/).check();
    assert.equal(
      await page.getByLabel("What do these rows count?").inputValue(),
      "trips",
    );
    await assertFits(page, "what was understood", 390);
    await page.getByLabel(/day\.month/).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("2031-01-02").first().waitFor();
    await page.keyboard.press("ArrowUp");
    await take.focus();
    await page.keyboard.press("Enter");
    await verdict(page, "2 claims: all of them can be true together.");
    assert.equal(await page.locator("#w-edit").isVisible(), true);
    const grid = await page.locator("#w-grid").innerText();
    for (const cell of ["1234", "2345", "2031-02-01", "2031-02-06"]) {
      assert.ok(grid.includes(cell), `${cell} in ${grid}`);
    }
    assert.deepEqual(said, []);
  },
);

browserTest(
  "a zip is opened and an .xlsx added; hostile cells and names stay text",
  async (browser) => {
    const { page, said, requests } = await openEmpty(
      await browser.newContext(),
    );
    const evil = "<img src=x onerror=alert(1)>";
    const zip = zipSync({
      "../set/claims.csv": strToU8(
        "claim_id,measure,kind,stated,start,end,note\n" +
          `a,boats,total,70,2031-01,2031-01,"${evil}"\n`,
      ),
      [`../set/${evil}.md`]: strToU8(evil),
    });
    const files = page.locator('#w-open input[type="file"]').first();
    await files.setInputFiles({
      name: `${evil}.zip`,
      mimeType: "application/zip",
      buffer: Buffer.from(zip),
    });
    await page.getByRole("button", { name: "Take them" }).click();
    await verdict(page, "1 claim: it can be true.");
    await page.locator("#w-open-tab").click();
    await files.setInputFiles({
      name: "more.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(workbookOf([
        [
          "id",
          "measure",
          "kind",
          "stated",
          "start",
          "end",
          "&lt;img src=x onerror=alert(2)&gt;",
        ],
        [
          "b",
          "boats",
          "total",
          "at &lt;b&gt;least&lt;/b&gt; 9",
          "2031-02",
          "2031-02",
          "x",
        ],
      ])),
    });
    await page.getByText("1 problem as they stand").waitFor();
    assert.ok(
      (await page.locator("#w-open .told").innerText()).includes("<img src=x"),
    );
    await assertAccessible(page, "what was understood");
    await page.getByRole("button", { name: "Add them to what is here" })
      .click();
    await page.locator("#w-to-problems").waitFor();
    assert.equal(
      await inPage(page, "document.querySelectorAll('main img').length"),
      0,
    );
    assert.deepEqual([said, requests.slice(1)], [[], []]);
  },
);

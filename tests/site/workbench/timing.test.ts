import assert from "node:assert/strict";
import {
  emptyWorkbench,
  tableOf,
  type Workbench,
} from "../../../lib/site/workbench/state.ts";
import { browserTest } from "../../support/browser.ts";
import { inPage } from "../../support/open_page.ts";
import { openBench, sentence, settled, writeWorkbench } from "./bench_page.ts";

/** So many claims, a tenth of them of measures of their own. */
function benchOf(claims: number): Workbench {
  const { tables, ...bench } = emptyWorkbench();
  return {
    ...bench,
    tables: {
      ...tables,
      claims: tableOf(
        "claims",
        Array.from({ length: claims }, (_, i) => ({
          claim_id: `claim-${i}`,
          measure: `measure-${i % Math.max(1, Math.floor(claims / 10))}`,
          kind: "total",
          stated: `${1000 + (i % 7) * 10}`,
          hedge: "about",
          start: `20${10 + (i % 12)}-01`,
          end: `20${10 + (i % 12)}-12`,
          speaker: `speaker ${i % 20}`,
          wording: `about ${
            1000 + (i % 7) * 10
          } of them, as was said that year`,
        })),
      ),
    },
  };
}

const ms = (value: number) => `${Math.round(value)} ms`;

// Speed depends on the machine: it is printed, and what is shown holds.
for (const claims of [300, 2000]) {
  browserTest(`${claims} rows are opened and edited`, async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 900 },
    });
    const url = await writeWorkbench(`rows-${claims}`, benchOf(claims));
    const { page, said } = await openBench(context, url);
    const first = await inPage<{ rows: number; verdict: number }>(
      page,
      `({
        rows: performance.getEntriesByName("workbench:shown")[0].startTime,
        verdict: performance.getEntriesByName("explorer:verdict")[0].startTime,
      })`,
    );
    assert.match(
      await sentence(page),
      new RegExp(`^${claims.toLocaleString("en")} claims`),
    );
    const edits: { shown: number; verdict: number }[] = [];
    for (let i = 0; i < 5; i++) {
      await inPage(
        page,
        `(() => {
          performance.clearMarks();
          const cell = document.querySelector('#w-grid [data-row="${i}"] [data-column="stated"]');
          cell.focus();
          cell.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          document.activeElement.value = "10${i}7";
          performance.mark("test:edit");
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
          performance.mark("test:shown");
        })()`,
      );
      await settled(page);
      edits.push(
        await inPage(
          page,
          `(() => {
            const at = (name) => performance.getEntriesByName(name).at(-1).startTime;
            return { shown: at("test:shown") - at("test:edit"), verdict: at("explorer:verdict") - at("test:edit") };
          })()`,
        ),
      );
    }
    const middle = (key: "shown" | "verdict") =>
      edits.map((edit) => edit[key]).toSorted((a, b) => a - b)[2]!;
    console.log(
      `${claims} rows: shown ${ms(first.rows)} after opening, verdict ${
        ms(first.verdict)
      }; an edit is shown in ${ms(middle("shown"))}, its verdict in ${
        ms(middle("verdict"))
      } (median of 5)`,
    );
    assert.deepEqual(said, []);
  });
}

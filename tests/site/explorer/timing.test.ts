import assert from "node:assert/strict";
import { inPage } from "../../support/open_page.ts";
import { browserTest } from "../../support/browser.ts";
import { answered, openExplorer } from "./drive.ts";
import { explorerUrl } from "./explorer_report.ts";

/** When a part of the last answer was shown, and when it had been asked. */
const TIMES = `(() => {
  const answer = performance.getEntriesByName("explorer:answer").at(-1);
  const after = (name) => performance.getEntriesByName("explorer:" + name).at(-1).startTime - answer.startTime;
  return { asked: answer.startTime, verdict: after("verdict"), answer: answer.duration, drawn: after("drawn") };
})()`;

interface Times {
  readonly asked: number;
  readonly verdict: number;
  readonly answer: number;
  readonly drawn: number;
}

const ms = (value: number) => `${Math.round(value)} ms`;

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `median ${ms(sorted[sorted.length >> 1]!)}, most ${
    ms(sorted.at(-1)!)
  }`;
}

// Speed depends on the machine: it is printed, and the order of things holds.
browserTest(
  "the verdict comes first, then the answer, then the drawings",
  async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 900 },
    });
    const { page, said } = await openExplorer(context, await explorerUrl());
    const first = await inPage<Times>(page, TIMES);
    console.log(
      `first: verdict ${ms(first.asked + first.verdict)} after opening, ` +
        `whole answer ${ms(first.asked + first.answer)}, ` +
        `drawn ${ms(first.asked + first.drawn)}`,
    );
    const later: Times[] = [];
    const act = async (change: () => Promise<void>) => {
      await change();
      await answered(page);
      later.push(await inPage<Times>(page, TIMES));
    };
    for (const width of ["0.5", "1.5", "1"]) {
      await act(() => page.fill("#x-width-number", width));
    }
    for (let i = 0; i < 2; i++) await act(() => page.click("#x-echoes"));
    for (const source of ["TASS", "WTAT"]) {
      const box =
        `#x-claims .source-switch:has-text('${source}') > label input`;
      for (let i = 0; i < 2; i++) {
        await act(() => page.click(`${box} >> nth=0`));
      }
    }
    for (
      const [name, part] of [
        ["verdict", "verdict"],
        ["whole answer", "answer"],
        ["drawn", "drawn"],
      ] as const
    ) {
      console.log(
        `later, ${name}: ${spread(later.map((times) => times[part]))}`,
      );
    }
    assert.equal(later.length, 9);
    for (const { verdict, answer, drawn } of [first, ...later]) {
      assert.ok(verdict <= answer && verdict <= drawn);
    }
    assert.deepEqual(said, []);
  },
);

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ResultJson } from "../../../lib/reconcile/result.ts";
import {
  emptyWorkbench,
  tableOf,
  type Workbench,
} from "../../../lib/site/workbench/state.ts";
import { runTask } from "../../cli/run_task.ts";
import { Random } from "../../reconcile/oracle/random.ts";
import { browserTest } from "../../support/browser.ts";
import { inPage } from "../../support/open_page.ts";
import { withFolder } from "../../whole/files/folder.ts";
import { saved } from "../explorer/drive.ts";
import {
  openBench,
  savedBench,
  sentence,
  settled,
  shownOptions,
  writeWorkbench,
} from "./bench_page.ts";

const SESSIONS = 25;
const STEPS = 14;

const MEASURES = ["cases", "cases-north", "cases-south", "beds"];

/** Claims, measures, sources and a reading to begin with; they disagree. */
function beginning(): Workbench {
  const { tables, ...bench } = emptyWorkbench();
  const year = { kind: "total", start: "2024-01", end: "2024-12" };
  return {
    ...bench,
    about: { title: "Sessions", keywords: ["kept"] },
    files: { "NOTES.md": "kept\n" },
    tables: {
      ...tables,
      claims: tableOf("claims", [
        { ...year, claim_id: "whole", measure: "cases", stated: "1000" },
        {
          ...year,
          claim_id: "north",
          measure: "cases-north",
          stated: "700",
          hedge: "at_least",
          source_id: "paper",
          origin: "office",
        },
        {
          ...year,
          claim_id: "south",
          measure: "cases-south",
          stated: "500",
          hedge: "about",
          source_id: "radio",
          origin: "office",
          colour: "red",
        },
        {
          ...year,
          claim_id: "monthly",
          measure: "cases",
          kind: "rate",
          stated: "90",
          stated_high: "110",
          per: "month",
          spread: "each",
          start: "2024-03",
          end: "2024-08",
        },
        {
          ...year,
          claim_id: "beds",
          measure: "beds",
          kind: "level",
          stated: "40",
          start: "2024-06-30",
          end: "",
        },
      ]),
      readings: tableOf("readings", [
        { claim_id: "north", reading: "half", stated: "350" },
      ]),
      sources: tableOf("sources", [
        { source_id: "paper", publisher: "Paper", published: "2025-01-10" },
        { source_id: "radio", publisher: "Radio", published: "2025-02" },
      ]),
      measures: tableOf("measures", [
        { measure: "cases", label: "All cases" },
        { measure: "cases-north", part_of: "cases", split: "full" },
        { measure: "cases-south", part_of: "cases", split: "full" },
        { measure: "beds", counts: "level" },
      ]),
    },
  };
}

/** What is put into a cell, as often sound as not. */
function drawCell(random: Random, column: string): string {
  const month = `2024-${String(random.whole(1, 12)).padStart(2, "0")}`;
  const values: Record<string, readonly string[]> = {
    claim_id: ["a", "b", "c d", "é", "north"],
    measure: [...MEASURES, "case"],
    kind: ["total", "rate", "level", "highest", "none", "totl"],
    stated: [
      `${random.whole(1, 20) * 50}`,
      `${random.whole(1, 90)}`,
      "1,200",
      "0.5",
      "",
    ],
    stated_high: ["", "", `${random.whole(20, 40) * 50}`],
    hedge: ["", "exact", "about", "over", "at_least", "up_to", "abot"],
    start: [month, `${month}-01`, "1.2.2024", ""],
    end: [month, `${month}-15`, "2024-12"],
    status: ["", "official", "unverified"],
    collection: ["", "x", "a 'quoted' one"],
    source_id: ["", "paper", "radio", "nobody"],
    speaker: ["=1+1", 'a, "b"\nc', "; -2", ""],
    wording: ["'=cmd", "\t@x", "1 + 1", "<b>"],
  };
  return random.pick(values[column]!);
}

const COLUMNS = [
  ...["claim_id", "measure", "kind", "stated", "stated", "stated_high"],
  ...["hedge", "hedge", "start", "end", "status", "collection", "source_id"],
  ...["speaker", "wording"],
];

/** Puts a text into a cell by its editor, as a hand does. */
async function edit(page: Page, at: number, column: string, value: string) {
  await inPage(
    page,
    `(() => {
      const rows = [...document.querySelectorAll("#w-grid tbody tr")];
      const row = rows[${at} % Math.max(1, rows.length)];
      const cell = row && [...row.children].find((c) => c.dataset.column === ${
      JSON.stringify(column)
    });
      if (!cell) return;
      cell.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      const key = (key) => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      // To point at the current cell again is to edit it.
      if (!document.activeElement.matches("input, select")) key("Enter");
      const input = document.activeElement;
      if (!input.matches("input, select")) throw new Error("nothing is edited");
      const value = ${JSON.stringify(value)};
      if (input.tagName === "SELECT" && ![...input.options].some((o) => o.value === value)) return key("Escape");
      input.value = value;
      key("Enter");
    })()`,
  );
}

/** Does something that a reader may do. */
async function step(page: Page, random: Random): Promise<void> {
  const click = (id: string) =>
    inPage(page, `document.getElementById("${id}").click()`);
  const what = random.next();
  if (what < 0.55) {
    const column = random.pick(COLUMNS);
    await edit(page, random.whole(0, 9), column, drawCell(random, column));
  } else if (what < 0.65) await click("w-copy");
  else if (what < 0.7) {
    await click("w-add");
    const row = await inPage<number>(
      page,
      `document.querySelectorAll("#w-grid tbody tr").length - 1`,
    );
    for (
      const [column, value] of [
        ["measure", random.pick(MEASURES.slice(0, 3))],
        ["stated", `${random.whole(1, 20) * 100}`],
        ["start", "2024-02"],
        ["end", "2024-11"],
      ] as const
    ) await edit(page, row, column, value);
  } else if (what < 0.75) await click("w-remove");
  else if (what < 0.87) await click("w-undo");
  else if (what < 0.92) await click("w-redo");
  else if (what < 0.96) await click("x-echoes");
  else {
    await inPage(
      page,
      `(() => {
        const number = document.getElementById("x-width-number");
        number.value = "${random.pick(["0", "0.5", "2", "1"])}";
        number.dispatchEvent(new Event("input"));
      })()`,
    );
  }
}

/** Puts right what is wrong: by what is certain, else by going back. */
async function putRight(page: Page): Promise<void> {
  for (let times = 0; times < 60; times++) {
    const wrong = await inPage<boolean>(
      page,
      `!document.getElementById("w-to-problems").hidden`,
    );
    if (!wrong) return;
    await inPage(
      page,
      `(document.querySelector("#w-problem-list .w-fix") ??
        document.getElementById("w-undo")).click()`,
    );
  }
  // Corrections may go round: back to what was sound, with the certainty of that.
  for (let times = 0; times < 200; times++) {
    const done = await inPage<boolean>(
      page,
      `document.getElementById("w-to-problems").hidden ||
        (document.getElementById("w-undo").click(), false)`,
    );
    if (done) return;
  }
  throw new Error("It could not be put right");
}

browserTest(
  `${SESSIONS} sessions of edits, undone and done again: the saved folder gives what the page shows`,
  async (browser) => {
    const url = await writeWorkbench("sessions", beginning());
    const context = await browser.newContext({ acceptDownloads: true });
    const verdicts = new Set<boolean>();
    for (let seed = 0; seed < SESSIONS; seed++) {
      const random = new Random(seed);
      const { page, said } = await openBench(context, url);
      for (let i = 0; i < STEPS; i++) await step(page, random);
      await putRight(page);
      await page.click("#w-save-tab");
      await settled(page);
      await withFolder(async (into) => {
        const folder = await savedBench(page, into);
        const valid = await runTask("validate", folder);
        assert.equal(valid.code, 0, `seed ${seed}: ${valid.stderr}`);
        const { stdout, stderr, code } = await runTask(
          "reconcile",
          folder,
          ...await shownOptions(page),
        );
        assert.ok(code < 2, `seed ${seed}: ${stderr}`);
        const expected = JSON.parse(stdout) as ResultJson;
        const result = JSON.parse(
          new TextDecoder().decode(await saved(page, "#w-save-result")),
        );
        assert.deepEqual(result, expected, `seed ${seed}`);
        const words = await sentence(page);
        const n = expected.claims.length;
        if (n > 0) assert.ok(words.startsWith(`${n} claim`), words);
        assert.equal(
          /cannot/.test(words),
          !expected.consistent,
          `seed ${seed}: ${words}`,
        );
        verdicts.add(expected.consistent);
        // What else was in the folder is there again.
        assert.equal(await Deno.readTextFile(`${folder}/NOTES.md`), "kept\n");
      });
      assert.deepEqual(said, [], `seed ${seed}`);
      await page.close();
    }
    assert.equal(verdicts.size, 2);
  },
);

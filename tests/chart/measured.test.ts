import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { type Dataset, loadDataset } from "../../lib/dataset/load.ts";
import { browserTest } from "../support/browser.ts";
import { drawAll } from "./draw_all.ts";
import { type Measured, misplaced } from "./measure.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

/** The charts that stand in the notebooks. */
async function charts(): Promise<Measured[]> {
  const folder = new URL("../../notebooks/", import.meta.url);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".ipynb")).toSorted();
  const found = await Promise.all(names.map(async (name) => {
    const { cells } = JSON.parse(
      await Deno.readTextFile(new URL(name, folder)),
    );
    return cells.flatMap((
      cell: { id: string; outputs?: { data?: Record<string, string[]> }[] },
    ) =>
      (cell.outputs ?? []).flatMap(({ data }) => {
        const svg = data?.["image/svg+xml"];
        return svg
          ? [{ name: `${name} ${cell.id}`, svg: [svg].flat().join("") }]
          : [];
      })
    );
  }));
  return found.flat();
}

/** The dataset with `words` wherever a chart may show text, ids included. */
function rewritten(words: string): {
  dataset: Dataset;
  id: (id: string) => string;
} {
  const id = (text: string) => `${words}${text}`;
  const maybe = (text: string | null) => text && id(text);
  return {
    id,
    dataset: {
      ...data,
      claims: data.claims.map((row) => ({
        ...row,
        claim_id: id(row.claim_id),
        collection: maybe(row.collection),
        measure: id(row.measure),
        of_measure: maybe(row.of_measure),
        origin: maybe(row.origin),
        wording: words,
        speaker: words,
      })),
      readings: [],
      relations: [],
      splits: [],
      balances: [],
      measures: data.measures.map((row) => ({
        ...row,
        measure: id(row.measure),
        part_of: maybe(row.part_of),
        same_as: maybe(row.same_as),
        label: id(row.label ?? ""),
      })),
      sources: data.sources.map((row) => ({
        ...row,
        publisher: id(row.publisher ?? ""),
      })),
    } as Dataset,
  };
}

browserTest(
  "in the notebooks' charts no text leaves its drawing or lies on another",
  async (browser) => {
    const drawn = await charts();
    assert.ok(drawn.length > 12, `only ${drawn.length} charts`);
    assert.deepEqual(await misplaced(browser, drawn), []);
  },
);

browserTest(
  "in the charts of the reports no text leaves its drawing or lies on another",
  async (browser) => {
    const words = { title: "T", caption: "C", name: "Cases, both articles" };
    const drawn = Object.entries(
      await drawAll(data, { ...words, id: (id) => id }),
    ).map(([name, { svg }]) => ({ name, svg }));
    assert.deepEqual(await misplaced(browser, drawn), []);
  },
);

const HOSTILE: Readonly<Record<string, string>> = {
  capitals: "MINISTRY OF WORKS AND WAYS OF MOSCOW ".repeat(4),
  "one word of capitals": "WWWMMMWWW".repeat(30),
  Cyrillic: "ЩЕДРЫЙ ШЁЛК ЖЮЩЫЖЮЩЫШЖЮЩЫЖШЮ ".repeat(6),
  "characters that turn text round": "1,000 \u202e\u2066\u0000\u2028 ".repeat(
    40,
  ),
  "Chinese and Japanese": "国防部统计局ニュース報道".repeat(12),
};

for (const [name, words] of Object.entries(HOSTILE)) {
  browserTest(`no text leaves its drawing: ${name}`, async (browser) => {
    const { dataset, id } = rewritten(words);
    assert.equal(claimIntervals(dataset).length, data.claims.length);
    const charts = await drawAll(dataset, {
      id,
      ...{ title: words, caption: words, name: words },
    });
    const drawn = Object.entries(charts)
      .map(([name, { svg }]) => ({ name, svg }));
    const wrong = await misplaced(browser, drawn);
    assert.deepEqual(
      wrong.filter((text) => text.includes("leaves the drawing")),
      [],
    );
  });
}

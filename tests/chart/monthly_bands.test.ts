import type { Chart } from "../../lib/chart/chart.ts";
import { monthlyBands } from "../../lib/chart/monthly_bands.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { type Dataset, loadDataset } from "../../lib/dataset/load.ts";
import { monthlyFigures } from "../../lib/analysis/monthly.ts";
import { selectCollection } from "../../lib/dataset/select.ts";
import { checkApart, placed } from "./checks.ts";
import { parseHTML } from "linkedom";
import assert from "node:assert/strict";

const all = await loadDataset(new URL("../../data", import.meta.url));
const reports = selectCollection(all, "reports");
const outbreak = await loadDataset(
  new URL("../../examples/outbreak", import.meta.url),
);

function draw(data: Dataset): Chart {
  return monthlyBands(monthlyFigures(claimIntervals(data)));
}

/** The bands of a drawing, in pixels. */
function bandsOf({ svg }: Chart, drawing: "wide" | "narrow") {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  return [...document.querySelectorAll(`svg.${drawing} svg rect`)].map(
    (element: Element) => {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
        Number(element.getAttribute(name))
      ) as [number, number, number, number];
      return { left: x, right: x + width, top: y, bottom: y + height };
    },
  );
}

/** The texts of a drawing that lie on a band. */
function onBands(chart: Chart, drawing: "wide" | "narrow"): string[] {
  const bands = bandsOf(chart, drawing);
  assert.ok(bands.length > 0);
  return placed(chart, drawing).filter(({ left, right, y }) =>
    bands.some((band) =>
      left < band.right && band.left < right && y - 6 < band.bottom &&
      band.top < y + 6
    )
  ).map(({ text }) => text);
}

for (const [name, data] of Object.entries({ reports, outbreak })) {
  Deno.test(`monthlyBands() keeps labels off bands and apart: ${name}`, () => {
    const chart = draw(data);
    assert.deepEqual(onBands(chart, "wide"), []);
    assert.deepEqual(onBands(chart, "narrow"), []);
    checkApart(chart, / · |^[a-z]$/);
  });
}

Deno.test("monthlyBands() names bands with words, or with a letter where they would not fit", () => {
  const words = (data: Dataset) =>
    placed(draw(data), "wide").filter(({ text }) => text.includes(" · "));
  const keyed = (data: Dataset) =>
    placed(draw(data), "wide").filter(({ text }) => /^[a-z]$/.test(text));
  assert.ok(words(reports).length > 10);
  assert.deepEqual(keyed(reports), []);
  // Some sources of the record name a dozen figures of the same months.
  assert.ok(keyed(all).length > 8);
  assert.deepEqual(
    onBands(draw(all), "wide").filter((text) => text.length > 1),
    [],
  );
});

Deno.test("monthlyBands() draws a source with more figures than could be placed", () => {
  const [claim] = reports.claims.filter((row) => row.kind === "total");
  const claims = Array.from({ length: 1000 }, (_, i) => ({
    ...claim!,
    claim_id: `claim-${i}`,
    stated: `${1000 + i}`,
  }));
  const started = performance.now();
  const chart = draw({ ...reports, claims });
  assert.ok(performance.now() - started < 5000);
  const texts = placed(chart, "wide");
  assert.ok(
    texts.some(({ text }) => text === "1,000 claims: point at a mark"),
  );
  assert.match(chart.svg, /read as 1,999 /);
});

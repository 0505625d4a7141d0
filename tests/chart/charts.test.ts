import { type Chart, chart } from "../../lib/chart/chart.ts";
import { claimsTimeline } from "../../lib/chart/claims_timeline.ts";
import { monthlyBands } from "../../lib/chart/monthly_bands.ts";
import { monthlyFiguresChart } from "../../lib/chart/monthly_figures.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { type Dataset, loadDataset } from "../../lib/dataset/load.ts";
import { monthlyFigures } from "../../lib/analysis/monthly.ts";
import { selectCollection } from "../../lib/dataset/select.ts";
import { parseHTML } from "linkedom";
import assert from "node:assert/strict";

const data = selectCollection(
  await loadDataset(new URL("../../data", import.meta.url)),
  "reports",
);

const CHARTS: Record<string, (data: Dataset) => Chart> = {
  claimsTimeline: (data) => claimsTimeline(claimIntervals(data)),
  monthlyFiguresChart: (data) =>
    monthlyFiguresChart(monthlyFigures(claimIntervals(data))),
  monthlyBands: (data) => monthlyBands(monthlyFigures(claimIntervals(data))),
};

/** What stands in the SVG as text, in the drawing with a class. */
function texts(svg: string, drawing: "wide" | "narrow"): string[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  return [...document.querySelectorAll(`svg.${drawing} text`)].map(
    (element: Element) =>
      [...element.childNodes]
        .filter((node) => node.nodeName.toLowerCase() !== "title")
        .map((node) => node.textContent).join(""),
  );
}

function without(dataset: Dataset, kept: string[]): Dataset {
  return {
    ...dataset,
    claims: dataset.claims.filter((row) => kept.includes(row.claim_id)),
  };
}

for (const [name, draw] of Object.entries(CHARTS)) {
  Deno.test(`${name}() is named, stands alone and repeats to the byte`, () => {
    const { svg, title } = draw(data);
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
    assert.match(svg, /^<svg [^>]*role="img" aria-label="[^"]{40,}"/);
    assert.ok(texts(svg, "wide").join(" ").includes(title.slice(0, 20)));
    assert.doesNotMatch(svg, /NaN|undefined|\[object|<figure|plot-[0-9a-f]{6}/);
    assert.doesNotMatch(svg, /(?:href|src)=|url\(/);
    assert.equal(draw(data).svg, svg);
  });

  Deno.test(`${name}() draws one claim, and none`, () => {
    const one = draw(without(data, ["wtat-180000-since-january"])).svg;
    assert.match(one, /180,000/);
    assert.doesNotMatch(one, /NaN|undefined|Infinity/);
    const none = draw(without(data, [])).svg;
    assert.doesNotMatch(none, /NaN|undefined|Infinity/);
  });

  Deno.test(`${name}() shows hostile text as text`, () => {
    const evil = `</text><script>alert(1)</script><b onload="x">&`;
    const hostile = {
      ...data,
      claims: data.claims.map((row) => ({
        ...row,
        measure: evil,
        wording: evil,
        speaker: evil,
      })),
      sources: data.sources.map((row) => ({ ...row, publisher: evil })),
    } as Dataset;
    const { svg } = draw(hostile);
    assert.doesNotMatch(svg, /<script|<b /);
    assert.match(svg, /&lt;script&gt;|&#60;script&#62;/);
  });
}

Deno.test("claimsTimeline() has a row for every modelled claim, wide and narrow", () => {
  const { svg } = CHARTS["claimsTimeline"]!(data);
  const modelled = data.claims.filter((row) => row.kind !== "none").length;
  const rest = data.claims.length - modelled;
  for (const drawing of ["wide", "narrow"] as const) {
    const labels = texts(svg, drawing);
    assert.equal(
      labels.filter((text) => text.includes(" · ")).length,
      modelled,
    );
    const counted = labels.flatMap((text) =>
      /(\d+) not modelled/.exec(text)?.[1] ?? []
    );
    assert.equal(counted.reduce((sum, n) => sum + Number(n), 0), rest);
  }
});

Deno.test("monthlyFiguresChart() says what a month comes to, for each claim", () => {
  const labels = texts(CHARTS["monthlyFiguresChart"]!(data).svg, "wide");
  for (
    const figure of ["17,000 to 19,000", "14,000 to 19,000", "1,992", "2,345"]
  ) {
    assert.ok(labels.includes(figure), figure);
  }
});

Deno.test("every mark of a claim shows its wording and source when pointed at", () => {
  const { svg } = CHARTS["claimsTimeline"]!(data);
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const titles = [...document.querySelectorAll("svg.wide title")].map(
    (element: Element) => element.textContent,
  );
  for (const row of data.claims) {
    if (row.kind === "none") continue;
    assert.ok(
      titles.some((title) =>
        title.includes(row.claim_id) && title.includes(row.wording!)
      ),
      row.claim_id,
    );
  }
});

Deno.test("chart() wraps a long title and keeps the marks below it", () => {
  const title = "A long title ".repeat(12).trim();
  const { svg } = chart({
    title,
    description: "Nothing is drawn; only the title matters here.",
    draw: () => ({ marks: [] }),
  });
  assert.ok(texts(svg, "narrow").length > texts(svg, "wide").length);
});

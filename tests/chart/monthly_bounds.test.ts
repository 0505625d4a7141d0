import {
  type MonthBound,
  monthlyBounds,
  type MonthlyMark,
  monthlyMarks,
} from "../../lib/chart/monthly_bounds.ts";
import { monthlyFigures } from "../../lib/analysis/monthly.ts";
import { checkApart, checkChart, HOSTILE, placed } from "./checks.ts";
import { reports, result } from "./real.ts";
import assert from "node:assert/strict";

const MARK: MonthlyMark = {
  start: "2024-01",
  end: "2024-03",
  low: 10,
  high: null,
  status: "official",
  label: "A Paper: at least 10",
  title: "“at least 10”",
};

Deno.test("monthlyBounds() draws what the reports imply, and keeps labels apart", () => {
  for (const measure of new Set(result.bounds.map((b) => b.measure))) {
    const figures = monthlyFigures(
      reports.filter(({ claim }) => claim.measure === measure),
    );
    const draw = () =>
      monthlyBounds({
        name: measure,
        bounds: result.bounds.filter((b) => b.measure === measure),
        claims: monthlyMarks(figures),
      });
    checkChart(draw);
    checkApart(draw());
    for (const { row } of figures) {
      assert.ok(draw().svg.includes(row.claim.claim_id), row.claim.claim_id);
    }
  }
});

Deno.test("monthlyBounds() writes each bound once where months share it", () => {
  const bounds: MonthBound[] = [
    { start: "2024-01", low: 0, high: 900 },
    { start: "2024-02-01", low: 0, high: 900 },
    { start: "2024-03", low: 200, high: null },
  ];
  const chart = monthlyBounds({ name: "Cases", bounds });
  const texts = placed(chart, "wide").map(({ text }) => text);
  assert.equal(texts.filter((text) => text === "up to 900").length, 1);
  assert.ok(texts.includes("at least 200"));
  assert.ok(texts.includes("↑"));
  assert.match(
    chart.svg,
    /each month from January to February 2024: up to 900/,
  );
});

Deno.test("monthlyBounds() cuts at the top asked for and marks what goes beyond", () => {
  const bounds = [
    { start: "2024-01", low: 0, high: 90 },
    { start: "2024-02", low: 0, high: 900 },
  ];
  const arrows = (top?: number) =>
    placed(
      monthlyBounds({ name: "Cases", bounds }, top ? { top } : {}),
      "wide",
    ).filter(({ text }) => text.startsWith("↑")).map(({ text }) => text);
  assert.deepEqual([arrows(), arrows(100)], [[], ["↑ 900"]]);
});

Deno.test("monthlyBounds() cuts off what would flatten the rest, and writes it", () => {
  const month = (i: number, high: number | null) => ({
    start: `2024-${`${i + 1}`.padStart(2, "0")}`,
    low: 0,
    high,
  });
  const tops = (highs: readonly (number | null)[]) =>
    placed(
      monthlyBounds({
        name: "Cases",
        bounds: highs.map((h, i) => month(i, h)),
      }),
      "wide",
    )
      .map(({ text }) => text).filter((text) => text.startsWith("↑"));
  const usual = Array(9).fill(20);
  // Two of eleven are far above: neighbours share an arrow.
  assert.deepEqual(tops([90, 80, ...usual]), ["↑ 90 and 80"]);
  assert.deepEqual(tops([90, ...usual, 80]), ["↑ 90", "↑ 80"]);
  // Not far above, or not a few: all are shown.
  assert.deepEqual(tops([29, ...usual]), []);
  assert.deepEqual(tops([90, 80, 70, ...usual.slice(3)]), []);
  // What is open has no number.
  assert.deepEqual(tops([null, ...usual, 80]), ["↑", "↑ 80"]);
});

Deno.test("monthlyBounds() names figures that say the same once", () => {
  const chart = monthlyBounds({
    name: "Cases",
    bounds: [],
    claims: [MARK, MARK, { ...MARK, label: "B Paper: 20", low: 20, high: 20 }],
  });
  const texts = placed(chart, "wide").map(({ text }) => text);
  assert.ok(texts.includes("A Paper: at least 10 (2×)"));
  assert.ok(texts.includes("B Paper: 20"));
});

Deno.test("monthlyBounds() draws nothing, one month, and hostile text", () => {
  checkChart(() => monthlyBounds({ name: "Cases", bounds: [] }));
  checkChart(() =>
    monthlyBounds({
      name: "Cases",
      bounds: [{ start: "2024-01", low: 0, high: 0 }],
    })
  );
  checkChart(() =>
    monthlyBounds({
      name: HOSTILE,
      bounds: [{ start: "2024-01", low: 0, high: null }],
      claims: [{ ...MARK, label: HOSTILE, title: HOSTILE }],
      record: { name: HOSTILE, figures: [{ ...MARK, title: HOSTILE }] },
    })
  );
});

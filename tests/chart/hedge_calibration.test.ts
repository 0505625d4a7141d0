import { calibrationRows } from "../../lib/analysis/calibration_rows.ts";
import { hedgeCalibration } from "../../lib/chart/hedge_calibration.ts";
import type { CalibrationRow } from "../../lib/analysis/calibration_row.ts";
import { calibrate } from "../../lib/analysis/calibrate.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { assertSound, EVIL, texts, tooltips } from "./sound.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const rows = calibrationRows(
  calibrate(data, { registers: { proceedings: ["table", "registered"] } }),
  { table: "monthly table" },
);

const row: CalibrationRow = {
  hedge: "over",
  label: "The Post: over 100",
  exact: "105",
  distance: 0.05,
  low: 0,
  high: 1,
  title: "“over 100”",
};

Deno.test("calibrationRows() groups by hedge and names measures", () => {
  const hedges = [...new Set(rows.map(({ hedge }) => hedge))];
  assert.deepEqual(hedges, ["no hedge, rounded", "about", "nearly", "over"]);
  const half = rows.find(({ exact }) => exact === "107,672")!;
  assert.equal(
    half.label,
    "Izvestia: over 107,000 · monthly table · Jan–Jun 2025",
  );
  assert.match(half.title, /more than 107 thousand criminal cases/);
  assert.match(half.title, /record-table-2025-01-to-2025-06-news-kiev/);
});

Deno.test("hedgeCalibration() is named, stands alone and repeats to the byte", () => {
  assertSound(() => hedgeCalibration(rows));
});

Deno.test("hedgeCalibration() has a row and a distance for every figure", () => {
  const { svg, title } = hedgeCalibration(rows);
  assert.match(title, /^\d+ of \d+ exact figures lie within/);
  for (const drawing of ["wide", "narrow"] as const) {
    const words = texts(svg, drawing);
    assert.equal(
      words.filter((text) => text.includes(" · ")).length,
      rows.length,
    );
    assert.ok(words.includes("+0.67"));
    assert.ok(words.includes("over: 0 to +1 (1 of 2)"));
  }
  assert.ok(
    tooltips(svg, "wide").some((title) =>
      title.includes("+0.67 rounding units")
    ),
  );
});

Deno.test("hedgeCalibration() draws nothing, one row, open hedges and far figures", () => {
  assertSound(() => hedgeCalibration([]));
  assertSound(() => hedgeCalibration([row]));
  const open = { ...row, low: null, high: null, distance: -9000 };
  assertSound(() => hedgeCalibration([open]));
  const { svg } = hedgeCalibration([
    { ...row, hedge: "at least", high: null, distance: 70 },
    { ...row, hedge: "up to", low: null, high: 0, distance: -0.001 },
  ]);
  const words = texts(svg, "wide");
  assert.ok(words.includes("at least: 0 or more (1 of 1)"));
  assert.ok(words.includes("up to: 0 or less (1 of 1)"));
  assert.ok(words.includes("+70.00"));
});

Deno.test("hedgeCalibration() shows hostile text as text", () => {
  const evil = { ...row, hedge: EVIL, label: EVIL, exact: EVIL, title: EVIL };
  assertSound(() => hedgeCalibration([evil], { title: EVIL, caption: EVIL }));
});

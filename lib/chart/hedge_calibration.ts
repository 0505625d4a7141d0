import type { Calibration } from "../analysis/calibrate.ts";
import { calibrationRows } from "../analysis/calibration_rows.ts";
import * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import {
  labelWidth,
  type Placed,
  placeRows,
  type Row,
  rowLabels,
  rowScale,
  rowsHeight,
} from "./rows.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten } from "./wrap.ts";
import type { CalibrationRow } from "../analysis/calibration_row.ts";

interface DrawnRow extends Row {
  readonly figure: CalibrationRow | null;
}

const NOTHING = "There is nothing that the words could be held against.";
const TOP = 46;
const INSET = 8;
/** Where the column of distances ends, right of the scale. */
const DISTANCE = 66;
/** The scale ends here on either side; farther figures are arrows. */
const FARTHEST = 4;

function isWithin({ distance, low, high }: CalibrationRow): boolean {
  return (low === null || low <= distance) &&
    (high === null || distance <= high);
}

/** "+0.67", "−0.03", "0": with a sign, which no number but 0 goes without. */
function signed(distance: number, text: string): string {
  const rounded = Number(distance.toFixed(2));
  return rounded === 0 ? "0" : `${rounded > 0 ? "+" : "−"}${text}`;
}

/** A distance with both decimals, for a column: "+0.40". */
function phraseDistance(distance: number): string {
  return signed(distance, Math.abs(distance).toFixed(2));
}

/** A distance for running text: "+1", "−0.5". */
function phraseSide(distance: number): string {
  return signed(
    distance,
    formatNumber(Number(Math.abs(distance).toFixed(2))),
  );
}

/** "−1 to 0", "0 or more": what a hedge is taken to allow. */
function phraseAssumed({ low, high }: CalibrationRow): string {
  const [from, to] = [low, high].map((side) =>
    side === null ? null : phraseSide(side)
  );
  if (from === null) return to === null ? "anything" : `${to} or less`;
  return to === null ? `${from} or more` : `${from} to ${to}`;
}

function rowsOf(figures: readonly CalibrationRow[]): DrawnRow[] {
  const groups = Map.groupBy(figures, ({ hedge }) => hedge);
  return [...groups].flatMap(([hedge, own]): DrawnRow[] => {
    const assumed = new Set(own.map(phraseAssumed));
    const within = own.filter(isWithin).length;
    const name = assumed.size === 1 ? `${hedge}: ${[...assumed][0]}` : hedge;
    return [
      {
        type: "heading",
        label: `${name} (${within} of ${own.length})`,
        title: `${hedge}, taken to allow ${[...assumed].join(", or ")}`,
        figure: null,
      },
      ...own.map((figure): DrawnRow => ({
        type: "item",
        label: figure.label,
        title: `${figure.title}\n${
          phraseDistance(figure.distance)
        } rounding units from the stated number; taken to allow ${
          phraseAssumed(figure)
        }`,
        figure,
      })),
    ];
  });
}

function marks(
  rows: readonly Placed<DrawnRow>[],
  [least, most]: readonly [number, number],
  margin: number,
  { fontSize }: Layout,
): Plot.Markish[] {
  type Item = Placed<DrawnRow> & { readonly figure: CalibrationRow };
  const items = rows.filter((row): row is Item => row.figure !== null);
  const middle = (row: Item) => (row.markTop + row.markBottom) / 2;
  const far = (row: Item) =>
    row.figure.distance < least ? -1 : row.figure.distance > most ? 1 : 0;
  const near = items.filter((row) => far(row) === 0);
  const colour = (within: boolean) =>
    within ? "var(--official)" : "var(--contested)";
  return [
    Plot.rect(items, {
      x1: (row: Item) => Math.max(row.figure.low ?? least, least),
      x2: (row: Item) => Math.min(row.figure.high ?? most, most),
      y1: "markTop",
      y2: "markBottom",
      rx: 2,
      insetLeft: -1,
      insetRight: -1,
      fill: "var(--none)",
      fillOpacity: 0.3,
      title: "title",
    }),
    Plot.ruleX(items, {
      x: () => 0,
      y1: (row: Item) => row.markTop - 3,
      y2: (row: Item) => row.markBottom + 3,
      stroke: "var(--ink)",
      strokeWidth: 1.5,
      title: "title",
    }),
    Plot.ruleY(items, {
      x1: () => 0,
      x2: (row: Item) => Math.max(least, Math.min(most, row.figure.distance)),
      y: middle,
      stroke: "var(--ink)",
      title: "title",
    }),
    ...[true, false].map((within) =>
      Plot.dot(near.filter((row) => isWithin(row.figure) === within), {
        x: (row: Item) => row.figure.distance,
        y: middle,
        r: within ? 4.5 : 5,
        symbol: within ? "circle" : "diamond",
        fill: within ? colour(within) : "var(--paper)",
        stroke: colour(within),
        strokeWidth: 2,
        title: "title",
      })
    ),
    ...[-1, 1].map((side) =>
      Plot.dot(items.filter((row) => far(row) === side), {
        x: () => side < 0 ? least : most,
        y: middle,
        symbol: "triangle",
        rotate: 90 * side,
        r: 5,
        fill: "var(--paper)",
        stroke: colour(false),
        strokeWidth: 2,
        title: "title",
      })
    ),
    Plot.text(items, {
      frameAnchor: "right",
      textAnchor: "end",
      dx: DISTANCE,
      y: middle,
      text: (row: Item) => phraseDistance(row.figure.distance),
      title: "title",
      className: "strong",
    }),
    Plot.text(items, {
      frameAnchor: "right",
      textAnchor: "end",
      dx: margin - 2,
      y: middle,
      text: (row: Item) =>
        shorten(row.figure.exact, margin - DISTANCE, fontSize),
      title: "title",
    }),
  ];
}

function draw(
  figures: readonly CalibrationRow[],
  layout: Layout,
): Plot.PlotOptions {
  const placed = placeRows(rowsOf(figures), layout);
  const clip = (value: number) =>
    Math.max(-FARTHEST, Math.min(FARTHEST, value));
  const shown = figures.flatMap(({ distance, low, high }) => [
    clip(distance),
    clip(low ?? 0),
    clip(high ?? 0),
  ]);
  const ticks = figures.length > 0 ? { interval: 1 } : { ticks: [] };
  const least = Math.min(-1, ...shown) - 0.15;
  const most = Math.max(1, ...shown) + 0.15;
  // The column of exact figures is as wide as they are, within reason.
  const longest = Math.max(6, ...figures.map(({ exact }) => exact.length));
  const margin = DISTANCE + 12 +
    Math.min(100, longest * layout.fontSize * 0.62);
  return {
    height: TOP + rowsHeight(placed) + 4,
    marginTop: TOP,
    marginBottom: 4,
    marginLeft: labelWidth(layout) + INSET,
    marginRight: margin,
    x: { type: "linear", domain: [least, most], label: null },
    y: rowScale(placed, TOP),
    marks: [
      Plot.gridX({
        ...ticks,
        stroke: "var(--line)",
        strokeOpacity: 1,
      }),
      Plot.axisX({
        anchor: "top",
        ...ticks,
        tickFormat: phraseSide,
        tickSize: 0,
      }),
      Plot.text(figures.length > 0 ? ["rounding units from the number"] : [], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -INSET,
        dy: -44,
        className: "soft",
      }),
      Plot.text(figures.length > 0 ? ["exact"] : [], {
        frameAnchor: "top-right",
        textAnchor: "end",
        dx: margin - 2,
        dy: -18,
        className: "soft",
      }),
      ...marks(placed, [least, most], margin, layout),
      ...rowLabels(placed, layout, INSET),
    ],
  };
}

function isWorded(
  given: readonly Calibration[] | readonly CalibrationRow[],
): given is readonly CalibrationRow[] {
  return given.every((row) => "label" in row);
}

/**
 * How wide hedges were: a row a hedged or rounded claim that has an exact figure
 * behind it, grouped by hedge, with the distance of the figure from the stated
 * number in rounding units, against the interval that the hedge is taken for. Takes
 * what `calibrate` gives, or rows that have their words already.
 *
 * @example
 * ```ts
 * import { hedgeCalibration } from "./hedge_calibration.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = hedgeCalibration([{
 *   hedge: "over",
 *   label: "The Post: over 107,000 · first half of 2025",
 *   exact: "107,672",
 *   distance: 0.672,
 *   low: 0,
 *   high: 1,
 *   title: "“more than 107 thousand”",
 * }]);
 * assert.match(svg, /\+0\.67/);
 * ```
 */
export function hedgeCalibration(
  given: readonly Calibration[] | readonly CalibrationRow[],
  options: ChartTitle = {},
): Chart {
  checkOptions(options, TITLE_TYPES);
  const figures = isWorded(given) ? given : calibrationRows(given);
  const {
    title,
    caption = "A rounding unit is the place of the last digit that is not " +
      "a zero: 1,000 for 107,000. Which register holds the exact figure is an " +
      "assumption where the claim names none: a great distance may mean " +
      "another register. Point at a row for the wording and the source.",
  } = options;
  const within = figures.filter(isWithin).length;
  const groups = Map.groupBy(figures, ({ hedge }) => hedge);
  return chart({
    title: title ??
      (figures.length === 0
        ? "No hedged number has an exact figure behind it"
        : `${within} of ${figures.length} exact figures lie within what the ` +
          "words are taken to allow"),
    subtitle: figures.length === 0
      ? NOTHING
      : "Line at 0: the number as stated. Grey: what the hedge is taken " +
        "to allow at width 1. Disc: the exact figure lies within; hollow " +
        "diamond: outside; hollow triangle: off the scale. In brackets: how " +
        "many lie within.",
    caption,
    description: figures.length === 0
      ? NOTHING
      : [...groups].map(([hedge, own]) =>
        `${hedge}: ${own.filter(isWithin).length} of ${own.length} within, ` +
        `distances ${
          own.map(({ distance }) => phraseDistance(distance)).join(", ")
        }`
      ).join(". ") + ".",
    draw: (layout) => draw(figures, layout),
  });
}

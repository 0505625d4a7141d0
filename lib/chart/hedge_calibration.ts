import type { Calibration } from "../analysis/calibrate.ts";
import { calibrationRows } from "../analysis/calibration_rows.ts";
import type { CalibrationRow } from "../analysis/calibration_row.ts";
import type * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import * as kit from "./kit/kit.ts";

interface DrawnRow extends kit.Row {
  readonly figure: CalibrationRow | null;
}

const NOTHING = "There is nothing that the words could be held against.";
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
  if (from === null) return to === null ? "any number" : `${to} or less`;
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

/** A figure in its row: what the hedge allows, and where the figure lies. */
function marks(
  items:
    readonly (kit.Placed<DrawnRow> & { readonly figure: CalibrationRow })[],
  { x, begin, end }: kit.Span,
): Plot.Markish[] {
  const clip = (at: number) => Math.max(begin, Math.min(end, at));
  const drawn = items.map(({ figure, mark, y }) => {
    const at = x(figure.distance);
    const [left, right] = kit.seen(
      clip(figure.low === null ? begin : x(figure.low)),
      clip(figure.high === null ? end : x(figure.high)),
    );
    const far = at < begin ? "left" : at > end ? "right" : "no";
    const kind = far !== "no" ? far : isWithin(figure) ? "within" : "outside";
    return { ...mark, left, right, x: clip(at), y, kind };
  });
  const paint = { fill: "var(--paper)", stroke: "var(--contested)" };
  return [
    kit.rects(drawn, { rx: 2, fill: "var(--none)", fillOpacity: 0.3 }),
    kit.uprights(
      drawn.map(({ top, bottom }) => ({
        ...{ x: x(0), top: top - 3, bottom: bottom + 3 },
      })),
      { stroke: "var(--ink)", strokeWidth: 1.5 },
    ),
    kit.across(
      drawn.map(({ x: at, y }) => ({
        ...{ left: Math.min(at, x(0)), right: Math.max(at, x(0)), y },
      })),
      { stroke: "var(--ink)" },
    ),
    ...Object.entries<Plot.DotOptions>({
      within: { r: 4.5, fill: "var(--official)", stroke: "var(--official)" },
      outside: { r: 5, symbol: "diamond", ...paint },
      left: { r: 5, symbol: "triangle", rotate: -90, ...paint },
      right: { r: 5, symbol: "triangle", rotate: 90, ...paint },
    }).map(([kind, style]) =>
      kit.dots(drawn.filter((one) => one.kind === kind), {
        ...{ strokeWidth: 2, ...style },
      })
    ),
  ];
}

function draw(
  figures: readonly CalibrationRow[],
  layout: kit.Layout,
): PlotOptions {
  if (figures.length === 0) return kit.pixelPlot(1, []);
  const { inner, fontSize } = layout;
  const top = kit.AXIS + kit.LINE;
  const { rows, left, bottom, ...own } = kit.list(rowsOf(figures), layout, {
    top,
  });
  const items = rows.flatMap((row) =>
    row.figure ? [{ ...row, figure: row.figure }] : []
  );
  const reach = (value: number) =>
    Math.max(-FARTHEST, Math.min(FARTHEST, value));
  const shown = figures.flatMap(({ distance, low, high }) =>
    [distance, low ?? 0, high ?? 0].map(reach)
  );
  const exact = Math.min(
    110,
    kit.widest([...figures.map(({ exact }) => exact), "exact"], fontSize),
  );
  const distance = inner - exact - 12;
  const end = distance - 14 -
    kit.widest(
      figures.map((row) => phraseDistance(row.distance)),
      fontSize,
      "bold",
    );
  const span = [Math.min(-1, ...shown) - 0.15, Math.max(1, ...shown) + 0.15];
  const begin = left + 8;
  const { x, ...axis } = kit.numberAxis(
    span as [number, number],
    [begin, end],
    layout,
    phraseSide,
  );
  return kit.pixelPlot(bottom + 4, [
    axis.names(kit.LINE * 1.5),
    axis.lines(own.areas),
    ...own.marks,
    ...marks(items, { x, begin, end }),
    kit.words([
      { x: left, y: kit.LINE / 2, text: "rounding units from the number" },
    ], { className: "soft" }),
    kit.words([{ x: inner, y: kit.LINE * 1.5, text: "exact" }], {
      ...{ anchor: "end", className: "soft" },
    }),
    kit.words(
      items.map(({ figure, y }) => ({
        ...{ x: distance, y, text: phraseDistance(figure.distance) },
      })),
      { anchor: "end", className: "strong" },
    ),
    kit.words(
      items.map(({ figure, y }) => ({
        ...{ x: inner, y, text: kit.fit(figure.exact, exact + 1, fontSize) },
      })),
      { anchor: "end" },
    ),
  ]);
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

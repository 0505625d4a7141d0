import { sweepRows } from "../analysis/sweep_rows.ts";
import type { WidthSweep } from "../analysis/width_sweep.ts";
import { hasClaims } from "../dataset/has_claims.ts";
import type { Claims } from "../dataset/intervals.ts";
import * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { formatPercent } from "../quantity/percent.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { textWidth } from "./text_width.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten, wrap } from "./wrap.ts";
import type { SweepData, SweepPoint, SweepRow } from "../analysis/sweep_row.ts";

const TOP = 46;
const LINE = 16;
const BAR = 11;
const MARGIN = 64;
const INSET = 6;

/** Keeps text legible where a line runs behind it. */
const HALO = {
  stroke: "var(--paper)",
  strokeWidth: 3,
  fill: "var(--ink)",
  paintOrder: "stroke",
} as const;

interface PlacedRow extends SweepRow {
  readonly lines: readonly string[];
  readonly top: number;
  readonly barTop: number;
  /** Where its bar ends, within what is shown. */
  readonly end: number;
  readonly beyond: boolean;
}

interface Text {
  readonly y: number;
  readonly text: string;
  readonly title: string;
}

function left({ narrow }: Layout): number {
  return narrow ? INSET : 400;
}

/** "0.37", "6", "never": where a conflict ends. */
function phraseWidth(width: number | null): string {
  return width === null ? "never" : formatNumber(Number(width.toFixed(2)));
}

/** At most three lines of a label; what does not fit is cut. */
function labelLines(label: string, layout: Layout): string[] {
  const room = layout.narrow ? layout.width - 32 : left(layout) - 16;
  const lines = wrap(label, room, layout.fontSize);
  const kept = lines.length > 3
    ? [...lines.slice(0, 2), lines.slice(2).join(" ")]
    : lines;
  return kept.map((line) => shorten(line, room, layout.fontSize));
}

function placeRows(
  { conflicts, most }: SweepData,
  top: number,
  layout: Layout,
): { rows: PlacedRow[]; bottom: number } {
  let y = top;
  const rows = conflicts.map((row): PlacedRow => {
    const lines = labelLines(row.label, layout);
    const text = Math.max(1, lines.length) * LINE;
    const placed = {
      ...row,
      lines,
      top: y,
      barTop: layout.narrow ? y + text + 1 : y + (text - BAR) / 2,
      end: Math.min(row.until ?? most, most),
      beyond: row.until === null || row.until > most,
    };
    y += text + (layout.narrow ? BAR + 9 : 7);
    return placed;
  });
  return { rows, bottom: y };
}

/** A panel's name and what it shows, beside it or, narrow, above it. */
function panelName(
  name: string,
  words: string,
  top: number,
  layout: Layout,
): Plot.Markish[] {
  const dx = -left(layout);
  const at = { frameAnchor: "left", textAnchor: "start", dx } as const;
  return [
    Plot.text([name], { ...at, y: () => top + 8, className: "strong" }),
    Plot.text([words], {
      ...at,
      dx: layout.narrow
        ? dx + textWidth(name, layout.fontSize, "bold") + 8
        : dx,
      y: () => top + (layout.narrow ? 8 : 8 + LINE),
      className: "soft",
    }),
  ];
}

interface Plateau {
  readonly width: number;
  readonly end: number;
  readonly conflicts: number;
}

/** A number in the drawing, in pixels. */
interface Numeral {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The numbers over the steps, the ends first; those in the way are left out. */
function numerals(
  plateaus: readonly Plateau[],
  y: (count: number) => number,
  perPixel: number,
  fontSize: number,
): Numeral[] {
  const placed: Numeral[] = [];
  const last = plateaus.length - 1;
  const order = plateaus.map((_, i) => i).toSorted((a, b) =>
    Number(b === 0 || b === last) - Number(a === 0 || a === last) ||
    plateaus[b]!.conflicts - plateaus[a]!.conflicts || a - b
  );
  for (const i of order) {
    const { width, end, conflicts } = plateaus[i]!;
    const text = formatNumber(conflicts);
    const size = text.length * fontSize * 0.56 + 3;
    const walled = [plateaus[i - 1], plateaus[i + 1]].some((next) =>
      next && next.conflicts > conflicts
    );
    if (walled && (end - width) / perPixel < size) continue;
    const own = { x: (width + end) / 2, y: y(conflicts) - 8, text };
    const touches = placed.some((other) =>
      Math.abs(other.y - own.y) < fontSize &&
      Math.abs(other.x - own.x) / perPixel < size
    );
    if (!touches) placed.push(own);
  }
  return placed.toSorted((a, b) => a.x - b.x);
}

/** The number of conflicts, as steps with their heights written on them. */
function countPanel(
  { steps, most }: SweepData,
  top: number,
  height: number,
  layout: Layout,
): Plot.Markish[] {
  const highest = Math.max(1, ...steps.map(({ conflicts }) => conflicts));
  const y = (count: number) => top + height - count / highest * (height - 18);
  const perPixel = most / (layout.width - 28 - left(layout) - MARGIN);
  const plateaus = steps.flatMap(({ width, conflicts }, i): Plateau[] => {
    if (i > 0 && steps[i - 1]!.conflicts === conflicts) return [];
    const next = steps.slice(i).find((step) => step.conflicts !== conflicts);
    return [{ width, conflicts, end: next?.width ?? most }];
  });
  const numbers = numerals(plateaus, y, perPixel, layout.fontSize);
  return [
    Plot.rect(plateaus, {
      x1: "width",
      x2: "end",
      y1: ({ conflicts }: SweepPoint) => y(conflicts),
      y2: () => y(0),
      fill: "var(--ink)",
      fillOpacity: 0.16,
      title: ({ width, end, conflicts }: Plateau) =>
        `${conflicts} conflicts from width ${phraseWidth(width)} to ${
          phraseWidth(end)
        }`,
    }),
    Plot.lineY(
      plateaus.flatMap(({ width, end, conflicts }) => [
        { x: width, y: y(conflicts) },
        { x: end, y: y(conflicts) },
      ]),
      { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1.5 },
    ),
    Plot.ruleY([0], { y: () => y(0), stroke: "var(--line)" }),
    Plot.text(numbers, { ...HALO, x: "x", y: "y", text: "text" }),
  ];
}

/** The slack as a line, written at its ends and at width 1. */
function slackPanel(
  { steps, most }: SweepData,
  top: number,
  height: number,
): Plot.Markish[] {
  const highest = Math.max(1e-6, ...steps.map(({ slack }) => slack));
  const points = steps.map((step) => ({
    ...step,
    y: top + height - step.slack / highest * (height - 18),
    text: formatPercent(step.slack, 2),
    title: `width ${phraseWidth(step.width)}: every bound must give by ${
      formatPercent(step.slack)
    }`,
  }));
  const marked = points.filter(({ width }, i) =>
    i === 0 || i === points.length - 1 ||
    width === 1 && most >= 2
  );
  return [
    Plot.ruleY([0], { y: () => top + height, stroke: "var(--line)" }),
    Plot.lineY(points, { x: "width", y: "y", stroke: "var(--ink)" }),
    Plot.dot(marked, {
      x: "width",
      y: "y",
      r: 3,
      fill: "var(--ink)",
      title: "title",
    }),
    Plot.text(marked, {
      x: "width",
      y: "y",
      text: "text",
      textAnchor: "start",
      dx: 6,
      dy: -8,
      title: "title",
      ...HALO,
    }),
  ];
}

/** A bar a conflict, from where it begins to where it dissolves. */
function conflictBars(
  rows: readonly PlacedRow[],
  layout: Layout,
): Plot.Markish[] {
  const middle = (row: PlacedRow) => row.barTop + BAR / 2;
  const lines = rows.flatMap((row) =>
    row.lines.map((text, i): Text => ({
      y: row.top + LINE * (i + 0.5),
      text,
      title: row.title,
    }))
  );
  const beyond = rows.filter((row) => row.beyond);
  return [
    Plot.text(lines, {
      frameAnchor: "left",
      textAnchor: "start",
      dx: -left(layout),
      y: "y",
      text: "text",
      title: "title",
      ...HALO,
    }),
    Plot.rect(rows, {
      x1: "from",
      x2: "end",
      y1: "barTop",
      y2: (row: PlacedRow) => row.barTop + BAR,
      rx: 2,
      insetLeft: -1,
      insetRight: -1,
      fill: "var(--contested)",
      fillOpacity: 0.35,
      stroke: "var(--contested)",
      title: "title",
    }),
    Plot.dot(beyond, {
      x: "end",
      y: middle,
      symbol: "triangle",
      rotate: 90,
      r: 4.5,
      dx: 6,
      fill: "var(--contested)",
      title: "title",
    }),
    Plot.text(rows, {
      x: "end",
      y: middle,
      text: (row: PlacedRow) => phraseWidth(row.until),
      textAnchor: "start",
      dx: 6,
      title: "title",
      filter: (row: PlacedRow) => !row.beyond,
    }),
    Plot.text(beyond, {
      x: "end",
      y: middle,
      text: (row: PlacedRow) => phraseWidth(row.until),
      textAnchor: "start",
      dx: 16,
      title: "title",
    }),
  ];
}

function draw(data: SweepData, layout: Layout): Plot.PlotOptions {
  const extra = layout.narrow ? 22 : 0;
  const counts = TOP + extra;
  const slack = counts + 74 + 16 + extra;
  const heading = slack + 58 + 14;
  const { rows, bottom } = placeRows(data, heading + 24, layout);
  // The line at width 1; narrow, it stops where the rows' labels stand.
  const line = layout.narrow
    ? [
      { top: counts, bottom: slack - extra - 4 },
      { top: slack, bottom: slack + 58 },
      ...rows.map(({ barTop }) => ({
        top: barTop - 2,
        bottom: barTop + BAR + 2,
      })),
    ]
    : [{ top: TOP, bottom }];
  const one = data.most > 1 ? line : [];
  return {
    height: bottom + 2,
    marginTop: TOP - 10,
    marginBottom: 2,
    marginLeft: left(layout),
    marginRight: MARGIN,
    x: { type: "linear", domain: [0, Math.max(data.most, 1e-6)], label: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.axisX({
        anchor: "top",
        ticks: layout.narrow ? 3 : 6,
        tickSize: 0,
        tickFormat: formatNumber,
      }),
      Plot.text(["width of hedges and rounding"], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -4,
        dy: -32,
        className: "soft",
      }),
      Plot.gridX({
        ticks: layout.narrow ? 3 : 6,
        stroke: "var(--line)",
        strokeOpacity: 1,
      }),
      Plot.ruleX(one, {
        x: () => 1,
        y1: "top",
        y2: "bottom",
        stroke: "var(--ink)",
        strokeDasharray: "3,3",
        title: () => "Width 1: what is assumed unless said otherwise",
      }),
      ...panelName(
        "Conflicts",
        layout.narrow ? "how many" : "how many there are at each width",
        counts - extra,
        layout,
      ),
      ...countPanel(data, counts, 74, layout),
      ...panelName(
        "Slack",
        layout.narrow
          ? "by which every bound must give"
          : "the share by which every bound must give",
        slack - extra,
        layout,
      ),
      ...slackPanel(data, slack, 58),
      ...panelName(
        "Each conflict",
        layout.narrow ? "its claims" : "",
        heading,
        layout,
      ),
      ...conflictBars(rows, layout),
    ],
  };
}

/**
 * How findings move with the width of hedges: the number of conflicts as steps,
 * the slack as a line, and a bar a conflict from the width at which it begins to
 * the one at which its claims can all be true. Takes what `sweepWidths` gives, and
 * the data it was asked of.
 *
 * @example
 * ```ts
 * import { widthSweep } from "./width_sweep.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = widthSweep({
 *   most: 2,
 *   steps: [
 *     { width: 0, slack: 0.1, conflicts: 1 },
 *     { width: 0.5, slack: 0, conflicts: 0 },
 *   ],
 *   conflicts: [{ label: "A 10, B 12", title: "“10”", from: 0, until: 0.5 }],
 * });
 * assert.match(svg, /A 10, B 12/);
 * ```
 */
export function widthSweep(
  sweep: WidthSweep,
  claims: Claims,
  options?: ChartTitle,
): Chart;
/** The same of conflicts that have their words already. */
export function widthSweep(data: SweepData, options?: ChartTitle): Chart;
export function widthSweep(
  given: WidthSweep | SweepData,
  second: Claims | ChartTitle = {},
  third: ChartTitle = {},
): Chart {
  const ofClaims = hasClaims(second);
  const options = ofClaims ? third : second;
  checkOptions(options, TITLE_TYPES);
  const data = ofClaims
    ? {
      ...given,
      conflicts: sweepRows((given as WidthSweep).conflicts, second),
    }
    : given as SweepData;
  const {
    title,
    caption = "Width 1 (dashed line) is what is assumed unless said " +
      "otherwise: 0 takes every number to the letter, 2 makes hedges and " +
      "rounding twice as wide. Point at a bar for the claims' wording.",
  } = options;
  const { most, steps, conflicts } = data;
  const first = steps[0]?.conflicts ?? 0;
  const last = steps.at(-1)?.conflicts ?? 0;
  const ends = conflicts.map(({ label, until }) =>
    `${label}: ${until === null ? "never" : `at ${phraseWidth(until)}`}`
  );
  return chart({
    title: title ?? "How wide would the hedges have to be for the claims to " +
        "agree?",
    subtitle: "From left to right hedges and rounding widen. A bar runs from " +
      "the width at which a set of claims becomes a conflict to the one at " +
      "which it dissolves, which stands at its end; an arrow: beyond the " +
      "widths shown. One that begins later takes the place of a smaller one.",
    caption,
    description: `From width 0 to ${phraseWidth(most)} the conflicts go from ` +
      `${first} to ${last}. ` +
      (ends.length > 0
        ? `They dissolve so: ${ends.join("; ")}.`
        : "There is none to dissolve."),
    draw: (layout) => draw(data, layout),
  });
}

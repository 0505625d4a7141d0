import type { KnownOn } from "../analysis/known_by_dates.ts";
import { knownByRows } from "../analysis/known_by_rows.ts";
import { measureNames } from "../analysis/measure_names.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { period } from "../quantity/period.ts";
import * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { formatPercent } from "../quantity/percent.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { roundLevels } from "./levels.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import type { Weight } from "./text_width.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten, wrap } from "./wrap.ts";
import type { KnownByRow } from "../analysis/known_by_row.ts";

const NOTHING = "No source with a date has a modelled claim.";
const LINE = 17;
const BAR = 11;
const ROW = 52;
const GAP = 26;
const LABEL = 310;

/** A panel's bar on a date, in pixels. */
interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly end: number;
  readonly open: boolean;
  readonly nothing: boolean;
  readonly broken: boolean;
  readonly text: string;
  readonly title: string;
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly title: string;
}

function verdict({ claims, conflicts, complete, slack }: KnownByRow): string {
  const known = `${formatNumber(claims)} claim${claims === 1 ? "" : "s"}`;
  if (conflicts === 0) {
    return `${known}, ${claims === 1 ? "alone" : "all can be true"}`;
  }
  const count = `${formatNumber(conflicts)}${complete ? "" : "+"}`;
  return `${known}, ${count} conflict${conflicts === 1 ? "" : "s"}, slack ${
    formatPercent(slack, 2)
  }`;
}

function rowTitle(row: KnownByRow): string {
  return [
    `${row.date}: ${row.appeared}`,
    verdict(row),
    ...(row.without.length > 0
      ? ["The bounds leave out:", ...row.without]
      : []),
  ].join("\n");
}

/** One count's scale: pixels from `left` on, `width` of them for `most`. */
interface Panel {
  readonly name: string;
  readonly left: number;
  readonly width: number;
  readonly most: number;
}

function panelsOf(
  rows: readonly KnownByRow[],
  counts: readonly string[],
  layout: Layout,
): Panel[] {
  const from = layout.narrow ? 0 : LABEL;
  const room = layout.width - 28 - from;
  const each = layout.narrow
    ? room
    : (room - GAP * (counts.length - 1)) / Math.max(1, counts.length);
  return counts.map((name, i) => ({
    name,
    left: layout.narrow ? 0 : from + i * (each + GAP),
    width: each,
    most: 1.08 * Math.max(
      1,
      ...rows.flatMap(({ bounds }) => {
        const range = bounds[i];
        return range ? [range.low, range.high ?? 0] : [];
      }),
    ),
  }));
}

function barOf(
  row: KnownByRow,
  range: Range,
  { name, left, width, most }: Panel,
  y: number,
): Bar {
  const at = (value: number) => left + value / most * (width - 8);
  const text = phraseBounds(range);
  return {
    x1: at(range.low),
    x2: range.high === null ? at(range.low) : at(range.high),
    y,
    end: left + width - 4,
    open: range.high === null,
    nothing: range.high === null && range.low === 0,
    broken: row.conflicts > 0,
    text,
    title: `${name}: ${text}\n${rowTitle(row)}`,
  };
}

/** Bars, solid where the claims agree and dashed where they do not. */
function bars(all: readonly Bar[]): Plot.Markish[] {
  const open = all.filter((bar) => bar.open);
  const middle = (bar: Bar) => bar.y + BAR / 2;
  return [
    ...[false, true].map((nothing) =>
      Plot.ruleY(open.filter((bar) => bar.nothing === nothing), {
        x1: "x1",
        x2: (bar: Bar) => bar.end - 4,
        y: middle,
        stroke: nothing ? "var(--soft)" : "var(--ink)",
        ...(nothing ? { strokeDasharray: "2,4" } : {}),
        title: "title",
      })
    ),
    Plot.dot(open, {
      x: "end",
      y: middle,
      symbol: "triangle",
      rotate: 90,
      r: 4,
      dx: -2,
      fill: "var(--ink)",
      title: "title",
    }),
    ...[false, true].flatMap((broken) =>
      [false, true].map((thin) => {
        const colour = broken ? "var(--contested)" : "var(--official)";
        const pale = broken && !thin;
        return Plot.rect(
          all.filter((bar) =>
            !bar.nothing && bar.broken === broken &&
            bar.x2 - bar.x1 < 4 === thin
          ),
          {
            x1: "x1",
            x2: "x2",
            y1: "y",
            y2: (bar: Bar) => bar.y + BAR,
            rx: thin ? 1 : 2,
            // An exact bound is a line; it must not vanish.
            insetLeft: -1.5,
            insetRight: -1.5,
            fill: colour,
            fillOpacity: pale ? 0.18 : 0.75,
            ...(thin ? {} : { stroke: colour }),
            ...(pale ? { strokeDasharray: "4,3" } : {}),
            title: "title",
          },
        );
      })
    ),
  ];
}

/** A disc where the claims agree, a cross where they do not. */
function signs(
  rows: readonly { readonly row: KnownByRow; readonly y: number }[],
): Plot.Markish[] {
  const own = (broken: boolean) =>
    rows.filter(({ row }) => row.conflicts > 0 === broken)
      .map(({ row, y }) => ({ y, title: rowTitle(row) }));
  return [
    Plot.dot(own(false), {
      x: () => 5,
      y: "y",
      r: 4.5,
      fill: "var(--official)",
      title: "title",
    }),
    Plot.dot(own(true), {
      x: () => 5,
      y: "y",
      r: 4.5,
      symbol: "times",
      stroke: "var(--contested)",
      strokeWidth: 2.5,
      title: "title",
    }),
  ];
}

interface Level {
  readonly value: number;
  readonly x: number;
}

/** Level lines of a panel: as many as their numbers leave room for. */
function levelsOf({ left, width, most }: Panel, fontSize: number): Level[] {
  const levels = roundLevels(most / 1.08).map((value) => ({
    value,
    x: left + value / most * (width - 8),
  })).filter(({ x }) => x < left + width);
  const [zero, first, second] = levels;
  if (!zero || !first || !second) return levels;
  const size = formatNumber(second.value).length * fontSize * 0.62 + 8;
  if (second.x - first.x > size) return levels;
  return second.x + size / 2 < left + width + GAP / 2
    ? [zero, second]
    : [zero, first];
}

function write(
  texts: readonly Text[],
  className: string,
): Plot.Markish {
  return Plot.text(texts, {
    x: "x",
    y: "y",
    text: "text",
    textAnchor: "start",
    className,
    title: "title",
  });
}

function draw(
  rows: readonly KnownByRow[],
  counts: readonly string[],
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const panels = panelsOf(rows, counts, layout);
  const inner = layout.width - 28;
  const names = panels.map((panel) =>
    wrap(panel.name, panel.width, fontSize, "bold")
  );
  const head = narrow
    ? 4
    : Math.max(0, ...names.map((lines) => lines.length)) * LINE + 26;
  const strong: Text[] = [];
  const plain: Text[] = [];
  const soft: Text[] = [];
  const drawn: Bar[] = [];
  const signed: { row: KnownByRow; y: number }[] = [];
  const tops: number[] = [];
  let y = head;
  const cut = (text: string, room: number, weight?: Weight) =>
    shorten(text, room, fontSize, weight);
  for (const row of rows) {
    const title = rowTitle(row);
    const room = narrow ? inner : LABEL - 16;
    tops.push(y);
    const date = y + (narrow ? 14 : 17);
    const dateWidth = row.date.length * fontSize * 0.68 + 10;
    strong.push({ x: 0, y: date, text: cut(row.date, room, "bold"), title });
    soft.push({
      x: dateWidth,
      y: date,
      text: room - dateWidth > 30 ? cut(row.appeared, room - dateWidth) : "",
      title,
    });
    signed.push({ row, y: date + LINE + 1 });
    plain.push({
      x: 16,
      y: date + LINE + 1,
      text: cut(verdict(row), room - 16),
      title,
    });
    if (narrow) y = date + LINE + 12;
    panels.forEach((panel, i) => {
      const range = row.bounds[i];
      if (!range) return;
      const top = narrow ? y + 9 : y + 17;
      const bar = barOf(row, range, panel, top + 9);
      drawn.push(bar);
      // Wide, the words stand over the bar, as far as the panel reaches.
      const words = Math.min(panel.width, bar.text.length * fontSize * 0.58);
      const over = Math.min(bar.x1, panel.left + panel.width - words);
      const value = {
        x: narrow ? 0 : Math.max(panel.left, over),
        y: top,
        text: cut(bar.text, panel.width),
        title: bar.title,
      };
      plain.push(value);
      if (narrow) {
        const at = bar.text.length * fontSize * 0.6 + 12;
        soft.push({
          x: at,
          y: top,
          text: inner - at > 40 ? cut(panel.name, inner - at) : "",
          title: panel.name,
        });
        y += 36;
      }
    });
    y += narrow ? 10 : ROW;
  }
  const levels = panels.flatMap((panel) => levelsOf(panel, fontSize));
  const headings = narrow
    ? []
    : panels.flatMap(({ left, name }, i) =>
      names[i]!.map((text, line) => ({
        x: left,
        y: 8 + line * LINE,
        text,
        title: name,
      }))
    );
  return {
    height: y + 2,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.ruleY(tops.slice(narrow ? 1 : 0), {
        x1: () => 0,
        x2: () => inner,
        y: (top: number) => top,
        stroke: "var(--line)",
      }),
      ...(narrow ? [] : [
        Plot.ruleX(levels, {
          x: "x",
          y1: () => head,
          y2: () => y,
          stroke: "var(--line)",
        }),
        ...[true, false].map((zero) =>
          Plot.text(levels.filter(({ value }) => value === 0 === zero), {
            x: "x",
            y: () => head - 9,
            text: ({ value }: Level) => formatNumber(value),
            textAnchor: zero ? "start" : "middle",
            className: "soft",
          })
        ),
      ]),
      ...bars(drawn),
      ...signs(signed),
      write(headings, "strong"),
      write(strong, "strong"),
      write(soft.filter(({ text }) => text !== ""), "soft"),
      write(plain, "label"),
    ],
  };
}

/** Rows in words, and what each count followed is called. */
function wordedOf(
  known: readonly KnownOn[],
  data: Dataset,
): [KnownByRow[], string[]] {
  const name = measureNames(data.measures);
  const counts = known[0]?.bounds.map(({ measure, start, end }) =>
    `${name(measure)}, ${describePeriod(period(start, end))}`
  );
  return [knownByRows(known, data), counts ?? []];
}

/**
 * What could be known on each date of publication, a row a date: how many
 * claims, whether they could all be true, and beside that, a panel a count, the
 * bounds as they narrowed or broke.
 *
 * @param rows In the order of dates.
 * @param counts Names of the counts whose bounds the rows hold.
 *
 * @example
 * ```ts
 * import { knownBy } from "./known_by.ts";
 * import assert from "node:assert/strict";
 *
 * const row = { appeared: "The Post", complete: true, without: [] };
 * const { svg } = knownBy([
 *   {
 *     ...row,
 *     date: "1 March 2024",
 *     claims: 1,
 *     conflicts: 0,
 *     slack: 0,
 *     bounds: [{ low: 100, high: null }],
 *   },
 *   {
 *     ...row,
 *     date: "2 March 2024",
 *     claims: 2,
 *     conflicts: 1,
 *     slack: 0.1,
 *     bounds: [{ low: 100, high: 120 }],
 *   },
 * ], ["Cases in 2023"]);
 * assert.match(svg, /2 claims, 1 conflict, slack 10%/);
 * ```
 */
export function knownBy(
  known: readonly KnownOn[],
  data: Dataset,
  options?: ChartTitle,
): Chart;
/** The same of rows and counts that have their words already. */
export function knownBy(
  rows: readonly KnownByRow[],
  counts: readonly string[],
  options?: ChartTitle,
): Chart;
export function knownBy(
  given: readonly KnownOn[] | readonly KnownByRow[],
  second: Dataset | readonly string[],
  options: ChartTitle = {},
): Chart {
  checkOptions(options, TITLE_TYPES);
  const [rows, counts] = "claims" in second
    ? wordedOf(given as readonly KnownOn[], second)
    : [given as readonly KnownByRow[], second];
  const {
    title = "What could be known on each date, and did it agree?",
    caption = "Each row uses only what had been published by then (a month " +
      "means its last day). Where claims conflict, the bounds hold after the " +
      "cheapest repair; point at a bar for the claims it leaves out.",
  } = options;
  return chart({
    title,
    subtitle: rows.length === 0
      ? NOTHING
      : "Disc and solid bars: all claims known by then can be true. " +
        "Cross and dashed bars: they cannot. Bars: what the claims together " +
        "imply for the count; an arrow: open above.",
    caption,
    description: rows.length === 0
      ? NOTHING
      : rows.map((row) =>
        `${row.date}: ${verdict(row)}${
          counts.map((name, i) =>
            row.bounds[i] ? `; ${name}: ${phraseBounds(row.bounds[i])}` : ""
          ).join("")
        }`
      ).join(". ") + ".",
    draw: (layout) => draw(rows, counts, layout),
  });
}

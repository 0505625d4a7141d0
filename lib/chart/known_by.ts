import type { KnownOn } from "../analysis/known_by_dates.ts";
import type { KnownByRow } from "../analysis/known_by_row.ts";
import { knownByRows } from "../analysis/known_by_rows.ts";
import { measureNames } from "../analysis/measure_names.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { checkOptions } from "../quantity/check_options.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatPercent } from "../quantity/percent.ts";
import { period } from "../quantity/period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import * as kit from "./kit/kit.ts";

const NOTHING = "No source with a date has a modelled claim.";

/** Room for a date's words left of the bars, in pixels. */
const LABEL = 300;
const GAP = 26;
const BAR = 11;

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

/** Whether nothing follows yet: the claims agree and leave all counts open. */
function isOpen({ bounds, conflicts }: KnownByRow): boolean {
  return conflicts === 0 && bounds.length > 0 &&
    bounds.every(({ low, high }) => low === 0 && high === null);
}

/** Rows of which nothing follows, one after the other, as one row. */
function folded(rows: readonly KnownByRow[]): KnownByRow[] {
  const found: KnownByRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && isOpen(last[0]!) && isOpen(row)) last.push(row);
    else found.push([row]);
  }
  return found.map((own) => {
    const [first, last] = [own[0]!, own.at(-1)!];
    return own.length === 1 ? first : {
      ...last,
      date: `${first.date} to ${last.date}`,
      appeared: own.map(({ appeared }) => appeared).join("; "),
    };
  });
}

/** One count's scale, and where it lies. */
interface Panel extends kit.NumberAxis {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

function panelsOf(
  rows: readonly KnownByRow[],
  counts: readonly string[],
  layout: kit.Layout,
): Panel[] {
  const from = layout.narrow ? 0 : LABEL;
  const each = layout.narrow
    ? layout.inner
    : (layout.inner - from - GAP * (counts.length - 1)) /
      Math.max(1, counts.length);
  return counts.map((name, i) => {
    const left = layout.narrow ? 0 : from + i * (each + GAP);
    const right = left + each - 18;
    const most = 1.08 * Math.max(
      1,
      ...rows.flatMap(({ bounds }) => {
        const range = bounds[i];
        return range ? [range.low, range.high ?? 0] : [];
      }),
    );
    const axis = kit.numberAxis([0, most], [left + 4, right], layout);
    return { ...axis, name, left, right };
  });
}

interface Bar extends kit.Box, Range {
  readonly broken: boolean;
}

/** A bar, solid where the claims agree and dashed where they do not. */
function knownBars(bars: readonly Bar[]) {
  const paint = [
    [false, "var(--official)", { fillOpacity: 0.75 }],
    [true, "var(--contested)", { fillOpacity: 0.18, strokeDasharray: "4,3" }],
  ] as const;
  return [
    ...paint.map(([broken, colour, style]) =>
      kit.rects(bars.filter((bar) => bar.broken === broken), {
        ...{ rx: 2, fill: colour, stroke: colour, ...style },
      })
    ),
    ...kit.openEnds(bars),
  ];
}

function draw(
  all: readonly KnownByRow[],
  counts: readonly string[],
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const rows = folded(all);
  const panels = panelsOf(rows, counts, layout);
  const names = panels.map(({ name, left, right }) =>
    kit.lines(name, right - left, fontSize, 3, "bold")
  );
  const axisTop = narrow ? 0 : Math.max(0, ...names.map((own) => own.length)) *
    kit.LINE;
  const top = narrow ? 4 : axisTop + kit.AXIS;
  const texts: Record<"strong" | "soft" | "plain", kit.Words[]> = {
    ...{ strong: [], soft: [], plain: [] },
  };
  const bars: Bar[] = [];
  const areas: (kit.Box & { title: string })[] = [];
  const signs: { x: number; y: number; broken: boolean }[] = [];
  const room = narrow ? inner : LABEL - 16;
  let y = top;
  for (const row of rows) {
    const start = y;
    const date = kit.fit(row.date, room, fontSize, "bold");
    const after = kit.textWidth(date, fontSize, "bold") + 10;
    const [first, second] = [
      start + 8 + kit.LINE / 2,
      start + 8 + kit.LINE * 1.5,
    ];
    texts.strong.push({ x: 0, y: first, text: date });
    if (room - after > 30) {
      const text = kit.fit(row.appeared, room - after, fontSize);
      texts.soft.push({ x: after, y: first, text });
    }
    signs.push({ x: 5, y: second, broken: row.conflicts > 0 });
    texts.plain.push(
      { x: 16, y: second, text: kit.fit(verdict(row), room - 16, fontSize) },
    );
    y = second + kit.LINE / 2 + (narrow ? 2 : 8);
    panels.forEach((panel, i) => {
      const range = row.bounds[i];
      if (!range) return;
      const at = narrow ? y : start + 8;
      const said = kit.fit(
        phraseBounds(range),
        panel.right - panel.left,
        fontSize,
      );
      const bar = {
        ...kit.barOf({
          ...{ ...range, status: null, top: at + kit.LINE + 2 },
          bottom: at + kit.LINE + 2 + BAR,
        }, { x: panel.x, begin: panel.left, end: panel.right }),
        broken: row.conflicts > 0,
      };
      const nothing = range.high === null && range.low === 0;
      if (!nothing) bars.push(bar);
      // Wide, the words stand over the bar, as far as the panel reaches.
      const over = Math.min(
        bar.left,
        panel.right - kit.textWidth(said, fontSize),
      );
      const x = narrow ? 0 : Math.max(panel.left, over);
      texts[nothing ? "soft" : "plain"].push({
        x,
        y: at + kit.LINE / 2,
        text: said,
      });
      if (!narrow) return;
      const rest = kit.textWidth(said, fontSize) + 10;
      const text = inner - rest > 40
        ? kit.fit(panel.name, inner - rest, fontSize)
        : "";
      texts.soft.push({ x: rest, y: at + kit.LINE / 2, text });
      y += nothing ? kit.LINE + 4 : kit.LINE + BAR + 8;
    });
    areas.push({
      ...{ left: 0, right: inner, top: start, bottom: y },
      title: rowTitle(row) +
        panels.map(({ name }, i) =>
          row.bounds[i] ? `\n${name}: ${phraseBounds(row.bounds[i])}` : ""
        ).join(""),
    });
    y += 4;
  }
  return kit.pixelPlot(y + 2, [
    kit.across(
      areas.slice(narrow ? 1 : 0)
        .map(({ top }) => ({ left: 0, right: inner, y: top })),
    ),
    ...(narrow ? [] : panels.flatMap((panel) => [
      panel.names(axisTop + kit.LINE / 2),
      panel.lines([{ top, bottom: y }]),
    ])),
    kit.targets(areas),
    ...knownBars(bars),
    kit.dots(signs.filter(({ broken }) => !broken), {
      ...{ r: 4.5, fill: "var(--official)" },
    }),
    kit.dots(signs.filter(({ broken }) => broken), {
      ...{ r: 4.5, symbol: "times", stroke: "var(--contested)" },
      strokeWidth: 2.5,
    }),
    kit.words(
      narrow
        ? []
        : panels.flatMap(({ left }, i) =>
          names[i]!.map((text, n) => ({
            x: left,
            y: kit.LINE * (n + 0.5),
            text,
          }))
        ),
      { className: "strong" },
    ),
    kit.words(texts.strong, { className: "strong" }),
    kit.words(texts.soft, { className: "soft" }),
    kit.words(texts.plain),
  ]);
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
        "imply for the count; an arrow: open above. Dates on which nothing " +
        "followed yet share a row.",
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

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

function isNothing({ low, high }: Range): boolean {
  return low === 0 && high === null;
}

/** Whether nothing follows yet: the claims agree and leave all counts open. */
function isOpen({ bounds, conflicts }: KnownByRow): boolean {
  return conflicts === 0 && bounds.length > 0 && bounds.every(isNothing);
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
      appeared: [...new Set(own.map(({ appeared }) => appeared))].join("; "),
    };
  });
}

/** A row of the drawing, and the ranges whose bars stand in it. */
interface DrawnRow extends kit.Row {
  readonly ranges: readonly { readonly range: Range; readonly panel: number }[];
  readonly broken: boolean;
}

/** A date's heading and its verdict; narrow, each count has a row of its own. */
function rowsOf(
  row: KnownByRow,
  counts: readonly string[],
  { narrow }: kit.Layout,
): DrawnRow[] {
  const broken = row.conflicts > 0;
  const ranges = row.bounds.slice(0, counts.length)
    .map((range, panel) => ({ range, panel }));
  const said = ({ range, panel }: typeof ranges[number]) =>
    `${phraseBounds(range)} · ${counts[panel]}`;
  const bare = { ranges: [], broken };
  const title = [rowTitle(row), ...ranges.map(said)].join("\n");
  const label = `${broken ? "✕" : "✓"} ${verdict(row)}`;
  return [
    {
      ...{ ...bare, type: "heading", title },
      label: [row.date, row.appeared].filter(Boolean).join(" · "),
    },
    ...(narrow
      ? [
        { ...bare, type: "note" as const, label, title },
        ...ranges.map((one): DrawnRow => ({
          ...{ type: isNothing(one.range) ? "note" : "item", label: said(one) },
          ...{ title, broken, ranges: isNothing(one.range) ? [] : [one] },
        })),
      ]
      : [{ type: "item" as const, label, title, ranges, broken }]),
  ];
}

/** One count's scale, and where it lies. */
function panelsOf(
  rows: readonly KnownByRow[],
  counts: readonly string[],
  layout: kit.Layout,
) {
  const { narrow, inner } = layout;
  const each = narrow
    ? inner
    : (inner - LABEL - GAP * (counts.length - 1)) / Math.max(1, counts.length);
  return counts.map((name, i) => {
    const begin = narrow ? 0 : LABEL + i * (each + GAP);
    const end = begin + each - 18;
    const most = 1.08 * Math.max(
      1,
      ...rows.flatMap(({ bounds }) =>
        [bounds[i]?.low, bounds[i]?.high].map((value) => value ?? 0)
      ),
    );
    const axis = kit.numberAxis([0, most], [begin + 4, end], layout);
    const names = kit.lines(name, each - 18, layout.fontSize, 3, "bold");
    return { ...axis, heading: names, begin, end };
  });
}

/** Bars, solid where the claims agree and dashed where they do not. */
function bars(
  all: readonly (kit.Box & Range & { readonly broken: boolean })[],
) {
  const paint = [
    [false, "var(--official)", { fillOpacity: 0.75 }],
    [true, "var(--contested)", { fillOpacity: 0.18, strokeDasharray: "4,3" }],
  ] as const;
  return [
    ...paint.map(([broken, colour, style]) =>
      kit.rects(all.filter((bar) => bar.broken === broken), {
        ...{ rx: 2, fill: colour, stroke: colour, ...style },
      })
    ),
    ...kit.openEnds(all),
  ];
}

function draw(
  all: readonly KnownByRow[],
  counts: readonly string[],
  layout: kit.Layout,
): PlotOptions {
  const { narrow, fontSize } = layout;
  const panels = panelsOf(all, counts, layout);
  const named = narrow
    ? 0
    : Math.max(0, ...panels.map(({ heading }) => heading.length)) * kit.LINE;
  const { items, bottom, marks } = kit.list(
    folded(all).flatMap((row) => rowsOf(row, counts, layout)),
    layout,
    {
      ...{ top: narrow ? 0 : named + kit.AXIS, room: LABEL - 14 },
      mark: narrow ? BAR : BAR + kit.LINE,
    },
  );
  const drawn = items.flatMap(({ ranges, broken, mark }) =>
    ranges.map(({ range, panel }) => {
      const at = { bottom: mark.bottom, top: mark.bottom - BAR };
      const bar = kit.barOf({ ...range, ...at, status: null }, panels[panel]!);
      return { ...bar, broken, panel: panels[panel]! };
    })
  );
  return kit.pixelPlot(bottom + 2, [
    ...(narrow ? [] : panels.flatMap(({ heading, begin, names, lines }) => [
      kit.words(
        heading.map((text, n) => ({
          ...{ x: begin, y: kit.LINE * (n + 0.5), text },
        })),
        { className: "strong" },
      ),
      names(named + kit.LINE / 2),
      lines(items.map(({ mark }) => mark)),
    ])),
    ...marks,
    ...bars(drawn.filter((bar) => !isNothing(bar))),
    // Wide, the words stand over the bar, as far as the panel reaches.
    kit.words(
      narrow ? [] : drawn.map(({ panel, left, top, ...range }) => {
        const text = phraseBounds(range);
        const most = panel.end - kit.textWidth(text, fontSize);
        const x = Math.max(panel.begin, Math.min(left, most));
        return { x, y: top - kit.LINE / 2, text };
      }),
    ),
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
      : "✓ and solid bars: all claims known by then can be true. " +
        "✕ and dashed bars: they cannot. Bars: what the claims together " +
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

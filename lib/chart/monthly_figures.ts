import * as Plot from "@observablehq/plot";
import { type Figures, figuresOf } from "../analysis/figures_of.ts";
import type { MonthlyFigure } from "../analysis/monthly.ts";
import { measureNames } from "../analysis/measure_names.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatNumber, phraseNumber } from "../quantity/phrase.ts";
import { takesFunction, takesText, takesWord } from "../quantity/takes.ts";
import { type Unit, UNITS } from "../quantity/units.ts";
import { type Chart, chart } from "./chart.ts";
import { claimTitle, publisher, sourceName } from "../analysis/claim_title.ts";
import {
  labelWidth,
  type Placed,
  placeRows,
  type Row,
  rowLabels,
  rowScale,
  rowsHeight,
} from "./rows.ts";
import { statusRects } from "./paint.ts";
import type { STATUS_PAINT } from "./status.ts";
import { FIGURES } from "./unit_words.ts";

interface FigureRow extends Row {
  readonly figure: MonthlyFigure | null;
  readonly status: keyof typeof STATUS_PAINT;
}

const TOP = 24;

/**
 * What a chart of monthly figures is called, and what it calls its measures.
 *
 * @example
 * ```ts
 * import { type FiguresOptions, monthlyFiguresChart } from "./monthly_figures.ts";
 * import assert from "node:assert/strict";
 *
 * const options: FiguresOptions = { title: "How many a month?" };
 * assert.equal(monthlyFiguresChart([], options).title, "How many a month?");
 * ```
 */
export interface FiguresOptions {
  /** The finding, or the question. */
  readonly title?: string;
  /**
   * What a measure is called. Default: its label where a dataset or a result is
   * drawn, its id where figures are.
   */
  readonly name?: (measure: string) => string;
  /**
   * `day`, `week`, `month`, `quarter` or `year`. Default: what suits the claims;
   * figures that are given have theirs.
   */
  readonly per?: Unit | undefined;
}

const OPTION_TYPES: OptionTypes<FiguresOptions> = {
  title: takesText,
  name: takesFunction,
  per: takesWord(UNITS),
};

/** What whatever is drawn calls its measures. */
function labelsOf(from: Figures): (measure: string) => string {
  if ("nameOf" in from && typeof from.nameOf === "function") {
    return (measure) =>
      String((from.nameOf as (id: string) => string)(measure));
  }
  return "measures" in from && Array.isArray(from.measures)
    ? measureNames(from.measures)
    : (measure) => measure;
}

/** Room for the scale's first label. */
const INSET = 6;

/** "17,000 to 19,000", "1,992", "at least 12,100": what a month comes to. */
function phraseFigure({ low, high }: MonthlyFigure): string {
  const [from, to] = [low, high].map((value) =>
    value === null ? null : formatNumber(Math.round(value))
  );
  if (to === null) return `at least ${from}`;
  return from === to ? from! : `${from} to ${to}`;
}

function rowsOf(
  measure: string,
  figures: readonly MonthlyFigure[],
): FigureRow[] {
  return [
    {
      type: "heading",
      label: measure,
      title: measure,
      figure: null,
      status: "none",
    },
    ...figures.map((figure): FigureRow => ({
      type: "item",
      label: `${publisher(figure.row)}: ${phraseNumber(figure.row.claim)} · ${
        describePeriod(figure.row.period!, { short: true })
      }`,
      title: `${claimTitle(figure.row)}\n${sourceName(figure.row)}: ${
        phraseFigure(figure)
      } a ${figure.per ?? "month"}${figure.stated ? "" : ", by dividing"}`,
      figure,
      status: figure.row.claim.status ?? "none",
    })),
  ];
}

/** The interval of each figure, its stated number and what it comes to. */
function marks(
  rows: readonly Placed<FigureRow>[],
  most: number,
): Plot.Markish[] {
  const items = rows.filter((row) => row.figure);
  const high = (row: FigureRow) => row.figure!.high ?? most;
  const bars = statusRects(items, {
    x1: (row: FigureRow) => row.figure!.low,
    x2: high,
    y1: "markTop",
    y2: "markBottom",
    // An exact figure is a line; it must not vanish.
    insetLeft: -1,
    insetRight: -1,
  });
  const ends = items.flatMap((row) =>
    [...new Set([row.figure!.from, row.figure!.to])].map((value) => ({
      ...row,
      value,
    }))
  );
  return [
    ...bars,
    Plot.ruleX(ends, {
      x: "value",
      y1: "markTop",
      y2: "markBottom",
      stroke: "var(--ink)",
      strokeWidth: 2,
      title: "title",
    }),
    Plot.text(items, {
      x: high,
      y: (row: Placed<FigureRow>) => (row.markTop + row.markBottom) / 2,
      text: (row: FigureRow) => phraseFigure(row.figure!),
      textAnchor: "start",
      dx: 7,
      title: "title",
    }),
  ];
}

/**
 * What an average month comes to by each claim, or another unit where that suits
 * the claims better, one row a claim, grouped by what is counted: the interval, a tick at the stated number, and the figure.
 *
 * @example
 * ```ts
 * import { monthlyFiguresChart } from "./monthly_figures.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * assert.match(monthlyFiguresChart(data).svg, /17,000 to 19,000/);
 * ```
 */
export function monthlyFiguresChart(
  from: Figures,
  options: FiguresOptions = {},
): Chart {
  checkOptions(options, OPTION_TYPES);
  const { figures, per } = figuresOf(from, options.per);
  const { title, name = labelsOf(from) } = options;
  const measures = Map.groupBy(figures, ({ row }) => row.claim.measure);
  const rows = [...measures].toSorted(([a], [b]) => a < b ? -1 : 1).flatMap((
    [measure, own],
  ) =>
    rowsOf(
      name(measure),
      own.toSorted((a, b) =>
        a.row.period!.start - b.row.period!.start ||
        a.row.period!.end - b.row.period!.end
      ),
    )
  );
  const most = Math.max(
    0,
    ...figures.map(({ low, to, high }) => Math.max(low, to, high ?? 0)),
  );
  return chart({
    title: title ?? `What does each claim make of an average ${per}?`,
    subtitle:
      "Bars: what the words allow, hedge and rounding included; ticks: " +
      `the number as stated. A total is divided by the ${per}s of its period.`,
    caption: "Counts of different things are grouped and never mixed. Point " +
      "at a bar for the wording and the source.",
    description: `${figures.length} ${FIGURES[per]} for ${measures.size} ` +
      "measures, " +
      `${figures.filter((figure) => figure.stated).length} of them stated ` +
      `as ${FIGURES[per].split(" ")[0]}, the others totals divided by their ` +
      `${per}s.`,
    draw: (layout) => {
      const placed = placeRows(rows, layout);
      return {
        height: TOP + rowsHeight(placed) + 4,
        marginTop: TOP,
        marginBottom: 4,
        marginLeft: labelWidth(layout) + INSET,
        marginRight: layout.narrow ? 112 : 130,
        x: { type: "linear", domain: [0, most * 1.02], label: null },
        y: rowScale(placed, TOP),
        marks: [
          Plot.gridX({
            ticks: layout.narrow ? 3 : 5,
            stroke: "var(--line)",
            strokeOpacity: 1,
          }),
          Plot.axisX({
            anchor: "top",
            ticks: layout.narrow ? 3 : 5,
            tickFormat: formatNumber,
            tickSize: 0,
          }),
          ...marks(placed, most),
          ...rowLabels(placed, layout, INSET),
        ],
      };
    },
  });
}

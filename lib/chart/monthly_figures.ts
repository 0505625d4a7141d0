import { claimTitle, publisher, sourceName } from "../analysis/claim_title.ts";
import { type Figures, figuresOf } from "../analysis/figures_of.ts";
import type { MonthlyFigure } from "../analysis/monthly.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import { takesFunction, takesText, takesWord } from "../quantity/takes.ts";
import { type Unit, UNITS } from "../quantity/units.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import * as kit from "./kit/kit.ts";
import { labelsOf } from "./labels_of.ts";
import { FIGURES } from "./unit_words.ts";

interface FigureRow extends kit.Row, Range, Pick<kit.Painted, "status"> {
  /** The number as stated, or both of a range. */
  readonly stated: readonly number[];
}

/** What a chart of monthly figures is called, and what it calls its measures. */
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

function rowOf(
  { row, low, high, from, to, ...figure }: MonthlyFigure,
): FigureRow {
  const over = describePeriod(row.period!, { short: true });
  return {
    type: "item",
    label: `${publisher(row)}: ${phraseNumber(row.claim)} · ${over}`,
    title: `${claimTitle(row)}\n${sourceName(row)}: ${
      phraseBounds({ low, high })
    } a ${figure.per ?? "month"}${figure.stated ? "" : ", by dividing"}`,
    status: row.claim.status ?? null,
    ...{ low, high, stated: [...new Set([from, to])] },
  };
}

/** More figures are not drawn. */
const MOST = 200;

function rowsOf(
  figures: readonly MonthlyFigure[],
  name: (measure: string) => string,
): FigureRow[] {
  const measures = Map.groupBy(figures, ({ row }) => row.claim.measure);
  const rest = kit.andMore(figures.length - MOST, "figure").join();
  const bare = { status: null, low: 0, high: 0, stated: [] } as const;
  const rows = [...kit.takeTurns(measures, MOST)].toSorted(([a], [b]) =>
    a < b ? -1 : 1
  )
    .flatMap(([measure, own]) => [
      { ...bare, type: "heading" as const, label: name(measure) },
      ...own.toSorted((a, b) =>
        a.row.period!.start - b.row.period!.start ||
        a.row.period!.end - b.row.period!.end
      ).map(rowOf),
    ]);
  return rest
    ? [...rows, { ...bare, type: "note", label: `and ${rest}` }]
    : rows;
}

function draw(rows: readonly FigureRow[], layout: kit.Layout): PlotOptions {
  const { items, left, bottom, areas, marks } = kit.list(rows, layout, {
    top: kit.AXIS,
  });
  const figures = items.map((row) => ({ ...row, ...row.mark }));
  const end = layout.inner - 20 - Math.ceil(
    kit.widest(figures.map(phraseBounds), layout.fontSize),
  );
  const most = Math.max(
    1,
    ...figures.flatMap(({ low, high, stated }) => [low, high ?? 0, ...stated]),
  );
  const { x, ...axis } = kit.numberAxis([0, most], [left + 2, end], layout);
  const span = { x, begin: left + 2, end };
  return kit.pixelPlot(bottom + 4, [
    axis.names(kit.LINE / 2),
    axis.lines(areas),
    ...marks,
    ...kit.intervalBars(figures.map(({ title: _, ...row }) => row), span),
    kit.uprights(
      figures.flatMap(({ stated, top, bottom }) =>
        stated.map((value) => ({ x: x(value), top, bottom }))
      ),
      { stroke: "var(--ink)", strokeWidth: 2 },
    ),
    kit.words(figures.map((row) => ({
      x: kit.barOf(row, span).right + (row.high === null ? 18 : 7),
      y: row.y,
      text: phraseBounds(row),
    }))),
  ]);
}

/**
 * What an average month comes to by each claim, or another unit where that suits
 * the claims better, one row a claim, grouped by what is counted: the interval, a
 * tick at the stated number, and the figure.
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
  const rows = rowsOf(figures, name);
  const stated = figures.filter((figure) => figure.stated).length;
  return chart({
    title: title ?? `What does each claim make of an average ${per}?`,
    subtitle:
      "Bars: what the words allow, hedge and rounding included; ticks: " +
      `the number as stated. A total is divided by the ${per}s of its period.`,
    caption: "Counts of different things are grouped and never mixed. Point " +
      "at a row for the wording and the source.",
    description:
      `${figures.length} ${FIGURES[per]} for ${
        rows.filter(({ type }) => type === "heading").length
      } measures, ${stated} of them stated as ${FIGURES[per].split(" ")[0]}, ` +
      `the others totals divided by their ${per}s.`,
    draw: (layout) => draw(rows, layout),
  });
}

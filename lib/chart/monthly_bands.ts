import type * as Plot from "@observablehq/plot";
import { claimTitle, sourceName } from "../analysis/claim_title.ts";
import { type Figures, figuresOf } from "../analysis/figures_of.ts";
import type { MonthlyFigure } from "../analysis/monthly.ts";
import type { Day } from "../quantity/date.ts";
import { formatNumber, phraseNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import * as kit from "./kit/kit.ts";
import { labelsOf } from "./labels_of.ts";
import { FIGURES } from "./unit_words.ts";

interface Band extends Pick<kit.Painted, "status"> {
  /** First day, and the day after the last. */
  readonly start: Day;
  readonly end: Day;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly title: string;
}

const TOP = 22;
const FIGURE = 84;
const GAP = 14;

/** More sources are not drawn. */
const MOST = 16;

/** One source's bands, their labels and the level lines, from `top` down. */
function source(
  name: string,
  bands: readonly Band[],
  { top, most, scale }: { top: number; most: number; scale: kit.TimeScale },
  layout: kit.Layout,
): { readonly marks: Plot.Markish[]; readonly bottom: number } {
  const { left, right, x } = scale;
  const { y, area, heading, marks } = kit.panel({
    ...{ name, top, height: FIGURE, left, right, most },
  }, layout);
  const boxes = bands.map((band) => {
    const [top, bottom] = kit.seen(y(band.high), y(band.low));
    return { ...band, left: x(band.start), right: x(band.end), top, bottom };
  });
  const labels = kit.named(boxes, {
    // Away from the numbers of the levels.
    area: { left: left + 8, right, top, bottom: area.bottom + 4 },
    obstacles: [heading],
    below: area.bottom + 4,
  }, layout);
  return {
    marks: [
      kit.timeLines(scale, layout, [area]),
      ...marks,
      ...kit.statusRects(boxes),
      ...labels.marks,
    ],
    bottom: area.bottom + GAP + labels.height,
  };
}

function draw(
  panels: ReadonlyMap<string, readonly Band[]>,
  span: readonly [Day, Day],
  most: number,
  layout: kit.Layout,
): PlotOptions {
  const left = kit.levelRoom(kit.panelLevels(most), layout);
  const scale = kit.timeScale(span, [left, layout.inner - 10]);
  const marks: Plot.Markish[] = [];
  let top = TOP;
  for (const [name, bands] of [...panels].slice(0, MOST)) {
    const drawn = source(name, bands, { top, most, scale }, layout);
    marks.push(...drawn.marks);
    top = drawn.bottom;
  }
  const rest = kit.andMore(panels.size - MOST, "source").join();
  marks.push(kit.words([{ x: 0, y: top + 4, text: rest && `and ${rest}` }]));
  return kit.pixelPlot(top + (rest ? 14 : 0), [
    kit.timeNames(scale, layout),
    ...marks,
  ]);
}

/** The bands of each source; claims that say the same share one. */
function panelsOf(
  figures: readonly MonthlyFigure[],
  most: number,
  name: (measure: string) => string,
): Map<string, Band[]> {
  const panels = new Map<string, Band[]>();
  for (const { row, low, high } of figures) {
    const bands = panels.get(sourceName(row)) ?? [];
    panels.set(sourceName(row), bands);
    const band: Band = {
      status: row.claim.status ?? null,
      ...{ start: row.period!.start, end: row.period!.end + 1 },
      ...{ low, high: high ?? most },
      text: `${phraseNumber(row.claim)} · ${name(row.claim.measure)}`,
      title: claimTitle(row),
    };
    const twin = bands.findIndex((other) =>
      (["text", "start", "end", "status"] as const)
        .every((key) => other[key] === band[key])
    );
    if (twin < 0) bands.push(band);
    else {
      const title = `${bands[twin]!.title}\n\n${band.title}`;
      bands[twin] = { ...bands[twin]!, title };
    }
  }
  return panels;
}

/**
 * Monthly figures over time, a panel a source: each claim is a band over its
 * period, at the height of the monthly figures that it allows. Claims that say
 * the same of the same period share a band.
 *
 * @example
 * ```ts
 * import { monthlyBands } from "./monthly_bands.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * assert.match(monthlyBands(data).svg, /WTAT News/);
 * ```
 */
export function monthlyBands(from: Figures): Chart {
  const { figures, per } = figuresOf(from);
  const highest = Math.max(
    1,
    ...figures.map(({ to, high }) => Math.max(to, high ?? 0)),
  );
  const most = highest * 1.05;
  const panels = panelsOf(figures, most, labelsOf(from));
  const days = figures.flatMap(({ row }) => [
    ...[row.period!.start, row.period!.end + 1],
  ]);
  const last = Math.max(...days);
  const span = days.length > 0
    ? [kit.axisStart(Math.min(...days), last - 1), last] as const
    : [0, 1] as const;
  return chart({
    title: `Which ${per}s does each of the ${FIGURES[per]} average over?`,
    subtitle:
      `Height: the ${
        FIGURES[per].slice(0, -1)
      } that the claim allows; width: the ` +
      `${per}s it averages over. A level band says nothing about any one of ` +
      `its ${per}s.`,
    caption: "A panel a source, in the order of publication. Different " +
      "measures are different counts.",
    description: `${figures.length} ${FIGURES[per]} of ${panels.size} ` +
      `sources, up to ${formatNumber(Math.round(highest))} a ${per}.`,
    draw: (layout) => draw(panels, span, most, layout),
  });
}

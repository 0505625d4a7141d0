import type * as Plot from "@observablehq/plot";
import { type Figures, figuresOf } from "../analysis/figures_of.ts";
import type { MonthlyFigure } from "../analysis/monthly.ts";
import type { Day } from "../quantity/date.ts";
import { formatNumber, phraseNumber } from "../quantity/phrase.ts";
import { bandLabels } from "./band_labels.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import { claimTitle, sourceName } from "../analysis/claim_title.ts";
import { instant } from "./instant.ts";
import { levelRoom, roundLevels } from "./levels.ts";
import { panelFrame } from "./panel_frame.ts";
import { statusRects } from "./paint.ts";
import { innerWidth, linear, unscaled } from "./pixels.ts";
import type { STATUS_PAINT } from "./status.ts";
import { textWidth } from "./text_width.ts";
import { axisStart, timeAxis } from "./time_axis.ts";
import { FIGURES } from "./unit_words.ts";

interface Band {
  readonly status: keyof typeof STATUS_PAINT;
  /** First day, and the day after the last. */
  readonly start: Day;
  readonly end: Day;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly title: string;
}

/** What all panels share. */
interface Scale {
  /** First day shown, and the day after the last. */
  readonly from: Day;
  readonly to: Day;
  /** The highest figure shown. */
  readonly most: number;
  /** Values of the level lines. */
  readonly levels: readonly number[];
}

const TOP = 22;
const HEADING = 22;
const FIGURE = 84;
const GAP = 14;
const RIGHT = 10;

/** One source's bands, their labels and the level lines, from `top` down. */
function panel(
  name: string,
  bands: readonly Band[],
  top: number,
  { most, levels, from, to }: Scale,
  left: number,
  layout: Layout,
): { readonly marks: Plot.Markish[]; readonly height: number } {
  const floor = top + HEADING + FIGURE;
  const right = innerWidth(layout) - RIGHT;
  const x = linear([from, to], [left, right]);
  const y = linear([0, most], [floor, floor - FIGURE]);
  const lines = levels.map((value) => ({ value, y: y(value) }));
  const boxes = bands.map((band) => ({
    ...band,
    left: x(band.start),
    right: x(band.end),
    // An exact figure is a line; it must not vanish.
    top: y(band.high) - 1,
    bottom: y(band.low) + 1,
  }));
  const labels = bandLabels(boxes, {
    // Away from the numbers of the levels.
    area: { left: left + 8, right, top, bottom: floor + 4 },
    heading: {
      left: 0,
      right: textWidth(name, layout.fontSize, "bold"),
      top,
      bottom: top + HEADING - 4,
    },
  }, layout);
  return {
    marks: [
      ...panelFrame({ name, top, levels: lines, left }, layout),
      ...statusRects(boxes, {
        x1: unscaled("left"),
        x2: unscaled("right"),
        y1: "top",
        y2: "bottom",
      }),
      ...labels.marks,
    ],
    height: HEADING + FIGURE + GAP + labels.height,
  };
}

function draw(
  panels: ReadonlyMap<string, readonly Band[]>,
  scale: Scale,
  layout: Layout,
): Plot.PlotOptions {
  const left = levelRoom(
    scale.levels,
    layout.narrow ? 52 : 58,
    layout.fontSize,
  );
  let height = TOP;
  const marks: Plot.Markish[] = [];
  for (const [name, bands] of panels) {
    const drawn = panel(name, bands, height, scale, left, layout);
    marks.push(...drawn.marks);
    height += drawn.height;
  }
  return {
    height,
    marginTop: TOP,
    marginBottom: 0,
    marginLeft: left,
    marginRight: RIGHT,
    x: { type: "utc", domain: [instant(scale.from), instant(scale.to)] },
    y: { type: "identity", axis: null },
    marks: [
      ...timeAxis(scale, innerWidth(layout) - left - RIGHT, layout),
      ...marks,
    ],
  };
}

/** The bands of each source; claims that say the same share one. */
function panelsOf(
  figures: readonly MonthlyFigure[],
  most: number,
): Map<string, Band[]> {
  const panels = new Map<string, Band[]>();
  for (const { row, low, high } of figures) {
    const name = sourceName(row);
    const bands = panels.get(name) ?? [];
    panels.set(name, bands);
    const band: Band = {
      status: row.claim.status ?? "none",
      start: row.period!.start,
      end: row.period!.end + 1,
      low,
      high: high ?? most,
      text: `${phraseNumber(row.claim)} · ${row.claim.measure}`,
      title: claimTitle(row),
    };
    const twin = bands.findIndex((other) =>
      other.text === band.text && other.start === band.start &&
      other.end === band.end && other.status === band.status
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
  const panels = panelsOf(figures, highest * 1.05);
  const days = figures.flatMap(({ row }) => [
    row.period!.start,
    row.period!.end + 1,
  ]);
  const last = Math.max(...days);
  const scale: Scale = {
    from: days.length > 0 ? axisStart(Math.min(...days), last - 1) : 0,
    to: days.length > 0 ? last : 1,
    most: highest * 1.05,
    levels: roundLevels(highest),
  };
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
    draw: (layout) => draw(panels, scale, layout),
  });
}

import * as Plot from "@observablehq/plot";
import type { Corridor, RunningTotal } from "../analysis/corridor.ts";
import { checkNeeded } from "../quantity/check_options.ts";
import { type Day, monthOf, monthStart } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { phraseBounds } from "../quantity/phrase_bounds.ts";
import { type Chart, chart, type ChartOptions } from "./chart.ts";
import { TITLE_TYPES } from "./chart_title.ts";
import * as kit from "./kit/kit.ts";

const TOP = 22;
const FIGURE = 130;
const GAP = 18;

/** Half the width of a total's mark, in pixels. */
const HALF = 4;

/** More totals of a panel are not all named. */
const MOST = 16;

/** A panel whose highest number is below this share of all has its own scale. */
const OWN_SCALE = 0.25;

/** Month ends in a few words: "Jul–Sep 2025", "Feb 2022, Apr 2022". */
function phraseEnds(days: readonly Day[]): string {
  const runs: { start: Day; end: Day }[] = [];
  for (const end of days) {
    const start = monthStart(monthOf(end));
    const last = runs.at(-1);
    if (last && last.end === start - 1) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map((run) => describePeriod(run, { short: true })).join(", ");
}

/** The month ends before its own at which a stale total would fit. */
function earlierFits({ day, fits = [] }: RunningTotal): readonly Day[] {
  return fits.filter((end) => end < day);
}

/** Totals that say the same of the same day as one. */
function joined(totals: readonly RunningTotal[]): RunningTotal[] {
  const groups = Map.groupBy(
    totals,
    ({ day, low, high, label }) => [day, low, high, label].join("\n"),
  );
  return [...groups.values()].map((own) => ({
    ...own[0]!,
    title: own.map(({ title }) => title).join("\n\n"),
  }));
}

/** What a line runs through, in pieces so small that labels can dodge them. */
function alongLine(spots: readonly kit.Spot[]): kit.Box[] {
  return spots.slice(1).flatMap((b, i) => {
    const a = spots[i]!;
    if (Number.isNaN(a.y) || Number.isNaN(b.y)) return [];
    const pieces = Math.max(1, Math.ceil(Math.abs(b.y - a.y) / 6));
    const at = (share: number) => a.y + (b.y - a.y) * share;
    return Array.from({ length: pieces }, (_, n) => {
      const [y1, y2] = [at(n / pieces), at((n + 1) / pieces)];
      return {
        left: a.x + (b.x - a.x) * n / pieces,
        right: a.x + (b.x - a.x) * (n + 1) / pieces,
        ...{ top: Math.min(y1, y2) - 1, bottom: Math.max(y1, y2) + 1 },
      };
    });
  });
}

function corridorPanel(
  { name, points, ...own }: Corridor,
  { top, most, scale }: { top: number; most: number; scale: kit.TimeScale },
  layout: kit.Layout,
): { readonly marks: Plot.Markish[]; readonly bottom: number } {
  const { left, right, x } = scale;
  const { narrow, fontSize } = layout;
  const last = points.at(-1);
  const { y, area, heading, marks } = kit.panel({
    ...{ name, top, height: FIGURE, left, right, most },
    aside: last && !narrow ? `at the end: ${phraseBounds(last)}` : "",
  }, layout);
  const height = (value: number | null) =>
    value === null ? area.top : Math.max(area.top, y(value));
  const band = points.map(({ day, low, high }) => ({
    x: x(day + 1),
    ...{ top: height(high), bottom: height(low) },
    // No line where the total is open upwards: there is no edge.
    edge: high === null ? NaN : height(high),
  }));
  const edges = (["edge", "bottom"] as const).map((key) =>
    band.map((point) => ({ x: point.x, y: point[key] }))
  );
  const placed = joined(own.totals).map((total) => {
    const earlier = earlierFits(total);
    const when = earlier.length > 0 ? `fits ${phraseEnds(earlier)}` : "";
    const [top, bottom] = kit.seen(height(total.high), height(total.low));
    const at = Math.min(x(total.day + 1), right - HALF);
    return {
      status: total.status,
      ...{ left: at - HALF, right: at + HALF, x: at, top, bottom },
      y: kit.middleOf({ top, bottom }),
      text: kit.shorten(
        [total.label, when].filter(Boolean).join(": "),
        narrow ? 240 : 420,
        fontSize,
      ),
      title: when
        ? `Fits only an earlier date: the others allow this number ${
          when.replace("fits", "at the end of")
        } alone\n${total.title}`
        : total.title,
      fitted: when ? x(earlier.at(-1)! + 1) : null,
    };
  });
  const stale = placed.flatMap(({ fitted, ...total }) =>
    fitted === null ? [] : [{ ...total, fitted }]
  );
  const red = { stroke: "var(--stale)", strokeWidth: 2 };
  // Stale totals choose their places first; of many others the last is named.
  const others = placed.filter(({ fitted }) => fitted === null)
    .toSorted((a, b) => a.x - b.x);
  const wanting = [
    ...stale.slice(0, MOST),
    ...(others.length > MOST ? others.slice(-1) : others),
  ];
  // Inside the band, since the heading ends right above it.
  const open = last?.high === null
    ? [{ x: band.at(-1)!.x - 6, y: area.top + 8, text: "↑" }]
    : [];
  const room = {
    area: { ...area, left: left + 4, top: area.top - 4 },
    obstacles: [
      heading,
      ...placed,
      ...edges.flatMap(alongLine),
      ...open.map(({ x, y }) => ({
        ...{ left: x - 2, right: x + 12, top: y - 8, bottom: y + 8 },
      })),
    ],
  };
  const labels = narrow
    ? kit.lettered(wanting, { ...room, below: area.bottom + 6 }, layout)
    : {
      marks: kit.placedLabels(
        kit.placeLabels(wanting, { ...room, fontSize, near: 64 }),
      ),
      height: 0,
    };
  const all = [
    kit.timeLines(scale, layout, [area]),
    ...marks,
    Plot.areaY(band, {
      ...{ x: "x", y1: "bottom", y2: "top", fill: "var(--band)" },
    }),
    ...edges.map((edge) => kit.line(edge, { stroke: "var(--official)" })),
    kit.words(open, { className: "strong", fill: "var(--official)" }),
    ...kit.statusRects(placed),
    // From a stale total back to where it would have fitted.
    kit.across(
      stale.map(({ fitted, x, y, title }) => ({
        ...{ left: Math.min(fitted, x), right: x, y, title },
      })),
      { ...red, strokeDasharray: "2,2" },
    ),
    kit.uprights(
      stale.map(({ fitted, y, title }) => ({
        ...{ x: fitted, top: y - 5, bottom: y + 5, title },
      })),
      red,
    ),
    kit.dots(stale, {
      ...{ symbol: "triangle", rotate: -90, r: 5, fill: "var(--paper)" },
      ...red,
    }),
    ...labels.marks,
  ];
  return { marks: all, bottom: area.bottom + GAP + labels.height };
}

/** The highest number that a corridor shows. */
function highest({ points, totals }: Corridor): number {
  return Math.max(
    1,
    ...[...points, ...totals].map(({ low, high }) => high ?? low),
  );
}

/**
 * Running totals over time, a panel each: the corridor that the claims imply
 * month by month or unit by unit, and the claims of the total at the days up to
 * which they count. Panels share their scales, so that registers can be compared
 * by eye; one whose numbers are far below the others' has its own.
 *
 * @example
 * ```ts
 * import { cumulativeCorridors } from "./cumulative_corridors.ts";
 * import { lastDay } from "../quantity/date.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = cumulativeCorridors([{
 *   name: "Cases since January 2024",
 *   points: ["2024-01", "2024-02", "2024-03"].map((month, i) => ({
 *     day: lastDay(month),
 *     low: i * 1000,
 *     high: i * 1200 + 500,
 *   })),
 *   totals: [],
 * }], { title: "What the totals imply for each month" });
 * assert.match(svg, /Cases since January 2024/);
 * ```
 */
export function cumulativeCorridors(
  corridors: readonly Corridor[],
  options: Pick<ChartOptions, "title" | "caption">,
): Chart {
  checkNeeded(options, TITLE_TYPES, ["title"]);
  const { title, caption } = options;
  const units = new Set(corridors.map(({ per = "month" }) => per));
  const per = [...units].join(" or ") || "month";
  const days = corridors.flatMap(({ points, totals }) =>
    [...points, ...totals].map(({ day }) => day)
  );
  const all = Math.max(1, ...corridors.map(highest));
  const tops = corridors.map((corridor) => {
    const own = highest(corridor);
    return 1.05 * (own < OWN_SCALE * all ? own : all);
  });
  const own = new Set(tops).size > 1;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const span = days.length > 0
    ? [kit.axisStart(first, last), last + 2] as const
    : [0, 1] as const;
  const stale = corridors.flatMap(({ totals }) => totals)
    .filter((total) => earlierFits(total).length > 0).length;
  return chart({
    title,
    subtitle: "Band: what the claims together imply for the total up to the " +
      `end of each ${per}; ↑: open upwards. Bars: what a single claim allows, ` +
      "at the day up to which it counts; unlabelled ones say what they are " +
      `when pointed at.${own ? " Small totals have their own scale." : ""}` +
      (stale > 0
        ? " ◁: fits only an earlier date, the others allow the number only on the earlier month " +
          "ends that its label names; the dashes lead back to the last one."
        : ""),
    ...(caption ? { caption } : {}),
    description: corridors.map(({ name, points }) => {
      const last = points.at(-1);
      return `${name}: ${
        last ? `${phraseBounds(last)} at the end` : "nothing implied"
      }`;
    }).join("; ") + "." +
      (stale > 0 ? ` Totals that fit only an earlier date: ${stale}.` : ""),
    draw: (layout) => {
      const left = kit.levelRoom(tops.flatMap(kit.panelLevels), layout);
      const scale = kit.timeScale(span, [left, layout.inner - 8]);
      let top = TOP;
      const marks = corridors.flatMap((corridor, i) => {
        const at = { top, most: tops[i]!, scale };
        const drawn = corridorPanel(corridor, at, layout);
        top = drawn.bottom;
        return drawn.marks;
      });
      return kit.pixelPlot(top, [kit.timeNames(scale, layout), ...marks]);
    },
  });
}

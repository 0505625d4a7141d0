import * as Plot from "@observablehq/plot";
import { checkNeeded } from "../quantity/check_options.ts";
import type { Status } from "../quantity/claim.ts";
import { type Day, monthOf, monthStart } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type ChartOptions, type Layout } from "./chart.ts";
import { instant } from "./instant.ts";
import { levelRoom, roundLevels } from "./levels.ts";
import { type Box, innerWidth } from "./pixels.ts";
import { panelFrame } from "./panel_frame.ts";
import { statusRects } from "./paint.ts";
import { textWidth } from "./text_width.ts";
import { axisStart, timeAxis } from "./time_axis.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten } from "./wrap.ts";
import type { Corridor } from "../analysis/corridor.ts";

const TOP = 22;
const HEADING = 24;
const FIGURE = 130;
const GAP = 16;
const LINE = 15;

interface PlacedTotal {
  readonly x1: Date;
  readonly x2: Date;
  readonly top: number;
  readonly bottom: number;
  readonly status: Status | "none";
  readonly label: string;
  readonly title: string;
  /** Where it is stale: the last day on which it would fit. */
  readonly fitted: Date | null;
}

/** So many days are long: a day of theirs is too thin to be seen. */
const LONG = 1000;

/** From when to when the mark of a day is drawn on a scale of so many days. */
function markSpan(day: Day, days: number): { x1: Date; x2: Date } {
  if (days > LONG) return { x1: instant(day - 9), x2: instant(day + 10) };
  const end = +instant(day + 1);
  const half = days * 0.007 * 86_400_000;
  return { x1: new Date(end - half), x2: new Date(end + half) };
}

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

/**
 * How far from its mark's middle a stale total's label may stand, in lines: not
 * on the dashes that lead back from it.
 */
const ASIDE = [1, -1, 2, -2, 3, -3];

/** A place on a line, in pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Whether a line of spots runs through a box. */
function crosses(line: readonly Spot[], box: Box): boolean {
  return line.slice(1).some((b, i) => {
    const a = line[i]!;
    const [from, to] = [Math.max(a.x, box.left), Math.min(b.x, box.right)];
    if (from > to) return false;
    const at = (x: number) =>
      b.x === a.x ? b.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
    const [y1, y2] = [at(from), at(to)];
    return Math.max(y1, y2) >= box.top && Math.min(y1, y2) <= box.bottom;
  });
}

/**
 * Labels to the left of their marks, those of stale totals first, which may
 * stand higher or lower; one that would touch another is left to the tooltip.
 */
function labels(
  totals: readonly PlacedTotal[],
  edges: readonly (readonly Spot[])[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
  toX: (at: Date) => number,
  fontSize: number,
): (PlacedTotal & { y: number })[] {
  const placed: { left: number; right: number; y: number; high: number }[] = [];
  const order = totals.toSorted((a, b) =>
    Number(b.fitted !== null) - Number(a.fitted !== null) ||
    +a.x1 - +b.x1 || a.top - b.top
  );
  return order.flatMap((total) => {
    const right = toX(total.x1) - 6;
    const lines = total.label.split("\n");
    const left = right -
      Math.max(...lines.map((line) => textWidth(line, fontSize)));
    const high = lines.length * LINE;
    const middle = (total.top + total.bottom) / 2;
    const free = (y: number) =>
      !placed.some((other) =>
        Math.abs(other.y - y) < (other.high + high) / 2 && other.left < right &&
        left < other.right
      ) &&
      !totals.some((other) =>
        other !== total && toX(other.x1) > left && toX(other.x1) < right &&
        other.top - high / 2 < y && y < other.bottom + high / 2
      );
    // Two lines stand half a line farther off.
    const off = (high - LINE) / 2;
    const crossed = (y: number) =>
      edges.filter((edge) =>
        crosses(edge, { left, right, top: y - high / 2, bottom: y + high / 2 })
      ).length;
    const y = (total.fitted ? ASIDE : [0])
      .map((by) => middle + by * LINE + Math.sign(by) * off)
      .toSorted((a, b) => crossed(a) - crossed(b))
      .find((y) => (y === middle || (y > top && y < bottom)) && free(y));
    if (y === undefined || left < 0) return [];
    placed.push({ left, right, y, high });
    return [{ ...total, y }];
  });
}

function panel(
  { name, points, totals }: Corridor,
  top: number,
  most: number,
  [from, to]: readonly [Day, Day],
  left: number,
  layout: Layout,
): Plot.Markish[] {
  const floor = top + HEADING + FIGURE;
  const y = (value: number) => floor - Math.min(value, most) / most * FIGURE;
  const inner = layout.width - 28 - left - 10;
  const toX = (at: Date) =>
    (+at - +instant(from)) / (+instant(to) - +instant(from)) * inner;
  const levels = roundLevels(most).map((value) => ({ value, y: y(value) }));
  const band = points.map(({ day, low, high }) => ({
    x: instant(day + 1),
    top: y(high ?? most),
    bottom: y(low),
    // No line where the total is open upwards: there is no edge.
    edge: high === null ? NaN : y(high),
  }));
  const cut = (text: string, room: number) =>
    shorten(text, room, layout.fontSize);
  const placed = totals.map((total): PlacedTotal => {
    const { day, fits = [] } = total;
    const earlier = fits.filter((end) => end < day);
    const when = earlier.length > 0 ? `fits ${phraseEnds(earlier)}` : "";
    return {
      ...markSpan(day, to - from),
      top: y(total.high ?? most),
      bottom: y(total.low),
      status: total.status ?? "none",
      label: when && !layout.narrow
        ? cut(`${total.label}: ${when}`, 480)
        : [total.label, ...when ? [when] : []]
          .map((line) => cut(line, !layout.narrow ? 320 : when ? 240 : 190))
          .join("\n"),
      title: when
        ? `Stale: the others allow this number ${
          when.replace("fits", "at the end of")
        } alone\n${total.title}`
        : total.title,
      fitted: when ? instant(earlier.at(-1)! + 1) : null,
    };
  });
  const stale = placed.filter(({ fitted }) => fitted);
  const middle = ({ top, bottom }: PlacedTotal) => (top + bottom) / 2;
  return [
    ...panelFrame({ name, top, levels: levels, left }, layout),
    Plot.areaY(band, {
      x: "x",
      y1: "bottom",
      y2: "top",
      fill: "var(--band)",
    }),
    ...(["edge", "bottom"] as const).map((edge) =>
      Plot.lineY(band, { x: "x", y: edge, stroke: "var(--official)" })
    ),
    ...statusRects(placed, {
      x1: "x1",
      x2: "x2",
      y1: "top",
      y2: "bottom",
      // An exact figure is a line; it must not vanish.
      insetTop: -2,
      insetBottom: -2,
    }),
    // From a stale total back to where it would have fitted.
    Plot.ruleY(stale, {
      x1: "fitted",
      x2: "x1",
      y: middle,
      stroke: "var(--stale)",
      strokeWidth: 2,
      strokeDasharray: "2,2",
      title: "title",
    }),
    Plot.ruleX(stale, {
      x: "fitted",
      y1: (total: PlacedTotal) => middle(total) - 5,
      y2: (total: PlacedTotal) => middle(total) + 5,
      stroke: "var(--stale)",
      strokeWidth: 2,
      title: "title",
    }),
    Plot.dot(stale, {
      x: (total: PlacedTotal) => new Date((+total.x1 + +total.x2) / 2),
      y: middle,
      symbol: "triangle",
      rotate: -90,
      r: 5,
      fill: "var(--paper)",
      stroke: "var(--stale)",
      strokeWidth: 2,
      title: "title",
    }),
    Plot.text(
      labels(
        placed,
        (["edge", "bottom"] as const).map((edge) =>
          band.map((point) => ({ x: toX(point.x), y: point[edge] }))
        ),
        { top: top + HEADING, bottom: floor },
        toX,
        layout.fontSize,
      ),
      {
        x: "x1",
        y: "y",
        text: "label",
        textAnchor: "end",
        dx: -6,
        stroke: "var(--paper)",
        strokeWidth: 3,
        fill: "var(--ink)",
        paintOrder: "stroke",
        title: "title",
      },
    ),
  ];
}

/**
 * Running totals over time, a panel each: the corridor that the claims imply
 * month by month or unit by unit, and the claims of the total at the days up to which they
 * count. Panels share their scales, so that registers can be compared by eye.
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
  const most = 1.05 * Math.max(
    1,
    ...corridors.flatMap(({ points, totals }) =>
      [...points, ...totals].map(({ low, high }) => high ?? low)
    ),
  );
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const span = days.length > 0
    ? [axisStart(first, last), last + (last - first > LONG ? 11 : 2)] as const
    : [0, 1] as const;
  const step = HEADING + FIGURE + GAP;
  const stale = corridors.flatMap(({ totals }) => totals)
    .filter(({ day, fits = [] }) => fits.some((end) => end < day)).length;
  return chart({
    title,
    subtitle: "Band: what the claims together imply for the total up to the " +
      `end of each ${per}. Bars: what a single claim allows, at the day up to ` +
      "which it counts; unlabelled ones say what they are when pointed at. " +
      "No upper line: open upwards." +
      (stale > 0
        ? " ◁: stale, the others allow the number only on the earlier month " +
          "ends that its label names; the dashes lead back to the last one."
        : ""),
    ...(caption ? { caption } : {}),
    description: corridors.map(({ name, points }) => {
      const last = points.at(-1);
      return `${name}: ${
        last
          ? `${formatNumber(Math.round(last.low))} to ${
            last.high === null ? "open" : formatNumber(Math.round(last.high))
          } at the end`
          : "nothing implied"
      }`;
    }).join("; ") + "." +
      (stale > 0 ? ` Stale totals: ${stale}.` : ""),
    draw: (layout) => {
      const left = levelRoom(
        roundLevels(most),
        layout.narrow ? 60 : 62,
        layout.fontSize,
      );
      return {
        height: TOP + corridors.length * step,
        marginTop: TOP,
        marginBottom: 0,
        marginLeft: left,
        marginRight: 10,
        x: { type: "utc", domain: [instant(span[0]), instant(span[1])] },
        y: { type: "identity", axis: null },
        marks: [
          ...timeAxis(
            { from: span[0], to: span[1] },
            innerWidth(layout) - left - 10,
            layout,
          ),
          ...corridors.flatMap((corridor, i) =>
            panel(corridor, TOP + i * step, most, span, left, layout)
          ),
        ],
      };
    },
  });
}

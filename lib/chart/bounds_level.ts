import * as Plot from "@observablehq/plot";
import type { RunLabel } from "./bounds_band.ts";
import { phraseRange, type Run, runTitle } from "./bounds_runs.ts";
import { type BoundsScale, THIN } from "./bounds_scale.ts";
import type { Shown } from "./unit_words.ts";

interface Point {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly beyond: boolean;
  readonly title: string;
}

function pointsOf(
  days: readonly Run[],
  { x, y, most, area }: BoundsScale,
  shown: Shown,
): Point[] {
  return days.map((day) => {
    const beyond = day.high === null || day.high > most;
    return {
      x: x(day.to),
      top: beyond ? area.top : y(day.high!),
      bottom: y(Math.min(day.low, most)),
      beyond,
      title: runTitle(day, shown),
    };
  });
}

/**
 * The band of a level: a stroke from the least to the most on each day, and
 * lines from one to the next. Towards what is open the band is pale.
 */
export function levelBand(
  days: readonly Run[],
  scale: BoundsScale,
  shown: Shown,
): Plot.Markish[] {
  const points = pointsOf(days, scale, shown);
  const pairs = points.slice(1).map((point, i) => [points[i]!, point] as const);
  const area = (open: boolean) =>
    pairs.flatMap((pair, i) =>
      pair.some(({ beyond }) => beyond) === open
        ? pair.map((point) => ({ ...point, pair: i }))
        : []
    );
  const edge = (of: (point: Point) => number) =>
    Plot.lineY(points, {
      x: "x",
      y: of,
      stroke: "var(--official)",
      strokeWidth: 1.5,
    });
  return [
    ...[false, true].map((open) =>
      Plot.areaY(area(open), {
        x: "x",
        y1: "bottom",
        y2: "top",
        z: "pair",
        fill: "var(--band)",
        fillOpacity: open ? 0.35 : 1,
      })
    ),
    // Where it is open there is no upper line.
    edge(({ top, beyond }) => beyond ? NaN : top),
    edge(({ bottom }) => bottom),
    Plot.ruleX(points, {
      x: "x",
      y1: (point: Point) => point.top - (point.beyond ? 0 : 1),
      y2: (point: Point) => point.bottom + 1,
      stroke: "var(--official)",
      strokeWidth: days.length > 60 ? 1 : 2,
      strokeOpacity: (point: Point) => point.beyond ? 0.35 : 1,
      title: "title",
    }),
    Plot.text(points.filter(({ beyond }) => beyond), {
      x: "x",
      y: scale.area.top - 4,
      text: () => "↑",
      fill: "var(--official)",
      className: "strong",
      title: "title",
    }),
  ];
}

/** Around each day as much as points to it: seen by nobody, found by a pointer. */
export function levelTargets(
  days: readonly Run[],
  scale: BoundsScale,
  shown: Shown,
): Plot.Markish {
  const points = pointsOf(days, scale, shown);
  const { area } = scale;
  return Plot.rect(
    points.map(({ x, title }, i) => ({
      title,
      left: Math.max(
        area.left,
        ((points[i - 1]?.x ?? 2 * area.left - x) + x) / 2,
      ),
      right: Math.min(area.right, (x + (points[i + 1]?.x ?? x + 16)) / 2),
      top: area.top,
      bottom: area.bottom,
    })),
    {
      x1: "left",
      x2: "right",
      y1: "top",
      y2: "bottom",
      fill: "var(--band)",
      fillOpacity: 0,
      title: "title",
    },
  );
}

/** What is implied, as words above the days from which on it differs. */
export function levelLabels(
  days: readonly Run[],
  scale: BoundsScale,
  shown: Shown,
): RunLabel[] {
  const { y, most } = scale;
  const points = pointsOf(days, scale, shown);
  return days.flatMap((day, i): RunLabel[] => {
    const before = days[i - 1];
    const same = before?.low === day.low && before.high === day.high;
    if (same || (day.low === 0 && day.high === null)) return [];
    const { x, top, title, beyond } = points[i]!;
    return [{
      left: x - 2,
      right: x + 2,
      top,
      bottom: top + 1,
      text: phraseRange(day.low, day.high),
      title,
      fits: false,
      tight: !beyond && day.low > 0 && y(Math.min(day.low, most)) - top < THIN,
      x: 0,
      y: 0,
    }];
  });
}

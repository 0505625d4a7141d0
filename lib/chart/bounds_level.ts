import * as Plot from "@observablehq/plot";
import type { RunLabel } from "./bounds_band.ts";
import { phraseRange, type Run } from "./bounds_runs.ts";
import { type BoundsScale, isBeyond, runSpan, THIN } from "./bounds_scale.ts";
import * as kit from "./kit/kit.ts";

function pointsOf(days: readonly Run[], scale: BoundsScale) {
  return days.map((day) => ({
    ...runSpan(day, scale),
    x: scale.x(day.from + scale.moment),
    beyond: isBeyond(day, scale),
    title: day.title,
  }));
}

/**
 * The band of a level: a stroke from the least to the most on each day, and
 * lines from one to the next. Towards what is open the band is pale.
 */
export function levelBand(
  days: readonly Run[],
  scale: BoundsScale,
): Plot.Markish[] {
  const points = pointsOf(days, scale);
  const pairs = points.slice(1).map((point, i) => [points[i]!, point] as const);
  const area = (open: boolean) =>
    pairs.flatMap((pair, i) =>
      pair.some(({ beyond }) => beyond) === open
        ? pair.map((point) => ({ ...point, pair: i }))
        : []
    );
  const edge = (of: (point: typeof points[number]) => number) =>
    kit.line(points.map((point) => ({ x: point.x, y: of(point) })), {
      ...{ stroke: "var(--official)", strokeWidth: 1.5 },
    });
  return [
    ...[false, true].map((open) =>
      Plot.areaY(area(open), {
        ...{ x: "x", y1: "bottom", y2: "top", z: "pair", fill: "var(--band)" },
        fillOpacity: open ? 0.35 : 1,
      })
    ),
    // Where it is open there is no upper line.
    edge(({ top, beyond }) => beyond ? NaN : top),
    edge(({ bottom }) => bottom),
    ...[false, true].map((open) =>
      kit.uprights(
        points.filter(({ beyond }) => beyond === open)
          .map(({ x, top, bottom }) => ({
            ...{ x, top: top - (open ? 0 : 1), bottom: bottom + 1 },
          })),
        {
          stroke: "var(--official)",
          strokeWidth: days.length > 60 ? 1 : 2,
          strokeOpacity: open ? 0.35 : 1,
        },
      )
    ),
  ];
}

/** Around each day as much as points to it. */
export function levelTargets(
  days: readonly Run[],
  scale: BoundsScale,
): Plot.Markish {
  const points = pointsOf(days, scale);
  const { area } = scale;
  return kit.targets(points.map(({ x, title }, i) => {
    const before = points[i - 1]?.x ?? 2 * area.left - x;
    const after = points[i + 1]?.x ?? x + 16;
    return {
      ...{ ...area, title },
      left: Math.max(area.left, (before + x) / 2),
      right: Math.min(area.right, (x + after) / 2),
    };
  }));
}

/** What is implied, as words above the days from which on it differs. */
export function levelLabels(
  days: readonly Run[],
  scale: BoundsScale,
): RunLabel[] {
  const points = pointsOf(days, scale);
  return days.flatMap((day, i): RunLabel[] => {
    const before = days[i - 1];
    const same = before?.low === day.low && before.high === day.high;
    const { x, top, bottom, title, beyond } = points[i]!;
    if (same || (beyond && (day.low === 0 || day.high !== null))) return [];
    return [{
      ...{ left: x - 2, right: x + 2, top, bottom: top + 1, x: 0, y: 0 },
      ...{ text: phraseRange(day.low, day.high), title, fits: false },
      tight: !beyond && day.low > 0 && bottom - top < THIN,
    }];
  });
}

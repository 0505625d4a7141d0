import * as Plot from "@observablehq/plot";
import { type Day, firstDay, lastDay } from "../quantity/date.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { unitStart } from "../quantity/units.ts";
import { besideSteps, flowBand, flowEdges, flowLabels } from "./bounds_band.ts";
import { levelBand, levelLabels, levelTargets } from "./bounds_level.ts";
import { marksOf } from "./bounds_marks.ts";
import { runsOf } from "./bounds_runs.ts";
import { type BoundsScale, placeMark } from "./bounds_scale.ts";
import type { MonthlyBounds, MonthlyMark } from "./bounds_types.ts";
import type { Layout } from "./chart.ts";
import { levelRoom, roundLevels } from "./levels.ts";
import { statusRects } from "./paint.ts";
import {
  type Box,
  fit,
  innerWidth,
  LINE,
  linear,
  pixelPlot,
  type Words,
  words,
} from "./pixels.ts";
import { placeLabels } from "./place_labels.ts";
import { placedLabels, type TitledLabel } from "./placed_labels.ts";
import { sideLabels } from "./side_labels.ts";
import { standingMarks } from "./standing.ts";
import { timeTicks } from "./time_axis.ts";
import { wrap } from "./wrap.ts";

const TOP = 44;
/** Room below the floor for what stands out. */
const STANDING = 16;

/** Figures that say the same of the same period become one. */
function merged(figures: readonly MonthlyMark[]): MonthlyMark[] {
  const groups = Map.groupBy(
    figures,
    ({ start, end, low, high }) =>
      [firstDay(start), lastDay(end), low, high].join(),
  );
  return [...groups.values()].map((same) => {
    const first = same[0]!;
    const labels = new Set(same.map(({ label }) => label));
    return {
      ...first,
      label: same.length === 1
        ? first.label
        : labels.size === 1
        ? `${first.label} (${same.length}×)`
        : `${first.label}, and ${same.length - 1} more`,
      title: same.map(({ title }) => title).join("\n\n"),
    };
  });
}

/** Letters at their marks, each with a line to it where they lie apart. */
function letters(
  items: readonly TitledLabel[],
  obstacles: readonly Box[],
  area: Box,
  fontSize: number,
): Plot.Markish[] {
  const placed = placeLabels(items, { area, obstacles, fontSize });
  return placedLabels(placed, { className: "strong" });
}

/** What the letters of a narrow drawing stand for. */
function keyOf(
  marks: readonly TitledLabel[],
  top: number,
  { width, fontSize }: Layout,
): { readonly marks: Plot.Markish[]; readonly height: number } {
  const letters: Words[] = [];
  const lines: Words[] = [];
  marks.forEach(({ text, title }, i) => {
    const at = (j: number) => top + LINE * (j + 0.5);
    letters.push({ x: 0, y: at(lines.length), text: letter(i), title });
    for (const line of wrap(text, width - 46, fontSize)) {
      lines.push({
        x: 16,
        y: at(lines.length),
        text: fit(line, width - 46, fontSize),
        title,
      });
    }
  });
  return {
    marks: [words(letters, { className: "strong" }), words(lines)],
    height: lines.length * LINE,
  };
}

function sizeOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function letter(i: number): string {
  return String.fromCharCode(97 + i % 26);
}

/** The drawing of bounds, claims and published figures. */
export function drawBounds(
  {
    name,
    bounds,
    per = "month",
    counts,
    claims = [],
    standing = [],
    record,
  }: MonthlyBounds,
  top: number | undefined,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const level = counts === "level";
  const shown = { per, level };
  const runs = runsOf(bounds, shown);
  const figures = merged(marksOf(claims));
  const published = marksOf(record?.figures ?? []);
  const all = [...bounds, ...figures, ...published];
  const most = top ??
    1.08 * Math.max(1, ...all.map(({ low, high }) => high ?? low));
  const levels = roundLevels(most).filter((value) => value <= most);
  const left = levelRoom(levels, narrow ? 54 : 62, fontSize);
  const floor = TOP + (narrow ? 230 : 320);
  const named = figures.length + published.length + standing.length;
  const side = narrow || named === 0 ? 2 : 250;
  const area = {
    left,
    right: innerWidth(layout) - side,
    top: TOP,
    bottom: floor,
  };
  const days = [
    ...runs.flatMap(({ from, to }) => [from, to]),
    ...[...figures, ...published, ...standing].flatMap(({ start, end }) => [
      firstDay(start),
      lastDay(end) + 1,
    ]),
  ];
  const [from, to] = days.length > 0
    ? [unitStart(Math.min(...days), per), Math.max(...days)]
    : [0, 1];
  const scale: BoundsScale = {
    x: linear([from, to], [area.left, area.right]),
    y: linear([0, most], [floor, TOP]),
    most,
    area,
    level,
  };
  const ticks = timeTicks([from, to], area.right - area.left, fontSize);
  const marks = figures.map((mark) => placeMark(mark, scale))
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const points = published.map((mark) => placeMark(mark, scale)).map((
    mark,
  ) => ({
    ...mark,
    x: (mark.left + mark.right) / 2,
    y: (mark.top + mark.bottom) / 2,
    single: unitStart(firstDay(mark.start), per) ===
      unitStart(lastDay(mark.end), per),
  }));
  const implied = level
    ? levelLabels(runs, scale, shown)
    : flowLabels(runs, scale, shown, fontSize);
  const fitting = implied.filter(({ fits }) => fits);
  const dots = points.filter(({ single }) => single);
  const lines = points.filter(({ single }) => !single);
  const spots = [
    ...dots.map(({ x, y }) => ({
      left: x - 4,
      right: x + 4,
      top: y - 4,
      bottom: y + 4,
    })),
    ...lines,
  ];
  const { edges, sides } = level
    ? { edges: [], sides: [] }
    : flowEdges(runs, scale);
  const recordAt = points.toSorted((a, b) => a.left - b.left)
    .at(narrow ? Math.floor(points.length / 3) : -1);
  const stands = standing.map((mark) => {
    const x = (scale.x(firstDay(mark.start)) + scale.x(lastDay(mark.end) + 1)) /
      2;
    const y = floor + STANDING / 2 + 1;
    return {
      ...mark,
      x,
      y,
      left: x - 5,
      right: x + 5,
      top: y - 5,
      bottom: y + 5,
    };
  });
  const below = stands.length > 0 ? STANDING : 0;
  const labelled: TitledLabel[] = [
    ...marks,
    ...(recordAt && record
      ? [{ ...recordAt, text: record.name, title: record.name }]
      : []),
    ...stands.map((mark) => ({ ...mark, text: mark.label })),
  ];
  const key = narrow ? keyOf(labelled, floor + below + 12, layout) : null;
  const kept = [...spots, ...marks, ...stands, ...fitting, ...edges, ...sides];
  return pixelPlot(
    floor + below + 6 + (key ? key.height + 8 : 0),
    [
      words([{
        x: 0,
        y: 8,
        text: fit(name, innerWidth(layout), fontSize, "bold"),
      }], {
        className: "strong",
      }),
      Plot.ruleY(levels, {
        x1: area.left,
        x2: area.right,
        y: (value: number) => scale.y(value),
        stroke: "var(--line)",
      }),
      words(
        levels.map((value) => ({
          x: left - 6,
          y: scale.y(value),
          text: formatNumber(value),
        })),
        { anchor: "end", className: "soft" },
      ),
      Plot.ruleX(ticks, {
        x: ({ day }: { day: Day }) => scale.x(day),
        y1: TOP - 8,
        y2: floor,
        stroke: "var(--line)",
      }),
      words(
        ticks.filter(({ label }) => label).map(({ day, label }) => ({
          x: scale.x(day) + 3,
          y: TOP - 16,
          text: label,
        })),
        { className: "soft" },
      ),
      ...(level
        ? [
          ...levelBand(runs, scale, shown),
          levelTargets(runs, scale, shown),
        ]
        : flowBand(runs, scale, shown)),
      ...(narrow ? [] : sideLabels(
        labelled.map((mark) => ({ ...mark, y: (mark.top + mark.bottom) / 2 })),
        { left: area.right, room: side, top: TOP, bottom: floor + LINE / 2 },
        fontSize,
      )),
      ...statusRects(
        marks.map((mark) => ({
          ...mark,
          status: mark.status ?? "none" as const,
        }))
          // What is smaller lies on top.
          .toSorted((a, b) => sizeOf(b) - sizeOf(a)),
        { x1: "left", x2: "right", y1: "top", y2: "bottom" },
      ),
      Plot.rect(lines, {
        x1: "left",
        x2: "right",
        y1: "top",
        y2: "bottom",
        fill: "var(--ink)",
        title: "title",
      }),
      Plot.dot(dots, {
        x: "x",
        y: "y",
        r: narrow ? 2.2 : 3,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        title: "title",
      }),
      ...(stands.length > 0 ? standingMarks(stands) : []),
      words(fitting, { anchor: "middle", className: "soft" }),
      ...(narrow
        ? letters(
          labelled.map((mark, i) => ({ ...mark, text: letter(i) })),
          kept,
          { ...area, bottom: floor + below },
          fontSize,
        )
        : besideSteps(
          implied.filter(({ fits }) => !fits),
          [...spots, ...marks, ...fitting, ...edges],
          sides,
          area,
          fontSize,
        )),
      ...(key?.marks ?? []),
    ],
  );
}

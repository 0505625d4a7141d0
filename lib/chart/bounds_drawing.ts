import { firstDay, lastDay } from "../quantity/date.ts";
import { type Unit, unitStart } from "../quantity/units.ts";
import {
  besideSteps,
  cutMarks,
  flowBand,
  flowEdges,
  flowLabels,
  flowTargets,
} from "./bounds_band.ts";
import { levelBand, levelLabels, levelTargets } from "./bounds_level.ts";
import { marksOf } from "./bounds_marks.ts";
import { runsOf } from "./bounds_runs.ts";
import { type BoundsScale, placeMark, topOf } from "./bounds_scale.ts";
import type {
  MonthlyBounds,
  MonthlyMark,
  StandingMark,
} from "./bounds_types.ts";
import type { PlotOptions } from "./chart.ts";
import { lettered, NAMED, type TitledLabel } from "./kit/key.ts";
import type { Layout } from "./kit/layout.ts";
import {
  type Box,
  dots,
  LINE,
  middleOf,
  pixelPlot,
  rects,
  words,
} from "./kit/marks.ts";
import { levelRoom } from "./kit/number_axis.ts";
import { standingMarks, statusRects } from "./kit/paint.ts";
import { panel, panelLevels } from "./kit/panel.ts";
import { sideLabels } from "./kit/side_labels.ts";
import { timeLines, timeNames, timeScale } from "./kit/time_axis.ts";

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

function sizeOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** The published figures: dots of single units, lines over several. */
function publishedOf(
  record: MonthlyBounds["record"],
  scale: BoundsScale,
  per: Unit,
) {
  const points = marksOf(record?.figures ?? []).map((mark) => {
    const { text: _, ...placed } = placeMark(mark, scale);
    return {
      ...placed,
      x: (placed.left + placed.right) / 2,
      y: middleOf(placed),
      single: unitStart(firstDay(mark.start), per) ===
        unitStart(lastDay(mark.end), per),
    };
  });
  const dots = points.filter(({ single }) => single);
  return { points, dots, lines: points.filter(({ single }) => !single) };
}

/** Units that stand out, below the floor. */
function standingOf(
  standing: readonly StandingMark[],
  { x, area }: BoundsScale,
) {
  return standing.map(({ start, end, kind, label, title }) => {
    const at = (x(firstDay(start)) + x(lastDay(end) + 1)) / 2;
    const y = area.bottom + STANDING / 2 + 1;
    return {
      ...{ kind, title, text: label, x: at, y },
      ...{ left: at - 5, right: at + 5, top: y - 5, bottom: y + 5 },
    };
  });
}

/** The drawing of bounds, claims and published figures. */
export function drawBounds(
  { name, bounds, per = "month", counts, claims = [], standing = [], record }:
    MonthlyBounds,
  top: number | undefined,
  layout: Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const level = counts === "level";
  const runs = runsOf(bounds, { per, level });
  const figures = merged(marksOf(claims));
  const given = marksOf(record?.figures ?? []);
  const all = [...figures, ...given, ...standing];
  const most = top ?? topOf(bounds, [...figures, ...given]);
  const left = levelRoom(panelLevels(most), layout);
  const many = figures.length + standing.length > NAMED;
  const side = narrow || many || all.length === 0 ? 2 : 250;
  const days = [
    ...runs.flatMap(({ from, to }) => [from, to]),
    ...all.flatMap(({ start, end }) => [firstDay(start), lastDay(end) + 1]),
  ];
  const [from, to] = days.length > 0
    ? [unitStart(Math.min(...days), per), Math.max(...days)]
    : [0, 1];
  const time = timeScale([from, to], [left, inner - side]);
  const { y, area, ...frame } = panel({
    ...{ name, top: 0, space: 28, height: narrow ? 230 : 320, most },
    ...{ left, right: time.right },
  }, layout);
  const moment = per === "day" ? 0.5 : 1;
  const scale: BoundsScale = { x: time.x, y, most, area, level, moment };
  const marks = figures.map((mark) => placeMark(mark, scale))
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const published = publishedOf(record, scale, per);
  const stands = standingOf(standing, scale);
  const implied = level
    ? levelLabels(runs, scale)
    : flowLabels(runs, scale, fontSize);
  const fitting = implied.filter(({ fits }) => fits);
  const cut = cutMarks(runs, scale, fontSize);
  const spots = [
    ...published.dots.map(({ x, y }) => ({
      ...{ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 },
    })),
    ...published.lines,
  ];
  const { edges, sides } = level
    ? { edges: [], sides: [] }
    : flowEdges(runs, scale);
  const recordAt = published.points.toSorted((a, b) => a.left - b.left)
    .at(narrow ? Math.floor(published.points.length / 3) : -1);
  const below = stands.length > 0 ? STANDING : 0;
  const labelled: TitledLabel[] = [
    ...marks,
    ...(recordAt && record
      ? [{ ...recordAt, text: record.name, title: record.name }]
      : []),
    ...stands,
  ];
  const floor = area.bottom + below;
  const kept = [...spots, ...marks, ...fitting, ...edges, ...cut.boxes];
  const key = narrow || labelled.length > NAMED
    ? lettered(labelled, {
      area: { ...area, bottom: floor },
      obstacles: [...kept, ...stands, ...sides],
      below: floor + 12,
    }, layout)
    : undefined;
  return pixelPlot(floor + 6 + (key?.height ? key.height + 8 : 0), [
    timeLines(time, layout, [{ top: area.top - 20, bottom: area.bottom }]),
    timeNames(time, layout, area.top - 22),
    ...frame.marks,
    ...(level
      ? [...levelBand(runs, scale), levelTargets(runs, scale)]
      : [...flowBand(runs, scale), flowTargets(runs, scale)]),
    cut.marks,
    ...(narrow || labelled.length > NAMED ? [] : sideLabels(
      labelled.map((mark) => ({ ...mark, y: middleOf(mark) })),
      {
        ...{ left: area.right, room: side, top: area.top },
        bottom: floor + LINE / 2,
      },
      fontSize,
    )),
    // What is smaller lies on top.
    ...statusRects(marks.toSorted((a, b) => sizeOf(b) - sizeOf(a))),
    rects(published.lines, { fill: "var(--ink)" }),
    dots(published.dots, {
      ...{ r: narrow ? 2.2 : 3, fill: "var(--ink)", stroke: "var(--paper)" },
    }),
    ...standingMarks(stands),
    words(fitting, { anchor: "middle", className: "soft" }),
    ...(key?.marks ?? besideSteps(
      implied.filter(({ fits }) => !fits),
      kept,
      sides,
      area,
      fontSize,
    )),
  ]);
}

import { firstDay, lastDay } from "../quantity/date.ts";
import { formatNumber } from "../quantity/phrase.ts";
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
import * as kit from "./kit/kit.ts";

/** Room below the floor for what stands out. */
const STANDING = 16;

/** More find no place beside the drawing. */
const BESIDE = 14;

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

function sizeOf({ left, right, top, bottom }: kit.Box): number {
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
      y: kit.middleOf(placed),
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
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const level = counts === "level";
  const runs = runsOf(bounds, { per, level });
  const stated = merged(marksOf(claims));
  // Many averages would cover the band: what is about one unit stays.
  const figures = stated.length <= kit.NAMED
    ? stated
    : stated.filter(({ start, end }) =>
      unitStart(firstDay(start), per) === unitStart(lastDay(end), per)
    );
  const averages = stated.length - figures.length;
  const given = marksOf(record?.figures ?? []);
  const all = [...figures, ...given, ...standing];
  const most = top ?? topOf(bounds, [...figures, ...given]);
  const left = kit.levelRoom(kit.panelLevels(most), layout);
  const many = figures.length + standing.length > BESIDE;
  const side = narrow || many || all.length === 0 ? 2 : 250;
  const days = [
    ...runs.flatMap(({ from, to }) => [from, to]),
    ...all.flatMap(({ start, end }) => [firstDay(start), lastDay(end) + 1]),
  ];
  const [from, to] = days.length > 0
    ? [unitStart(Math.min(...days), per), Math.max(...days)]
    : [0, 1];
  const time = kit.timeScale([from, to], [left, inner - side]);
  const { y, area, ...frame } = kit.panel({
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
  const labelled: kit.TitledLabel[] = [
    ...marks,
    ...(recordAt && record
      ? [{ ...recordAt, text: record.name, title: record.name }]
      : []),
    ...stands,
  ];
  const floor = area.bottom + below;
  const kept = [...spots, ...marks, ...fitting, ...edges, ...cut.boxes];
  const key = narrow || many
    ? kit.lettered(labelled, {
      area: { ...area, bottom: floor },
      obstacles: [...kept, ...stands, ...sides],
      below: floor + 12,
    }, layout)
    : undefined;
  const bottom = floor + 6 + (key?.height ? key.height + 8 : 0);
  const note = averages > 0
    ? `${formatNumber(averages)} averages over several ${per}s are not drawn`
    : "";
  return kit.pixelPlot(bottom + (note ? kit.LINE + 4 : 0), [
    kit.words(
      [{ x: 0, y: bottom + kit.LINE / 2, text: note }],
      { className: "soft" },
    ),
    kit.timeLines(time, layout, [{ top: area.top - 20, bottom: area.bottom }]),
    kit.timeNames(time, layout, area.top - 22),
    ...frame.marks,
    ...(level
      ? [...levelBand(runs, scale), levelTargets(runs, scale)]
      : [...flowBand(runs, scale), flowTargets(runs, scale)]),
    cut.marks,
    ...(narrow || many ? [] : kit.sideLabels(
      labelled.map((mark) => ({ ...mark, y: kit.middleOf(mark) })),
      {
        ...{ left: area.right, room: side, top: area.top },
        bottom: floor + kit.LINE / 2,
      },
      fontSize,
    )),
    // What is smaller lies on top.
    ...kit.statusRects(marks.toSorted((a, b) => sizeOf(b) - sizeOf(a))),
    kit.words(
      marks.filter(({ high }) => high === null).map((mark) => ({
        ...{ x: (mark.left + mark.right) / 2, y: mark.top - 7, text: "↑" },
      })),
      { anchor: "middle" },
    ),
    kit.rects(published.lines, { fill: "var(--ink)" }),
    kit.dots(published.dots, {
      ...{ r: narrow ? 2.2 : 3, fill: "var(--ink)", stroke: "var(--paper)" },
    }),
    ...kit.standingMarks(stands),
    kit.words(fitting, { anchor: "middle", className: "soft" }),
    ...(key?.marks ?? besideSteps(
      implied.filter(({ fits }) => !fits),
      kept,
      sides,
      area,
      fontSize,
    )),
  ]);
}

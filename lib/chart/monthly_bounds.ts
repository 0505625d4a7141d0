import * as Plot from "@observablehq/plot";
import { measureNames } from "../analysis/measure_names.ts";
import { type MonthlyFigure, monthlyFigures } from "../analysis/monthly.ts";
import { monthsOf } from "../analysis/published_months.ts";
import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import type { Status } from "../quantity/claim.ts";
import {
  type Day,
  firstDay,
  formatDay,
  lastDay,
  monthOf,
  monthStart,
} from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { InputError } from "../quantity/input_error.ts";
import { formatNumber, phraseNumber } from "../quantity/phrase.ts";
import { takesPositive } from "../quantity/takes.ts";
import type { Show } from "../reconcile/show.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { claimsCaption } from "./claims_caption.ts";
import { claimTitle, publisher } from "../analysis/claim_title.ts";
import { roundLevels } from "./levels.ts";
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
import { textWidth } from "./text_width.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { wrap } from "./wrap.ts";
import { placeLabels } from "./place_labels.ts";
import { placedLabels, type TitledLabel } from "./placed_labels.ts";
import { sideLabels } from "./side_labels.ts";

/**
 * What is implied for a calendar month. The engine's bounds have this form.
 *
 * @example
 * ```ts
 * import type { MonthBound } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const month: MonthBound = { start: "2024-01", low: 0, high: null };
 * assert.equal(month.high, null);
 * ```
 */
export interface MonthBound {
  /** A day of the month: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly start: string;
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/**
 * A monthly figure over the months that it is about.
 *
 * @example
 * ```ts
 * import type { MonthlyMark } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const mark: MonthlyMark = {
 *   start: "2024-01",
 *   end: "2024-10",
 *   low: 6000,
 *   high: 6000,
 *   status: "official",
 *   label: "6,000 a month",
 *   title: "60,000 from January to October",
 * };
 * assert.equal(mark.low * 10, 60_000);
 * ```
 */
export interface MonthlyMark {
  /** First day: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** Smallest figure a month that it allows. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
  /** How well its origin is known. */
  readonly status: Status | null;
  /** A few words beside the mark. */
  readonly label: string;
  /** What the mark shows when it is pointed at. */
  readonly title: string;
}

/**
 * What the chart of monthly bounds shows.
 *
 * @example
 * ```ts
 * import { type MonthlyBounds, monthlyBounds } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const shown: MonthlyBounds = {
 *   name: "Cases",
 *   bounds: [
 *     { start: "2024-01", low: 0, high: 10 },
 *     { start: "2024-02", low: 2, high: 8 },
 *   ],
 * };
 * assert.match(monthlyBounds(shown).svg, /Cases/);
 * ```
 */
export interface MonthlyBounds {
  /** What is counted. */
  readonly name: string;
  /** What the claims together imply, a month each; none: no band is drawn. */
  readonly bounds: readonly MonthBound[];
  /** Monthly figures that the claims state or come to, or marks of one's own. */
  readonly claims?: readonly (MonthlyMark | MonthlyFigure)[];
  /** Published figures to compare with, and what they are called. */
  readonly record?: {
    readonly name: string;
    readonly figures: readonly (MonthlyMark | MonthlyFigure)[];
  };
}

/** Marks of the figures that were given as such. */
function marksOf(
  given: readonly (MonthlyMark | MonthlyFigure)[],
): MonthlyMark[] {
  return given.flatMap((one) => "row" in one ? monthlyMarks([one]) : [one]);
}

/**
 * What the chart is called, and how it is drawn.
 *
 * @example
 * ```ts
 * import type { MonthlyBoundsOptions } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const options: MonthlyBoundsOptions = { title: "What follows?", top: 30_000 };
 * assert.equal(options.top, 30_000);
 * ```
 */
export interface MonthlyBoundsOptions extends ChartTitle {
  /** Highest value shown; what goes beyond fades out. Default: the highest. */
  readonly top?: number;
}

const OPTION_TYPES: OptionTypes<MonthlyBoundsOptions> = {
  ...TITLE_TYPES,
  top: takesPositive,
};

const TOP = 44;
const STRIPS = 16;
/** A band thinner than this is drawn as a line. */
const THIN = 5;

/** Neighbouring months for which the same is implied. */
interface Run {
  readonly from: number;
  to: number;
  readonly low: number;
  readonly high: number | null;
}

function runsOf(bounds: readonly MonthBound[]): Run[] {
  const runs: Run[] = [];
  const months = bounds.map(({ start, low, high }) => ({
    month: monthOf(firstDay(start)),
    low,
    high,
  })).toSorted((a, b) => a.month - b.month);
  for (const { month, low, high } of months) {
    const last = runs.at(-1);
    if (last && last.to === month && last.low === low && last.high === high) {
      last.to = month + 1;
    } else runs.push({ from: month, to: month + 1, low, high });
  }
  return runs;
}

const round = (value: number) => formatNumber(Math.round(value));

function phraseRange(low: number, high: number | null): string {
  if (high === null) return low > 0 ? `at least ${round(low)}` : "open";
  if (round(low) === round(high)) return round(low);
  return low > 0 ? `${round(low)} to ${round(high)}` : `up to ${round(high)}`;
}

function runTitle({ from, to, low, high }: Run): string {
  const over = describePeriod({
    start: monthStart(from),
    end: monthStart(to) - 1,
  });
  const each = to - from > 1 ? "each month from " : "";
  const said = high === null && low === 0
    ? "anything: no claim sets a limit"
    : phraseRange(low, high);
  return `${each}${over}: ${said}`;
}

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

interface Scale {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  readonly most: number;
  readonly area: Box;
}

type Mark = MonthlyMark & Box & { readonly text: string };

function boxOf(mark: MonthlyMark, { x, y, most }: Scale): Mark {
  const clip = (value: number) => Math.max(0, Math.min(value, most));
  const [top, bottom] = [y(clip(mark.high ?? most)), y(clip(mark.low))];
  // An exact figure is a line; it must not vanish.
  const grow = Math.max(0, 3 - (bottom - top)) / 2;
  return {
    ...mark,
    left: x(firstDay(mark.start)),
    right: x(lastDay(mark.end) + 1),
    top: top - grow,
    bottom: bottom + grow,
    text: mark.label,
  };
}

/** The band: a step a run of months; what is open fades towards the top. */
function band(runs: readonly Run[], scale: Scale): Plot.Markish[] {
  const { x, y, most, area } = scale;
  const steps = runs.map((run) => {
    const beyond = run.high === null || run.high > most;
    const top = beyond ? area.top : y(run.high!);
    const bottom = y(Math.min(run.low, most));
    return {
      x1: x(monthStart(run.from)),
      x2: x(monthStart(run.to)),
      top,
      bottom,
      beyond,
      thin: bottom - top < THIN,
      title: runTitle(run),
    };
  });
  const strips = steps.filter(({ beyond }) => beyond).flatMap((step) =>
    Array.from({ length: STRIPS }, (_, i) => ({
      ...step,
      top: step.top + (step.bottom - step.top) * i / STRIPS,
      bottom: step.top + (step.bottom - step.top) * (i + 1) / STRIPS,
      opacity: (i + 0.5) / STRIPS,
    }))
  );
  const flat = { x1: "x1", x2: "x2", y1: "top", y2: "bottom", title: "title" };
  const edge = (rows: readonly unknown[], at: "top" | "bottom") =>
    Plot.ruleY(rows as Plot.Data, {
      x1: "x1",
      x2: "x2",
      y: at,
      stroke: "var(--official)",
      strokeWidth: 1.5,
      title: "title",
    });
  return [
    Plot.rect(steps.filter(({ beyond, thin }) => !beyond && !thin), {
      ...flat,
      fill: "var(--band)",
    }),
    Plot.rect(steps.filter(({ beyond, thin }) => !beyond && thin), {
      ...flat,
      insetTop: -1.5,
      insetBottom: -1.5,
      fill: "var(--official)",
    }),
    Plot.rect(strips, { ...flat, fill: "var(--band)", fillOpacity: "opacity" }),
    edge(steps.filter(({ beyond }) => !beyond), "top"),
    edge(steps, "bottom"),
    Plot.text(steps.filter(({ beyond }) => beyond), {
      x: (step: { x1: number; x2: number }) => (step.x1 + step.x2) / 2,
      y: area.top - 4,
      text: () => "↑",
      fill: "var(--official)",
      className: "strong",
      title: "title",
    }),
  ];
}

interface RunLabel extends Box {
  readonly text: string;
  readonly title: string;
  /** Whether it fits within its step. */
  readonly fits: boolean;
  /** Whether the month is as good as known. */
  readonly tight: boolean;
  readonly x: number;
  readonly y: number;
}

/** What is implied, as words at the step's upper edge. */
function runLabels(
  runs: readonly Run[],
  { x, y, most, area }: Scale,
  fontSize: number,
): RunLabel[] {
  return runs.map((run): RunLabel => {
    const [left, right] = [x(monthStart(run.from)), x(monthStart(run.to))];
    const beyond = run.high === null || run.high > most;
    const phrases = run.high === null && run.low === 0
      ? ["no upper limit", "no limit", "open"]
      : [phraseRange(run.low, run.high)];
    const wide = (text: string) => textWidth(text, fontSize);
    const text = phrases.find((phrase) => wide(phrase) < right - left - 2);
    const title = runTitle(run);
    const top = beyond ? area.top : y(run.high!);
    const tight = !beyond && run.low > 0 && y(run.low) - top < THIN;
    if (!text) {
      const last = phrases.at(-1)!;
      const bottom = top + 1;
      return {
        left,
        right,
        top,
        bottom,
        text: last,
        title,
        fits: false,
        tight,
        x: 0,
        y: 0,
      };
    }
    const centre = (left + right) / 2;
    const at = beyond ? top + 14 : top - 9;
    return {
      left: centre - wide(text) / 2,
      right: centre + wide(text) / 2,
      top: at - LINE / 2,
      bottom: at + LINE / 2,
      text,
      title,
      fits: true,
      tight,
      x: centre,
      y: at,
    };
  });
}

/**
 * What does not fit within its step, right above it: first the months that are
 * as good as known, which may reach over their neighbours.
 */
function besideSteps(
  labels: readonly RunLabel[],
  obstacles: readonly Box[],
  sides: readonly Box[],
  area: Box,
  fontSize: number,
): Plot.Markish[] {
  const shown: Box[] = [];
  return [true, false].map((tight) => {
    const placed = placeLabels(labels.filter((run) => run.tight === tight), {
      area,
      obstacles: [...obstacles, ...shown, ...(tight ? [] : sides)],
      fontSize,
      above: true,
    });
    for (const { item, x, y } of placed) {
      const right = x + textWidth(item.text, fontSize);
      shown.push({ left: x, right, top: y - LINE / 2, bottom: y + LINE / 2 });
    }
    return words(
      placed.map(({ item, x, y }) => ({ ...item, x, y })),
      tight ? {} : { className: "soft" },
    );
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
  marks: readonly Mark[],
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

function draw(
  { name, bounds, claims = [], record }: MonthlyBounds,
  { top }: MonthlyBoundsOptions,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const runs = runsOf(bounds);
  const figures = merged(marksOf(claims));
  const published = marksOf(record?.figures ?? []);
  const all = [...bounds, ...figures, ...published];
  const most = top ??
    1.08 * Math.max(1, ...all.map(({ low, high }) => high ?? low));
  const left = narrow ? 54 : 62;
  const floor = TOP + (narrow ? 230 : 320);
  const side = narrow || figures.length + published.length === 0 ? 2 : 250;
  const area = {
    left,
    right: innerWidth(layout) - side,
    top: TOP,
    bottom: floor,
  };
  const days = [
    ...runs.flatMap(({ from, to }) => [monthStart(from), monthStart(to)]),
    ...[...figures, ...published].flatMap(({ start, end }) => [
      firstDay(start),
      lastDay(end) + 1,
    ]),
  ];
  const [from, to] = days.length > 0
    ? [monthStart(monthOf(Math.min(...days))), Math.max(...days)]
    : [0, 1];
  const scale: Scale = {
    x: linear([from, to], [area.left, area.right]),
    y: linear([0, most], [floor, TOP]),
    most,
    area,
  };
  const levels = roundLevels(most).filter((value) => value <= most);
  const years = Array.from(
    { length: 1 + Math.ceil((to - from) / 365) },
    (_, i) => monthStart((Math.floor(monthOf(from) / 12) + i) * 12),
  ).map((day) => Math.max(day, from))
    .filter((day, i, at) => day < to && day !== at[i + 1]);
  const marks = figures.map((mark) => boxOf(mark, scale))
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const points = published.map((mark) => boxOf(mark, scale)).map((mark) => ({
    ...mark,
    x: (mark.left + mark.right) / 2,
    y: (mark.top + mark.bottom) / 2,
    single: monthOf(firstDay(mark.start)) === monthOf(lastDay(mark.end)),
  }));
  const implied = runLabels(runs, scale, fontSize);
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
  const edges = runs.flatMap(({ from, to, high }) =>
    high === null || high > most ? [] : [{
      left: scale.x(monthStart(from)),
      right: scale.x(monthStart(to)),
      top: scale.y(high) - 1,
      bottom: scale.y(high) + 1,
    }]
  );
  const tops = runs.map(({ high }) =>
    high === null || high > most ? TOP : scale.y(high)
  );
  const sides = runs.slice(1).map(({ from }, i) => ({
    left: scale.x(monthStart(from)) - 1,
    right: scale.x(monthStart(from)) + 1,
    top: Math.min(tops[i]!, tops[i + 1]!),
    bottom: Math.max(tops[i]!, tops[i + 1]!),
  }));
  const recordAt = points.toSorted((a, b) => a.left - b.left)
    .at(narrow ? Math.floor(points.length / 3) : -1);
  const named: Mark[] = [
    ...marks,
    ...(recordAt && record
      ? [{ ...recordAt, text: record.name, title: record.name }]
      : []),
  ];
  const key = narrow ? keyOf(named, floor + 12, layout) : null;
  const kept = [...spots, ...marks, ...fitting, ...edges, ...sides];
  return pixelPlot(
    floor + 6 + (key ? key.height + 8 : 0),
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
      Plot.ruleX(years, {
        x: (day: Day) => scale.x(day),
        y1: TOP - 8,
        y2: floor,
        stroke: "var(--line)",
      }),
      words(
        years.filter((day, i) =>
          scale.x(years[i + 1] ?? to) - scale.x(day) > 32
        ).map((day) => ({
          x: scale.x(day) + 3,
          y: TOP - 16,
          text: formatDay(day).slice(0, 4),
        })),
        { className: "soft" },
      ),
      ...band(runs, scale),
      ...(narrow ? [] : sideLabels(
        named.map((mark) => ({ ...mark, y: (mark.top + mark.bottom) / 2 })),
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
      words(fitting, { anchor: "middle", className: "soft" }),
      ...(narrow
        ? letters(
          named.map((mark, i) => ({ ...mark, text: letter(i) })),
          kept,
          area,
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

/**
 * The monthly figures of a dataset as marks: what each claim says of a month of
 * its period, stated or on average.
 *
 * @example
 * ```ts
 * import { monthlyMarks } from "./monthly_bounds.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "../analysis/monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const figures = monthlyFigures(claimIntervals(data)).filter(({ row }) =>
 *   row.claim.claim_id === "wtat-180000-since-january"
 * );
 * const [mark] = monthlyMarks(figures);
 * assert.deepEqual([mark?.start, mark?.low], ["2025-01-01", 17_000]);
 * ```
 */
export function monthlyMarks(
  figures: readonly MonthlyFigure[],
): MonthlyMark[] {
  return figures.map(({ row, low, high, stated, months }) => {
    const over = describePeriod(row.period!, { short: true });
    const phrase = phraseNumber(row.claim);
    const divided = !stated && months > 1;
    const average = divided
      ? `\non average ${phraseRange(low, high)} a month`
      : "";
    return {
      start: formatDay(row.period!.start),
      end: formatDay(row.period!.end),
      low,
      high,
      status: row.claim.status ?? null,
      label: `${publisher(row)}: ${phrase} · ${over}`,
      title: claimTitle(row) + average,
    };
  });
}

/**
 * A result as far as this chart draws it.
 *
 * @example
 * ```ts
 * import { type BoundsResult, monthlyBounds } from "./monthly_bounds.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "a", stated: 70, start: "2024-01", end: "2024-03" },
 * ]);
 * const drawn: BoundsResult = result;
 * assert.match(monthlyBounds(drawn, "cases").svg, /up to 70/);
 * ```
 */
export interface BoundsResult extends TakenClaims {
  /** The claims by the measures that they count, once these are made one. */
  readonly facts: readonly {
    readonly claim: string;
    readonly measure: string;
  }[];
  /** The measures in play. */
  readonly measures: readonly string[];
  /** What a measure is called. */
  nameOf(measure: string): string;
  /** The bounds of the months of some measures. */
  boundsEach(
    show: Show,
  ): readonly (MonthBound & { readonly measure: string })[];
  /** Only the days that the result was asked to show. */
  readonly shown: Show;
}

/**
 * How the monthly bounds of a result are drawn, and what beside them.
 *
 * @example
 * ```ts
 * import { monthlyBounds, type ResultBoundsOptions } from "./monthly_bounds.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using result = await reconcile(data.only({ collections: ["reports"] }));
 * const record = data.only({ collections: ["record"], measures: ["table"] });
 * const options: ResultBoundsOptions = { record, title: "Month by month" };
 * const { svg } = monthlyBounds(result, "proceedings", options);
 * assert.match(svg, /Month by month/);
 * ```
 */
export interface ResultBoundsOptions extends MonthlyBoundsOptions {
  /**
   * Published figures to compare with: a dataset, of which the months of this
   * measure are taken or, where it has none, those of whole counts in the same
   * unit; or figures and what they are called.
   */
  readonly record?: Dataset | MonthlyBounds["record"] | undefined;
}

/** What a result implies for one measure, and what its claims say of it. */
function boundsOf(
  result: BoundsResult,
  measure: string,
  record: ResultBoundsOptions["record"],
): MonthlyBounds {
  const { from, to } = result.shown;
  const months = { from, to, per: "month", measures: [measure] } as const;
  const bounds = result.boundsEach(months);
  const canonical = bounds[0]?.measure ?? measure;
  const ids = new Set(
    result.facts.filter((fact) => fact.measure === canonical)
      .map(({ claim }) => claim),
  );
  const rows = claimIntervals(result).filter(({ claim }) =>
    ids.has(claim.claim_id)
  );
  const figures = record && "claims" in record
    ? recordOf(record, measure)
    : record;
  return {
    name: result.nameOf(canonical),
    bounds,
    claims: clipped(monthlyMarks(monthlyFigures(rows)), result.shown),
    ...figures
      ? {
        record: {
          ...figures,
          figures: clipped(marksOf(figures.figures), result.shown),
        },
      }
      : {},
  };
}

/** The marks within the days shown; what they say holds in each of their months. */
function clipped(
  marks: readonly MonthlyMark[],
  { from, to }: Show,
): readonly MonthlyMark[] {
  const first = from === undefined
    ? -Infinity
    : monthStart(monthOf(firstDay(from)));
  const last = to === undefined
    ? Infinity
    : monthStart(monthOf(lastDay(to)) + 1) - 1;
  return marks.flatMap((mark) => {
    const start = Math.max(first, firstDay(mark.start));
    const end = Math.min(last, lastDay(mark.end));
    return start > end
      ? []
      : [{ ...mark, start: formatDay(start), end: formatDay(end) }];
  });
}

/** The published months that a count can be held against. */
function recordOf(data: Dataset, measure: string): MonthlyBounds["record"] {
  const figures = monthlyFigures(data);
  const unit = (id: string) =>
    data.measures.find((row) => row.measure === id)?.unit ?? null;
  const partOf = new Map(
    data.measures.map((row) => [row.measure, row.part_of]),
  );
  const counted = [...new Set(figures.map(({ row }) => row.claim.measure))];
  const chosen = counted.includes(measure)
    ? [measure]
    : counted.filter((id) =>
      unit(id) === unit(measure) && !counted.includes(partOf.get(id) ?? "")
    );
  if (chosen.length === 0) return undefined;
  const name = measureNames(data.measures);
  return {
    name: chosen.map(name).join("; "),
    figures: monthlyMarks(chosen.flatMap((id) => monthsOf(figures, id))),
  };
}

/**
 * What claims together imply for each calendar month, as a band of steps, with
 * the claims' own monthly figures and published ones on top. Where nothing sets
 * an upper limit, the band fades towards the top, under an arrow. Takes a result
 * and one of its measures, which need not be said where it has one alone or was
 * asked to show one.
 *
 * @throws {InputError} When the result has no such measure.
 *
 * @example
 * ```ts
 * import { monthlyBounds } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = monthlyBounds({
 *   name: "Cases",
 *   bounds: [
 *     { start: "2024-01", low: 0, high: 900 },
 *     { start: "2024-02", low: 300, high: null },
 *   ],
 * });
 * assert.match(svg, /each month|January 2024: up to 900/);
 * ```
 */
export function monthlyBounds(
  result: BoundsResult,
  measure?: string,
  options?: ResultBoundsOptions,
): Chart;
/** The same of bounds and figures of one's own. */
export function monthlyBounds(
  shown: MonthlyBounds,
  options?: MonthlyBoundsOptions,
): Chart;
export function monthlyBounds(
  from: BoundsResult | MonthlyBounds,
  ...[second = {}, third = {}]: readonly (
    | string
    | ResultBoundsOptions
    | undefined
  )[]
): Chart {
  if (!("asRead" in from) && !(from instanceof Promise)) {
    return boundsChart(from, second as MonthlyBoundsOptions);
  }
  const result = from as BoundsResult;
  const measure = typeof second === "string" ? second : onlyMeasure(result);
  const { record, ...options } = third as ResultBoundsOptions;
  const input = boundsOf(result, measure, record);
  const caption = claimsCaption(
    claimIntervals(result),
    "Where claims conflict, the band holds after the cheapest repair. Point at " +
      "a mark for the wording and the source.",
  );
  return boundsChart(input, { caption, ...options });
}

/** The one measure that a result has, or was asked to show. */
function onlyMeasure({ shown, measures }: Partial<BoundsResult>): string {
  const asked = shown?.measures ?? measures ?? [];
  if (asked.length === 1) return asked[0]!;
  throw new InputError(
    "The bounds of which measure? Say it: monthlyBounds(await reconcile(data), " +
      `'${asked[0] ?? "cases"}')`,
  );
}

function boundsChart(
  input: MonthlyBounds,
  options: MonthlyBoundsOptions,
): Chart {
  checkOptions(options, OPTION_TYPES);
  const { bounds, claims = [], record } = input;
  const runs = runsOf(bounds);
  const narrowest = runs.filter(({ high }) => high !== null)
    .toSorted((a, b) => (a.high! - a.low) - (b.high! - b.low))[0];
  const open = bounds.filter(({ high }) => high === null).length;
  return chart({
    title: options.title ??
      (bounds.length > 0
        ? "What do the claims together imply for each month?"
        : "How do the claims lie to the published months?"),
    subtitle: (bounds.length > 0
      ? "Band: all that the claims leave possible in a month; ↑: beyond " +
        "the top, or without limit. "
      : "") +
      "Bars: what a claim says of a month, level over the months it averages." +
      (record ? ` Dots: ${record.name}, for comparison.` : "") +
      " Solid: official; half: attributed; pale: contested; dashed: unverified.",
    ...(options.caption ? { caption: options.caption } : {}),
    description: `${input.name}: ` +
      (bounds.length > 0
        ? `bounds of ${bounds.length} months, ${open} ` +
          "of them without an upper limit" +
          (narrowest ? `; the narrowest is ${runTitle(narrowest)}` : "") + ". "
        : "") +
      `${claims.length} monthly figures of claims` +
      (record ? ` and ${record.figures.length} of ${record.name}.` : "."),
    draw: (layout) =>
      draw(input, options, layout),
  });
}

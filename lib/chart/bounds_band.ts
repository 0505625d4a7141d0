import * as Plot from "@observablehq/plot";
import { phraseRange, type Run, runTitle } from "./bounds_runs.ts";
import { type BoundsScale, THIN } from "./bounds_scale.ts";
import { type Box, LINE, words } from "./pixels.ts";
import { placeLabels } from "./place_labels.ts";
import { textWidth } from "./text_width.ts";
import type { Shown } from "./unit_words.ts";

const STRIPS = 16;

/** The band of a flow: a step a run; what is open fades towards the top. */
export function flowBand(
  runs: readonly Run[],
  scale: BoundsScale,
  shown: Shown,
): Plot.Markish[] {
  const { x, y, most, area } = scale;
  const steps = runs.map((run) => {
    const beyond = run.high === null || run.high > most;
    const top = beyond ? area.top : y(run.high!);
    const bottom = y(Math.min(run.low, most));
    return {
      x1: x(run.from),
      x2: x(run.to),
      top,
      bottom,
      beyond,
      thin: bottom - top < THIN,
      title: runTitle(run, shown),
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

/** The band's upper edges and the upright ones between its steps. */
export function flowEdges(
  runs: readonly Run[],
  { x, y, most, area }: BoundsScale,
): { readonly edges: Box[]; readonly sides: Box[] } {
  const edges = runs.flatMap(({ from, to, high }) =>
    high === null || high > most ? [] : [{
      left: x(from),
      right: x(to),
      top: y(high) - 1,
      bottom: y(high) + 1,
    }]
  );
  const tops = runs.map(({ high }) =>
    high === null || high > most ? area.top : y(high)
  );
  const sides = runs.slice(1).map(({ from }, i) => ({
    left: x(from) - 1,
    right: x(from) + 1,
    top: Math.min(tops[i]!, tops[i + 1]!),
    bottom: Math.max(tops[i]!, tops[i + 1]!),
  }));
  return { edges, sides };
}

/** What is implied, in words. */
export interface RunLabel extends Box {
  readonly text: string;
  readonly title: string;
  /** Whether it fits within its step. */
  readonly fits: boolean;
  /** Whether the number is as good as known. */
  readonly tight: boolean;
  readonly x: number;
  readonly y: number;
}

/** What is implied, as words at each step's upper edge. */
export function flowLabels(
  runs: readonly Run[],
  { x, y, most, area }: BoundsScale,
  shown: Shown,
  fontSize: number,
): RunLabel[] {
  return runs.map((run): RunLabel => {
    const [left, right] = [x(run.from), x(run.to)];
    const beyond = run.high === null || run.high > most;
    const phrases = run.high === null && run.low === 0
      ? ["no upper limit", "no limit", "open"]
      : [phraseRange(run.low, run.high)];
    const wide = (text: string) => textWidth(text, fontSize);
    const text = phrases.find((phrase) => wide(phrase) < right - left - 2);
    const title = runTitle(run, shown);
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
 * What does not fit within its step, right above it: first what is as good as
 * known, which may reach over its neighbours.
 */
export function besideSteps(
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

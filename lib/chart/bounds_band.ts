import type * as Plot from "@observablehq/plot";
import { formatNumber } from "../quantity/phrase.ts";
import { phraseRange, type Run } from "./bounds_runs.ts";
import { type BoundsScale, isBeyond, runSpan, THIN } from "./bounds_scale.ts";
import * as kit from "./kit/kit.ts";

const STRIPS = 16;

function stepsOf(runs: readonly Run[], scale: BoundsScale) {
  return runs.map((run) => ({
    ...runSpan(run, scale),
    ...{ left: scale.x(run.from), right: scale.x(run.to), title: run.title },
    beyond: isBeyond(run, scale),
  }));
}

/** The band of a flow: a step a run; what goes beyond fades towards the top. */
export function flowBand(
  runs: readonly Run[],
  scale: BoundsScale,
): Plot.Markish[] {
  const steps = stepsOf(runs, scale)
    .map(({ title: _, ...step }) => step);
  const whole = steps.filter(({ beyond }) => !beyond);
  const isThin = ({ top, bottom }: kit.Box) => bottom - top < THIN;
  const strips = Array.from({ length: STRIPS }, (_, i) =>
    kit.rects(
      steps.filter(({ beyond }) => beyond).map((step) => {
        const high = (step.bottom - step.top) / STRIPS;
        const top = step.top + high * i;
        return { ...step, top, bottom: top + high };
      }),
      { fill: "var(--band)", fillOpacity: (i + 0.5) / STRIPS },
    ));
  const edge = (rows: readonly kit.Box[], at: "top" | "bottom") =>
    kit.across(rows.map((row) => ({ ...row, y: row[at] })), {
      ...{ stroke: "var(--official)", strokeWidth: 1.5 },
    });
  return [
    kit.rects(whole.filter((step) => !isThin(step)), { fill: "var(--band)" }),
    kit.rects(
      whole.filter(isThin).map((step) => {
        const [top, bottom] = kit.seen(step.top, step.bottom);
        return { ...step, top, bottom };
      }),
      { fill: "var(--official)" },
    ),
    ...strips,
    edge(whole, "top"),
    edge(steps, "bottom"),
  ];
}

/** Each run's days from top to bottom: what points to it. */
export function flowTargets(
  runs: readonly Run[],
  scale: BoundsScale,
): Plot.Markish {
  const { top, bottom } = scale.area;
  return kit.targets(
    stepsOf(runs, scale).map(({ left, right, title }) => ({
      ...{ left, right, top, bottom, title },
    })),
  );
}

/** "↑", "↑ 61,872", "↑ 45,000 and 61,872": where neighbours are cut off. */
function phraseCut(runs: readonly Run[]): string {
  const highs = runs.flatMap(({ high }) => high ?? []).map((high) =>
    formatNumber(Math.round(high))
  );
  const [first] = highs;
  if (first === undefined) return "↑";
  return highs.length === 2
    ? `↑ ${highs.join(" and ")}`
    : highs.length === 1
    ? `↑ ${first}`
    : `↑ ${first} … ${highs.at(-1)}`;
}

/**
 * Arrows at the top of what goes beyond it, with the number where there is one;
 * neighbours that are cut off share an arrow.
 */
export function cutMarks(
  runs: readonly Run[],
  scale: BoundsScale,
  fontSize: number,
): { readonly marks: Plot.Markish; readonly boxes: kit.Box[] } {
  const groups: Run[][] = [];
  runs.forEach((run, i) => {
    if (!isBeyond(run, scale)) return;
    const before = runs[i - 1];
    const joins = before && isBeyond(before, scale) &&
      (before.high === null) === (run.high === null) &&
      before.to === run.from;
    if (joins) groups.at(-1)!.push(run);
    else groups.push([run]);
  });
  const { x, area } = scale;
  let edge = -Infinity;
  const placed = groups.flatMap((own): kit.Words[] => {
    const [from, to] = [x(own[0]!.from), x(own.at(-1)!.to)];
    return [phraseCut(own), "↑"].map((text) => {
      const width = kit.textWidth(text, fontSize, "bold");
      const left = text === "↑" ? (from + to - width) / 2 : from;
      return { text, left: Math.min(left, area.right + 4 - width), width };
    }).filter(({ left }) => left >= edge).slice(0, 1).map(
      ({ text, left, width }) => {
        edge = left + width + 4;
        const title = own.map(({ title }) => title).join("\n");
        return { x: left, y: area.top - 6, text, title };
      },
    );
  });
  return {
    marks: kit.words(placed, { fill: "var(--official)", className: "strong" }),
    boxes: placed.map((words) => kit.boxOf(words, fontSize, "bold")),
  };
}

/** The band's upper edges and the upright ones between its steps. */
export function flowEdges(
  runs: readonly Run[],
  scale: BoundsScale,
): { readonly edges: kit.Box[]; readonly sides: kit.Box[] } {
  const steps = stepsOf(runs, scale);
  return {
    edges: steps.filter(({ beyond }) => !beyond)
      .map((step) => ({ ...step, top: step.top - 1, bottom: step.top + 1 })),
    sides: steps.slice(1).map(({ left, top }, i) => ({
      ...{ left: left - 1, right: left + 1 },
      top: Math.min(steps[i]!.top, top),
      bottom: Math.max(steps[i]!.top, top),
    })),
  };
}

/** What is implied, in words. */
export interface RunLabel extends kit.Box, kit.Words {
  readonly title: string;
  /** Whether it fits within its step. */
  readonly fits: boolean;
  /** Whether the number is as good as known. */
  readonly tight: boolean;
}

/** What is implied, as words at each step's upper edge. */
export function flowLabels(
  runs: readonly Run[],
  scale: BoundsScale,
  fontSize: number,
): RunLabel[] {
  const steps = stepsOf(runs, scale);
  return runs.flatMap((run, i): RunLabel[] => {
    const { left, right, top, bottom, beyond, title } = steps[i]!;
    // Where it is cut off, its number stands beside the arrow.
    if (beyond && run.high !== null) return [];
    const phrases = run.high === null && run.low === 0
      ? ["any number", "open"]
      : [phraseRange(run.low, run.high)];
    const wide = (text: string) => kit.textWidth(text, fontSize);
    const text = phrases.find((phrase) => wide(phrase) < right - left - 2);
    const tight = !beyond && run.low > 0 && bottom - top < THIN;
    if (!text) {
      return [{
        ...{ left, right, top, bottom: top + 1, text: phrases.at(-1)!, title },
        ...{ fits: false, tight, x: 0, y: 0 },
      }];
    }
    const x = (left + right) / 2;
    const y = beyond ? top + 14 : top - 9;
    return [{
      ...{ left: x - wide(text) / 2, right: x + wide(text) / 2 },
      ...{ top: y - kit.LINE / 2, bottom: y + kit.LINE / 2 },
      ...{ text, title, fits: true, tight, x, y },
    }];
  });
}

/**
 * What does not fit within its step, right above it: first what is as good as
 * known, which may reach over its neighbours.
 */
export function besideSteps(
  labels: readonly RunLabel[],
  obstacles: readonly kit.Box[],
  sides: readonly kit.Box[],
  area: kit.Box,
  fontSize: number,
): Plot.Markish[] {
  const shown: kit.Box[] = [];
  return [true, false].map((tight) => {
    const placed = kit.placeLabels(
      labels.filter((run) => run.tight === tight),
      {
        area,
        obstacles: [...obstacles, ...shown, ...(tight ? [] : sides)],
        fontSize,
        above: true,
      },
    );
    for (const { item, x, y } of placed) {
      shown.push(kit.boxOf({ x, y, text: item.text }, fontSize));
    }
    return kit.words(
      placed.map(({ item, x, y }) => ({ ...item, x, y })),
      tight ? {} : { className: "soft" },
    );
  });
}

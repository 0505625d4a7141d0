import * as Plot from "@observablehq/plot";
import { formatNumber } from "../../quantity/phrase.ts";

/** Height of a line of text, in pixels. */
export const LINE = 16;

/** A rectangle in pixels from the drawing's upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a mark says when it is pointed at. */
export interface Titled {
  readonly title?: string;
}

/** A place in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A piece of text; its place is the middle of its line. */
export interface Words extends Spot, Titled {
  readonly text: string;
}

/** A level line from left to right. */
export interface Across extends Titled {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** An upright line from top to bottom. */
export interface Upright extends Titled {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Options for a drawing whose marks are placed in pixels from its corner. */
export function pixelPlot(
  height: number,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  return {
    height: Math.ceil(Math.max(1, height)),
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks,
  };
}

/** Rectangles. */
export function rects(
  rows: readonly (Box & Titled)[],
  style: Plot.RectOptions,
): Plot.Markish {
  return Plot.rect(rows, {
    ...{ x1: "left", x2: "right", y1: "top", y2: "bottom", title: "title" },
    ...style,
  });
}

/** Level lines. */
export function across(
  rows: readonly Across[],
  style: Plot.RuleYOptions = {},
): Plot.Markish {
  return Plot.ruleY(rows, {
    ...{ x1: "left", x2: "right", y: "y", title: "title" },
    stroke: "var(--line)",
    ...style,
  });
}

/** Upright lines. */
export function uprights(
  rows: readonly Upright[],
  style: Plot.RuleXOptions = {},
): Plot.Markish {
  return Plot.ruleX(rows, {
    ...{ x: "x", y1: "top", y2: "bottom", title: "title" },
    stroke: "var(--line)",
    ...style,
  });
}

/** Dots, or other symbols. */
export function dots(
  rows: readonly (Spot & Titled)[],
  style: Plot.DotOptions,
): Plot.Markish {
  return Plot.dot(rows, { x: "x", y: "y", title: "title", ...style });
}

/** A line through places, broken where one has no height. */
export function line(
  spots: readonly Spot[],
  style: Plot.LineYOptions,
): Plot.Markish {
  return Plot.lineY(spots, { x: "x", y: "y", ...style });
}

/** Text in the drawing, with the paper's colour around it. */
export function words(
  rows: readonly Words[],
  { anchor = "start", className, ...style }: Plot.TextOptions & {
    /** Which end of the text stands at its place. Default: start. */
    readonly anchor?: "start" | "middle" | "end";
  } = {},
): Plot.Markish {
  return Plot.text(rows.filter(({ text }) => text !== ""), {
    ...{ x: "x", y: "y", text: "text", title: "title", textAnchor: anchor },
    ...{ stroke: "var(--paper)", strokeWidth: 3, fill: "var(--ink)" },
    paintOrder: "stroke",
    ...(className ? { className } : {}),
    ...style,
  });
}

/** What is pointed at with more than the mark itself; seen by nobody. */
export function targets(rows: readonly (Box & Titled)[]): Plot.Markish {
  return rects(rows, {
    ...{ fill: "var(--paper)", fillOpacity: 0, className: "target" },
  });
}

/** A linear scale from values to pixels. */
export function linear(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const span = high - low || 1;
  return (value) => from + (value - low) / span * (to - from);
}

/** The middle of what lies between two edges. */
export function middleOf(
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  return (top + bottom) / 2;
}

/** "1 more claim", "3 more claims"; nothing where there are none. */
export function andMore(count: number, noun: string): string[] {
  return count > 0
    ? [`${formatNumber(count)} more ${noun}${count === 1 ? "" : "s"}`]
    : [];
}

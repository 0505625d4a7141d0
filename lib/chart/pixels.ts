import * as Plot from "@observablehq/plot";
import { formatNumber } from "../quantity/phrase.ts";
import type { Layout } from "./chart.ts";
import type { Weight } from "./text_width.ts";
import { shorten } from "./wrap.ts";

/** Height of a line of text, in pixels. */
export const LINE = 16;

/** A rectangle in pixels from the drawing's upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A piece of text at a place in pixels. */
export interface Words {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly text: string;
  /** What it shows when it is pointed at. */
  readonly title?: string;
}

/** How wide a layout's marks may be, in pixels. */
export function innerWidth({ width }: Layout): number {
  return width - 28;
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

/** A channel in pixels, also where the drawing has a scale. */
export function unscaled(name: string): { value: string; scale: null } {
  return { value: name, scale: null };
}

/** A text on one line, cut where it would not fit. */
export function fit(
  text: string,
  room: number,
  fontSize: number,
  weight?: Weight,
): string {
  return shorten(text.replace(/\s+/g, " ").trim(), room, fontSize, weight);
}

/** Text in the drawing, with the paper's colour around it. */
export function words(
  rows: readonly Words[],
  options: {
    /** Which end of the text stands at its place. Default: start. */
    readonly anchor?: "start" | "middle" | "end";
    /** `strong` or `soft`. */
    readonly className?: string;
  } = {},
): Plot.Markish {
  return Plot.text(rows, {
    x: unscaled("x"),
    y: "y",
    text: "text",
    title: "title",
    textAnchor: options.anchor ?? "start",
    stroke: "var(--paper)",
    strokeWidth: 3,
    fill: "var(--ink)",
    paintOrder: "stroke",
    ...(options.className ? { className: options.className } : {}),
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

/** "1 more claim", "3 more claims"; nothing where there are none. */
export function andMore(count: number, noun: string): string[] {
  return count > 0
    ? [`${formatNumber(count)} more ${noun}${count === 1 ? "" : "s"}`]
    : [];
}

import type * as Plot from "@observablehq/plot";
import { type Box, middleOf, words } from "./marks.ts";
import { type Painted, statusRects } from "./paint.ts";

/** What is exact is a line; no mark is thinner than this, in pixels. */
const THINNEST = 3;

/** An interval of numbers and where it lies across the chart. */
export interface Interval extends Painted {
  /** At least; `null` is open. */
  readonly low: number | null;
  /** At most; `null` is open. */
  readonly high: number | null;
  readonly top: number;
  readonly bottom: number;
}

/** Where numbers lie, and where what is open ends. */
export interface Span {
  readonly x: (value: number) => number;
  readonly begin: number;
  readonly end: number;
}

/** A span no thinner than can be seen. */
export function seen(from: number, to: number): readonly [number, number] {
  const more = Math.max(0, THINNEST - (to - from)) / 2;
  return [from - more, to + more];
}

/** An interval's bar, in pixels: up to the ends of the scale where it is open. */
export function barOf<I extends Interval>(
  interval: I,
  { x, begin, end }: Span,
): I & Box {
  const { low, high } = interval;
  const [left, right] = seen(
    low === null ? begin : x(low),
    high === null ? end : x(high),
  );
  return { ...interval, left, right };
}

/** Arrows at the ends that are open, beyond them. */
export function openEnds(
  bars: readonly (Pick<Interval, "low" | "high" | "title"> & Box)[],
): Plot.Markish[] {
  const at = (bar: typeof bars[number], x: number, text: string) => ({
    ...{ x, y: middleOf(bar), text },
    ...(bar.title === undefined ? {} : { title: bar.title }),
  });
  const falls = bars.filter(({ low }) => low === null);
  return [
    words(
      bars.filter(({ high }) => high === null)
        .map((bar) => at(bar, bar.right + 1, "→")),
    ),
    ...(falls.length === 0 ? [] : [words(
      falls.map((bar) => at(bar, bar.left - 1, "←")),
      { anchor: "end" },
    )]),
  ];
}

/** Bars painted by status, with arrows where they are open. */
export function intervalBars(
  intervals: readonly Interval[],
  span: Span,
): Plot.Markish[] {
  const bars = intervals.map((interval) => barOf(interval, span));
  return [...statusRects(bars), ...openEnds(bars)];
}

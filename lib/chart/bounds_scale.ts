import { type Day, firstDay, lastDay } from "../quantity/date.ts";
import type { Range } from "../quantity/phrase_bounds.ts";
import type { Run } from "./bounds_runs.ts";
import type { MonthlyMark } from "./bounds_types.ts";
import * as kit from "./kit/kit.ts";

/** Where days and numbers lie in a drawing of bounds, in pixels. */
export interface BoundsScale {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  /** The highest number shown. */
  readonly most: number;
  readonly area: kit.Box;
  /** Whether numbers are of a level: at the end of a day. */
  readonly level: boolean;
  /**
   * Where in its day a moment is drawn: at its end, but in its middle where days
   * are named, for the end would stand below the name of the next.
   */
  readonly moment: 0.5 | 1;
}

/** A mark and where it lies. */
export type PlacedMark = MonthlyMark & kit.Box & { readonly text: string };

/** How far the mark of a moment reaches to both sides. */
const HALF = 4;

/** A band thinner than this is drawn as a line, and said to be known. */
export const THIN = 5;

/** Bounds so many times as high as the rest would flatten it: they are cut. */
const OUTLYING = 1.5;
/** The share of the bounds that the scale must hold, and of how many at least. */
const HELD = 0.8;
const LEAST_BOUNDS = 8;

/**
 * The highest number that a drawing shows: all that is said, and the bounds but
 * for a few that lie far above.
 */
export function topOf(
  bounds: readonly Range[],
  marks: readonly Range[],
): number {
  const said = Math.max(
    1,
    ...bounds.map(({ low }) => low),
    ...marks.map(({ low, high }) => high ?? low),
  );
  const highs = bounds.flatMap(({ high }) => high ?? [])
    .toSorted((a, b) => a - b);
  const highest = Math.max(said, highs.at(-1) ?? 0);
  const usual = Math.max(said, highs[Math.ceil(HELD * highs.length) - 1] ?? 0);
  const cut = highs.length >= LEAST_BOUNDS && highest > OUTLYING * usual;
  return 1.08 * (cut ? usual : highest);
}

/** Whether a run goes on above what is drawn. */
export function isBeyond({ high }: Run, { most }: BoundsScale): boolean {
  return high === null || high > most;
}

/** Where a run's lowest and highest numbers lie. */
export function runSpan(run: Run, scale: BoundsScale) {
  const { y, most, area } = scale;
  return {
    top: isBeyond(run, scale) ? area.top : y(run.high!),
    bottom: y(Math.min(run.low, most)),
  };
}

/** A mark over its days; that of a level at the end of its day. */
export function placeMark(mark: MonthlyMark, scale: BoundsScale): PlacedMark {
  const { x, y, most, level, moment } = scale;
  const clip = (value: number) => Math.max(0, Math.min(value, most));
  // What is open upwards is a line, under an arrow: more would hide the rest.
  const [top, bottom] = kit.seen(
    y(clip(mark.high ?? mark.low)),
    y(clip(mark.low)),
  );
  const end = x(lastDay(mark.end) + (level ? moment : 1));
  return {
    ...mark,
    left: level ? end - HALF : x(firstDay(mark.start)),
    right: level ? end + HALF : end,
    ...{ top, bottom, text: mark.label },
  };
}

import { type Day, firstDay, lastDay } from "../quantity/date.ts";
import type { MonthlyMark } from "./bounds_types.ts";
import type { Box } from "./pixels.ts";

/** Where days and numbers lie in a drawing of bounds, in pixels. */
export interface BoundsScale {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  /** The highest number shown. */
  readonly most: number;
  readonly area: Box;
  /** Whether numbers are of a level: at the end of a day. */
  readonly level: boolean;
}

/** A mark and where it lies. */
export type PlacedMark = MonthlyMark & Box & { readonly text: string };

/** How far the mark of a moment reaches to both sides. */
const HALF = 4;

/** A band thinner than this is drawn as a line, and said to be known. */
export const THIN = 5;

/** A mark over its days; that of a level at the end of its day. */
export function placeMark(mark: MonthlyMark, scale: BoundsScale): PlacedMark {
  const { x, y, most, level } = scale;
  const clip = (value: number) => Math.max(0, Math.min(value, most));
  const [top, bottom] = [y(clip(mark.high ?? most)), y(clip(mark.low))];
  // An exact figure is a line; it must not vanish.
  const grow = Math.max(0, 3 - (bottom - top)) / 2;
  const end = x(lastDay(mark.end) + 1);
  return {
    ...mark,
    left: level ? end - HALF : x(firstDay(mark.start)),
    right: level ? end + HALF : end,
    top: top - grow,
    bottom: bottom + grow,
    text: mark.label,
  };
}

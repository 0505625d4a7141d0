import type * as Plot from "@observablehq/plot";
import { formatNumber } from "../../quantity/phrase.ts";
import type { Layout } from "./layout.ts";
import { linear, uprights, words } from "./marks.ts";
import { textWidth, widest } from "./text.ts";

/** Round numbers from a lowest to a highest, at most about so many. */
export function roundNumbers(
  [low, high]: readonly [number, number],
  most: number,
): number[] {
  const least = (high - low || 1) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((times) => times * power >= least * 0.999)! *
    power;
  // Of steps below 1 the last digits are noise.
  const [from, to] = [
    Math.ceil(low / step - 1e-9),
    Math.floor(high / step + 1e-9),
  ];
  return Array.from(
    { length: to - from + 1 },
    (_, i) => Number(((from + i) * step).toPrecision(12)),
  );
}

/** Room for the numbers of level lines left of a scale. */
export function levelRoom(
  levels: readonly number[],
  { fontSize }: Layout,
): number {
  return Math.ceil(
    Math.max(40, widest(levels.map(formatNumber), fontSize) + 7),
  );
}

/** A scale of numbers across the drawing. */
export interface NumberAxis {
  readonly x: (value: number) => number;
  /** The round numbers, above the marks. */
  readonly names: (y: number) => Plot.Markish;
  /** Upright lines at them, through each area. */
  readonly lines: (
    areas: readonly { readonly top: number; readonly bottom: number }[],
  ) => Plot.Markish;
}

/** Room above what an axis stands over, in pixels. */
export const AXIS = 24;

/** An axis over marks: as many round numbers as there is room for. */
export function numberAxis(
  span: readonly [number, number],
  [left, right]: readonly [number, number],
  { fontSize }: Layout,
  format: (value: number) => string = formatNumber,
): NumberAxis {
  const x = linear(span, [left, right]);
  const choices = [6, 5, 4, 3, 2, 1].map((most) => roundNumbers(span, most));
  const apart = (all: readonly number[]) =>
    all.length < 2 ||
    x(all[1]!) - x(all[0]!) > widest(all.map(format), fontSize) + 8;
  const ticks = choices.find(apart) ?? [];
  return {
    x,
    names: (y) =>
      words(
        ticks.map((tick) => {
          const text = format(tick);
          // The first stands at the drawing's edge at the most.
          const half = textWidth(text, fontSize) / 2;
          return { x: Math.max(x(tick) - half, 0), y, text };
        }),
        { className: "soft" },
      ),
    lines: (areas) =>
      uprights(
        areas.flatMap((area) => ticks.map((tick) => ({ ...area, x: x(tick) }))),
      ),
  };
}

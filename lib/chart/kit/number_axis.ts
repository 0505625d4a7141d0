import type * as Plot from "@observablehq/plot";
import { formatNumber } from "../../quantity/phrase.ts";
import type { Layout } from "./layout.ts";
import { LINE, linear, uprights, words } from "./marks.ts";
import { textWidth, widest } from "./text.ts";

/**
 * Round numbers from a lowest to a highest, at most about so many.
 *
 * @example
 * ```ts
 * import { roundNumbers } from "./number_axis.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(roundNumbers([0, 21_650], 3), [0, 10_000, 20_000]);
 * ```
 */
export function roundNumbers(
  [low, high]: readonly [number, number],
  most: number,
): number[] {
  const least = (high - low || 1) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((times) => times * power >= least * 0.999)! *
    power;
  const [from, to] = [Math.ceil(low / step), Math.floor(high / step)];
  return Array.from({ length: to - from + 1 }, (_, i) =>
    // Of steps below 1 the last digits are noise.
    Number(((from + i) * step).toPrecision(12)));
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
  /** Upright lines with their numbers above. */
  readonly marks: (from: number, to: number) => Plot.Markish[];
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
    marks: (from, to) => [
      uprights(
        ticks.map((tick) => ({ x: x(tick), top: from + AXIS, bottom: to })),
      ),
      words(
        ticks.map((tick) => {
          const text = format(tick);
          // The first stands at the drawing's edge at the most.
          const half = textWidth(text, fontSize) / 2;
          const at = Math.max(x(tick) - half, 0);
          return { x: at, y: from + LINE / 2, text };
        }),
        { className: "soft" },
      ),
    ],
  };
}

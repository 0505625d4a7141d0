import { formatNumber } from "../quantity/phrase.ts";
import { textWidth } from "./text_width.ts";

/**
 * Nought and one or two round numbers up to a highest value, for level lines.
 *
 * @example
 * ```ts
 * import { roundLevels } from "./levels.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(roundLevels(21_650), [0, 10_000, 20_000]);
 * ```
 */
export function roundLevels(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = most >= 2 * power ? power : power / 2;
  const last = Math.floor(most / step) * step;
  return last > 2 * step ? [0, last / 2, last] : [0, step, 2 * step];
}

/** Room for the numbers of level lines left of a scale, and at least so much. */
export function levelRoom(
  levels: readonly number[],
  least: number,
  fontSize: number,
): number {
  const widest = Math.max(
    0,
    ...levels.map((value) => textWidth(formatNumber(value), fontSize)),
  );
  // Widths are estimates on the wide side.
  return widest * 0.9 + 6 <= least ? least : Math.ceil(widest) + 7;
}

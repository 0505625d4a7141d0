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

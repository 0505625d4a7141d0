import type { AlternativeReading, Reading } from "./claim.ts";

/** The columns of a reading; the claims table holds the default one. */
export const READING_COLUMNS = [
  "kind",
  "measure",
  "stated",
  "stated_high",
  "hedge",
  "rounding",
  "start",
  "end",
  "per",
  "spread",
  "of_measure",
  "of_start",
  "of_end",
] as const;

/** The cells of a whole reading; `null` where one is empty. */
export type ReadingCells = Record<keyof Reading, string | null>;

/**
 * A claim's reading with an alternative laid over it: an empty cell inherits
 * the claim's own, `-` empties it.
 *
 * @example
 * ```ts
 * import { overlay } from "./overlay.ts";
 * import assert from "node:assert/strict";
 *
 * const own = {
 *   kind: "total",
 *   measure: "cases",
 *   stated: "60000",
 *   hedge: "about",
 * } as const;
 * const other = overlay(own, {
 *   claim_id: "ft-60000",
 *   reading: "article-408",
 *   measure: "cases-408",
 *   hedge: "-",
 * });
 * assert.equal(other.measure, "cases-408");
 * assert.equal(other.hedge, null);
 * assert.equal(other.stated, "60000");
 * ```
 */
export function overlay(
  own: Reading,
  alternative: AlternativeReading,
): ReadingCells {
  return Object.fromEntries(READING_COLUMNS.map((column) => {
    const cell = alternative[column];
    const value = cell === "-" ? null : cell || own[column];
    return [column, value ?? null];
  })) as ReadingCells;
}

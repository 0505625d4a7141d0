import type { AlternativeReading, Reading } from "../quantity/claim.ts";
import { READING_COLUMNS } from "./tables.ts";

/** The cells of a whole reading; `null` where one is empty. */
export type ReadingCells = Record<keyof Reading, string | null>;

/**
 * A claim's reading with an alternative laid over it: an empty cell inherits
 * the claim's own, `-` empties it.
 *
 * @example
 * ```ts
 * import { overlay } from "./reading.ts";
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

/**
 * What an alternative reading changes, in words: "measure: proceedings-407;
 * end: 2025-07".
 *
 * @example
 * ```ts
 * import { describeReading } from "./reading.ts";
 * import assert from "node:assert/strict";
 *
 * const other = { claim_id: "a", reading: "b", end: "2025-07", hedge: "-" };
 * assert.equal(describeReading(other), "hedge: not stated; end: 2025-07");
 * ```
 */
export function describeReading(alternative: AlternativeReading): string {
  return READING_COLUMNS.flatMap((column) => {
    const cell = alternative[column];
    if (!cell) return [];
    return [`${column}: ${cell === "-" ? "not stated" : cell}`];
  }).join("; ");
}

import type { AlternativeReading, Reading } from "../quantity/claim.ts";
import { READING_COLUMNS } from "./tables.ts";

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
): Record<typeof READING_COLUMNS[number], string | null> {
  return Object.fromEntries(READING_COLUMNS.map((column) => {
    const cell = alternative[column];
    const value = cell === "-" ? null : cell || own[column];
    return [column, value ?? null];
  })) as Record<typeof READING_COLUMNS[number], string | null>;
}

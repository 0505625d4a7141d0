import type { AlternativeReading } from "../quantity/claim.ts";
import { READING_COLUMNS } from "../quantity/overlay.ts";

/**
 * What an alternative reading changes, in words: "measure: proceedings-407;
 * end: 2025-07".
 *
 * @example
 * ```ts
 * import { describeReading } from "./describe_reading.ts";
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

import type {
  AlternativeReading,
  Claim,
  Reading,
} from "../../quantity/claim.ts";
import { overlay } from "../../quantity/overlay.ts";
import { unknownId } from "./input_error.ts";

/** The alternative readings of each claim, in file order. */
export type ReadingsByClaim = ReadonlyMap<
  string,
  readonly AlternativeReading[]
>;

/** Groups the rows of the readings table by claim. */
export function readingsByClaim(
  rows: readonly AlternativeReading[],
): ReadingsByClaim {
  const groups = new Map<string, AlternativeReading[]>();
  for (const row of rows) {
    const group = groups.get(row.claim_id);
    if (group) group.push(row);
    else groups.set(row.claim_id, [row]);
  }
  return groups;
}

/**
 * What a claim is taken to mean in one of its readings. An empty cell of an
 * alternative inherits the claim's own; `-` empties it.
 *
 * @throws {InputError} When the claim has no such reading.
 *
 * @example
 * ```ts
 * import { resolveReading } from "./resolve_reading.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = {
 *   claim_id: "a", kind: "total", measure: "m", stated: "20", hedge: "about",
 *   start: "2024-01", end: "2024-02",
 * } as const;
 * const read = resolveReading(claim, "later", [
 *   { claim_id: "a", reading: "later", end: "2024-03", hedge: "-" },
 * ]);
 * assert.equal(read.end, "2024-03");
 * assert.equal(read.hedge, null);
 * assert.equal(read.start, "2024-01");
 * ```
 */
export function resolveReading(
  claim: Claim,
  reading: string,
  alternatives: readonly AlternativeReading[],
): Reading {
  if (reading === "default") return claim;
  const row = alternatives.find((a) => a.reading === reading);
  if (!row) {
    throw unknownId(
      `reading of ${claim.claim_id}`,
      reading,
      ["default", ...alternatives.map((a) => a.reading)],
    );
  }
  return overlay(claim, row) as unknown as Reading;
}

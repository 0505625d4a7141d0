import type { Measure } from "../quantity/claim.ts";

/**
 * What measures are called: their labels, and their ids where they have none.
 *
 * @example
 * ```ts
 * import { measureNames } from "./measure_names.ts";
 * import assert from "node:assert/strict";
 *
 * const name = measureNames([{ measure: "cases-407", label: "Absences" }]);
 * assert.equal(name("cases-407"), "Absences");
 * assert.equal(name("other"), "other");
 * ```
 */
export function measureNames(
  measures: readonly Measure[],
): (measure: string) => string {
  const labels = new Map(measures.map((row) => [row.measure, row.label]));
  return (measure) => labels.get(measure) || measure;
}

import { wordsOf } from "../words.ts";
import type { Tables } from "../tables.ts";

/** The word of a noun that says what it is: "trips" of "ferry trips". */
function headOf(noun: string): string {
  const words = noun.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.at(-1) ?? "";
}

/**
 * The measure that a noun names, where one measure alone has it as its last
 * word, in its id, its label or its unit; else empty, and a person chooses.
 *
 * @example
 * ```ts
 * import { likelyMeasure } from "./likely_measure.ts";
 * import { emptyTables, tableOf } from "../tables.ts";
 * import assert from "node:assert/strict";
 *
 * const measures = tableOf("measures", [
 *   { measure: "ferry-trips", label: "Ferry trips" },
 *   { measure: "boats", label: "Boats lost" },
 * ]);
 * const tables = { ...emptyTables(), measures };
 * assert.equal(likelyMeasure(tables, "trips"), "ferry-trips");
 * assert.equal(likelyMeasure(tables, "people"), "");
 * ```
 */
export function likelyMeasure(tables: Tables, noun: string): string {
  const head = headOf(noun);
  if (head === "") return "";
  const known = wordsOf(tables, "claims", "measure")?.words ?? [];
  const found = known.filter(({ value, label }) =>
    [value, label ?? ""].some((name) => headOf(name) === head)
  );
  return found.length === 1 ? found[0]!.value : "";
}

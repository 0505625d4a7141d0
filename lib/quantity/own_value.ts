/**
 * What a record holds under a key of its own. Ids come from data: one called
 * `constructor` must not find what every object inherits.
 *
 * @example
 * ```ts
 * import { ownValue } from "./own_value.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(ownValue({ cases: "Cases" }, "cases"), "Cases");
 * assert.equal(ownValue({ cases: "Cases" }, "constructor"), undefined);
 * ```
 */
export function ownValue<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

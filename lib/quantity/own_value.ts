/**
 * What an object holds of its own under a key; `undefined` where it holds
 * nothing. Ids come from anybody: one may be called `constructor` or
 * `__proto__`, which every object answers to, in a browser at least.
 *
 * @example
 * ```ts
 * import { ownValue } from "./own_value.ts";
 * import assert from "node:assert/strict";
 *
 * const names = { cases: "Cases" };
 * assert.equal(ownValue(names, "cases"), "Cases");
 * assert.equal(ownValue(names, "constructor"), undefined);
 * ```
 */
export function ownValue<T>(
  object: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

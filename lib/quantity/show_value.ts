/** Longest text shown in a message: a cell may hold a megabyte. */
const LONGEST = 100;

/**
 * A value of any type as a message names it: text in quotes, a number as it
 * prints, everything else by what it is.
 *
 * @example
 * ```ts
 * import { showValue } from "./show_value.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(showValue("reports"), "'reports'");
 * assert.equal(showValue(1.5), "1.5");
 * assert.equal(showValue(["a"]), "a list");
 * assert.equal(showValue(Promise.resolve()), "a Promise");
 * ```
 */
export function showValue(value: unknown): string {
  if (typeof value === "string") {
    return value.length <= LONGEST
      ? `'${value}'`
      : `'${value.slice(0, LONGEST - 1).toWellFormed()}…'`;
  }
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return tag === "Object" ? "an object" : `a ${tag}`;
}

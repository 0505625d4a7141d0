/**
 * Whether a date is later than another, as far as both are told: of a month
 * nobody knows the day, so that a date and a month are compared by month.
 *
 * @example
 * ```ts
 * import { isAfter } from "./is_after.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isAfter("2025-11-02", "2025-11-01"));
 * assert.ok(!isAfter("2025-11-02", "2025-11"));
 * ```
 */
export function isAfter(date: string, other: string): boolean {
  const places = Math.min(date.length, other.length);
  return date.slice(0, places) > other.slice(0, places);
}

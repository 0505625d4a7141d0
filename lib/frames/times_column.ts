import { countColumn, textColumn } from "./columns.ts";
import type { Series } from "./polars.ts";
import type { Times } from "../reconcile/result.ts";

/**
 * How many times the rows of proofs are taken, as a column: whole numbers, or
 * text where some pass 2^53, which a number in JavaScript would round.
 */
export function timesColumn(times: readonly Times[]): Series {
  const numbers = times.filter((n) => typeof n === "number");
  return numbers.length === times.length
    ? countColumn("times", numbers)
    : textColumn("times", times.map(String));
}

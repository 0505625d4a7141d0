import pl, { type DataFrame } from "nodejs-polars";
import { firstDay, lastDay } from "../quantity/date.ts";
import { dateColumn, numberColumn, textColumn } from "./columns.ts";
import type { Account, Sum } from "./sums.ts";

function describe({ plus, minus }: Account): string {
  return [plus.join(" + "), ...minus].join(" − ");
}

/**
 * Sums as a frame, a row each: how the two accounts of a count come about, what
 * each states, the difference, and whether they agree.
 *
 * @example
 * ```ts
 * import { findSums } from "./sums.ts";
 * import { sumFrame } from "./sum_frame.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const sums = findSums([
 *   { ...total, claim_id: "a", stated: "5", start: "2024-01", end: "2024-01" },
 *   { ...total, claim_id: "b", stated: "6", start: "2024-01", end: "2024-01" },
 * ]);
 * assert.deepEqual(sumFrame(sums).getColumn("difference").toArray(), [-1]);
 * ```
 */
export function sumFrame(sums: readonly Sum[]): DataFrame {
  return pl.DataFrame([
    textColumn("measure", sums.map((sum) => sum.measure)),
    dateColumn("start", sums.map((sum) => firstDay(sum.start))),
    dateColumn("end", sums.map((sum) => lastDay(sum.end))),
    textColumn("kind", sums.map((sum) => sum.kind)),
    textColumn("stated", sums.map((sum) => describe(sum.whole))),
    numberColumn("stated_count", sums.map((sum) => sum.whole.stated)),
    textColumn("against", sums.map((sum) => describe(sum.sum))),
    numberColumn("against_count", sums.map((sum) => sum.sum.stated)),
    numberColumn("difference", sums.map((sum) => sum.difference)),
    pl.Series("holds", sums.map((sum) => sum.holds), pl.Bool),
  ]);
}

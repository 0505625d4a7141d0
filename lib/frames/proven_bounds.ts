import { dateColumn, numberColumn, textColumn } from "./columns.ts";
import { type DataFrame, polars } from "./polars.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import type { Bounds } from "../reconcile/reconciliation.ts";
import type { BoundsJson } from "../reconcile/result.ts";
import { restsOn } from "../analysis/rests_on.ts";

/** What proves bounds: a reconciliation, or a part of one. */
export interface BoundsProver {
  /** The bounds of a measure over a period, with their proofs. */
  bounds(measure: string, start: string, end: string): Bounds;
}

/** Ids as a cell; none where no claim is needed. */
function cell(ids: readonly string[]): string | null {
  return ids.length > 0 ? ids.join(", ") : null;
}

/**
 * Bounds as a frame, a row each, with the claims that prove each side: so that
 * a reader can follow a number to those who said what it rests on. `high` is
 * null where it is open, `low_from` and `high_from` where no claim is needed.
 *
 * @example
 * ```ts
 * import { provenBounds } from "./proven_bounds.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", start: "2024-01" } as const;
 * using result = await reconcile({ claims: [
 *   { ...total, claim_id: "quarter", stated: "65", end: "2024-03" },
 *   { ...total, claim_id: "january", stated: "20", hedge: "exact", end: "2024-01" },
 * ] });
 * const frame = provenBounds(result, result.monthly());
 * assert.deepEqual(frame.getColumn("high").toArray(), [20, 45, 45]);
 * assert.equal(frame.getColumn("high_from").get(1), "january, quarter");
 * ```
 */
export function provenBounds(
  result: BoundsProver,
  bounds: readonly BoundsJson[],
): DataFrame {
  const proven = bounds.map((row) => ({
    row,
    proof: result.bounds(row.measure, row.start, row.end),
  }));
  return polars().DataFrame([
    textColumn("measure", proven.map(({ row }) => row.measure)),
    dateColumn("start", proven.map(({ row }) => firstDay(row.start))),
    dateColumn("end", proven.map(({ row }) => lastDay(row.end))),
    numberColumn("low", proven.map(({ proof }) => proof.low)),
    numberColumn("high", proven.map(({ proof }) => proof.high)),
    textColumn(
      "low_from",
      proven.map(({ proof }) => cell(restsOn(proof, "low"))),
    ),
    textColumn(
      "high_from",
      proven.map(({ proof }) => cell(restsOn(proof, "high"))),
    ),
  ]);
}

import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import type { SweepConflict } from "./width_sweep.ts";
import { claimTitle, publisher } from "./claim_title.ts";
import type { SweepRow } from "./sweep_row.ts";

/** "Izvestia over 107,000 + at least 2×, Kyiv Post 19,922". */
function nameClaims(rows: readonly ClaimInterval[]): string {
  return [...Map.groupBy(rows, publisher)].map(([name, own]) =>
    `${name} ${own.map((row) => phraseNumber(row.claim)).join(" + ")}`
  ).join(", ");
}

/**
 * Rows of a width sweep's chart: each conflict named by its claims, in the order
 * given. Conflicts that read the same, since a number stands in two places, and
 * that last equally long share a row.
 *
 * @example
 * ```ts
 * import { sweepRows } from "./sweep_rows.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(sweepRows([], []), []);
 * ```
 */
export function sweepRows(
  conflicts: readonly SweepConflict[],
  from: Claims,
): SweepRow[] {
  const rows = new Map(
    claimIntervals(from).map((row) => [row.claim.claim_id, row]),
  );
  const named = conflicts.map(({ claims, from, until }) => {
    const own = claims.flatMap((id) => rows.get(id) ?? []);
    return {
      name: own.length > 0 ? nameClaims(own) : claims.join(", "),
      title: own.length > 0
        ? own.map(claimTitle).join("\n\n")
        : claims.join("\n"),
      from,
      until,
    };
  });
  // Widths that are closed in differ in their last digits.
  const rounded = (width: number | null) => width?.toFixed(6) ?? "";
  const groups = Map.groupBy(
    named,
    ({ name, from, until }) => `${name} ${rounded(from)} ${rounded(until)}`,
  );
  return [...groups.values()].map((own) => {
    const { name, from, until } = own[0]!;
    return {
      label: own.length > 1 ? `${name} (${own.length} conflicts)` : name,
      title: own.map(({ title }) => title).join("\n\nor\n\n"),
      from,
      until,
    };
  });
}

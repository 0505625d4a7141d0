import type { Claim, Source } from "../quantity/claim.ts";
import { type Period, period } from "../quantity/period.ts";
import type { Item } from "./model/item.ts";
import type { Prepared } from "./model/prepare.ts";
import { resolveReading } from "./model/resolve_reading.ts";
import { numberOf } from "./numbers.ts";

/**
 * A claim as a reconciliation takes it: in the reading and at the width chosen.
 */
export interface ClaimAsRead {
  /** The claim, with the cells that its reading changes. */
  readonly claim: Claim;
  /** Id of the reading. */
  readonly reading: string;
  /** The document it stands in, where the input names it. */
  readonly source: Source | undefined;
  /** The period; `null` for `none` claims without one. */
  readonly period: Period | null;
  /** Low of its interval, in its own unit; `null` for `none`. */
  readonly low: number | null;
  /** High; `null` is open, or `none`. */
  readonly high: number | null;
}

/**
 * The claims that a result speaks of, in file order: the modelled ones, and
 * those that are recorded alone. Echoes left out are left out.
 */
export function asRead(
  { claims, readings, readingOf, sources }: Prepared,
  items: readonly Item[],
): ClaimAsRead[] {
  const modelled = new Map(items.map((item) => [item.claim.claim_id, item]));
  return claims.flatMap((claim): ClaimAsRead[] => {
    const id = claim.claim_id;
    const reading = readingOf(id);
    const cells = resolveReading(claim, reading, readings.get(id) ?? []);
    const item = modelled.get(id);
    if (cells.kind !== "none" && !item) return [];
    const { start, end } = cells;
    return [{
      claim: { ...claim, ...cells },
      reading,
      source: claim.source_id ? sources.get(claim.source_id) : undefined,
      // A level is of one day, however that is told.
      period: item && !item.span
        ? { start: item.count.start, end: item.count.end }
        : start && end
        ? period(start, end)
        : null,
      low: item ? numberOf(item.stated.low) : null,
      high: item ? numberOf(item.stated.high) : null,
    }];
  });
}

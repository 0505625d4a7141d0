import type { Claim } from "../../quantity/claim.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { Period } from "../../quantity/period.ts";
import { compare, type Rational } from "../../quantity/rational.ts";

/** A total with its number and its interval. */
export interface Total extends Period {
  readonly claim: Claim;
  readonly stated: Rational;
  readonly range: Interval;
}

/** A sum of totals that covers a period, before its numbers are rounded. */
export interface PartialSum extends Period {
  readonly plus: readonly Total[];
  readonly minus: readonly Total[];
}

/** A period as a key. */
export const byPeriod = (p: Period): string => `${p.start} ${p.end}`;

/** Whether the total is given to the unit. */
export function isExact({ range: { low, high } }: Total): boolean {
  return high !== null && low !== null && compare(low, high) === 0;
}

/** Whether another source disputes the total. */
export function isContested({ claim }: Total): boolean {
  return claim.status === "contested";
}

/** Whether the total is exact and undisputed. */
export function isKnown(total: Total | undefined): boolean {
  return total !== undefined && isExact(total) && !isContested(total);
}

/** One total as a piece. */
export const single = (total: Total): PartialSum => ({
  start: total.start,
  end: total.end,
  plus: [total],
  minus: [],
});

/** Pieces joined over a period. */
export function together(
  pieces: readonly PartialSum[],
  over: Period,
): PartialSum {
  return {
    start: over.start,
    end: over.end,
    plus: pieces.flatMap((piece) => piece.plus),
    minus: pieces.flatMap((piece) => piece.minus),
  };
}

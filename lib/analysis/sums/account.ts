import { formatDay } from "../../quantity/date.ts";
import type { Interval } from "../../quantity/interval.ts";
import {
  add,
  compare,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from "../../quantity/rational.ts";
import type { PartialSum, Total } from "./piece.ts";

/**
 * How two accounts of one count come about. `again`: stated twice. `periods`:
 * stated, and as a sum of shorter periods. `parts`: stated, and as a sum of
 * full parts. `parts and periods`: never stated, but as a sum of full parts and
 * as one of shorter periods. `differences`: not stated to the unit, but as
 * two differences, each of two totals that end together.
 */
export type SumKind =
  | "again"
  | "periods"
  | "parts"
  | "parts and periods"
  | "differences";

/** One account of a count: claims added up, less claims taken off. */
export interface Account {
  /** Ids of the claims that are added. */
  readonly plus: readonly string[];
  /** Ids of the claims that are taken off. */
  readonly minus: readonly string[];
  /** The sum of the stated numbers; of the lower ones where a range is stated. */
  readonly stated: number;
  /** The least that the numbers and their hedges allow. */
  readonly low: number;
  /** The most that they allow; `null` is open. */
  readonly high: number | null;
}

/** Two accounts of one count, and whether they agree. */
export interface Sum {
  /** How the two come about. */
  readonly kind: SumKind;
  /** What is counted. */
  readonly measure: string;
  /** First day of the count, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day of the count, `YYYY-MM-DD`. */
  readonly end: string;
  /** The count as stated, where it is. */
  readonly whole: Account;
  /** The count put together from others. */
  readonly sum: Account;
  /** The stated number of `sum` less that of `whole`. */
  readonly difference: number;
  /** Whether some number is allowed by both. */
  readonly holds: boolean;
}

function account({ plus, minus }: PartialSum): {
  exact: Interval & { stated: Rational };
  rounded: Account;
} {
  let [stated, low, high]: [Rational, Rational, Rational | null] = [
    ZERO,
    ZERO,
    ZERO,
  ];
  for (const total of plus) {
    stated = add(stated, total.stated);
    low = add(low, total.range.low ?? ZERO);
    high = high && total.range.high && add(high, total.range.high);
  }
  for (const total of minus) {
    stated = subtract(stated, total.stated);
    low = total.range.high ? subtract(low, total.range.high) : ZERO;
    high = high && subtract(high, total.range.low ?? ZERO);
  }
  if (compare(low, ZERO) < 0) low = ZERO;
  const ids = (totals: readonly Total[]) => totals.map((t) => t.claim.claim_id);
  return {
    exact: { stated, low, high },
    rounded: {
      plus: ids(plus),
      minus: ids(minus),
      stated: toNumber(stated),
      low: toNumber(low),
      high: high && toNumber(high),
    },
  };
}

/** Holds two accounts of one count against each other. */
export function compareAccounts(
  kind: SumKind,
  measure: string,
  left: PartialSum,
  right: PartialSum,
): Sum {
  const [whole, sum] = [account(left), account(right)];
  const below = (a: Interval, b: Interval) =>
    b.high === null || compare(a.low ?? ZERO, b.high) <= 0;
  return {
    kind,
    measure,
    start: formatDay(left.start),
    end: formatDay(left.end),
    whole: whole.rounded,
    sum: sum.rounded,
    difference: toNumber(subtract(sum.exact.stated, whole.exact.stated)),
    holds: below(whole.exact, sum.exact) && below(sum.exact, whole.exact),
  };
}

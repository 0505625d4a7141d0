import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { formatDay } from "../quantity/date.ts";
import { meets } from "../quantity/meets.ts";
import { ownValue } from "../quantity/own_value.ts";
import { wholeMonths } from "../quantity/period.ts";
import {
  divide,
  type Rational,
  rational,
  subtract,
  toNumber,
} from "../quantity/rational.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { type Registers, takesRegisters } from "./takes_registers.ts";

/** A claim beside what a register says about the same period. */
export interface BesideRecord {
  /** The claim and its interval. */
  readonly row: ClaimInterval;
  /** The register's measure it is set beside. */
  readonly register: string;
  /** What that is called. */
  readonly name: string;
  /** The least that the register's figures imply, in the claim's own unit. */
  readonly low: number;
  /** The most; `null` is open. */
  readonly high: number | null;
  /** The register's low less the stated number, the higher one of a range. */
  readonly differenceLow: number;
  /** Its high less the stated number, the lower one of a range; `null` is open. */
  readonly differenceHigh: number | null;
  /** How wide the words leave the claim: its high less its low. */
  readonly hedgeWidth: number | null;
  /** Whether some number is allowed by both. */
  readonly meets: boolean;
}

/**
 * Sets claims beside the record: for every total and rate whose measure is
 * given registers, what the figures of each register imply for the claim's own
 * period. Sums are the engine's: a count that no page states is found where
 * others add up to it. A register that sets one limit alone stands here too: it
 * may be the one that the claim does not meet. One that sets none is left out.
 *
 * @param claims The claims to set beside.
 * @param record A reconciliation of the record's figures alone.
 * @param registers For a claim's measure, the registers' measures that count
 * the same thing: an analyst's choice, never made silently.
 *
 * @example
 * ```ts
 * import { besideRecord } from "./beside_record.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const official = data.claims.filter((claim) =>
 *   claim.collection === "record" && claim.status === "official"
 * );
 * using record = await reconcile({ ...data, claims: official });
 * const [half] = besideRecord(
 *   claimIntervals(data).filter(({ claim }) =>
 *     claim.claim_id === "izvestia-107k-h1"
 *   ),
 *   record,
 *   { proceedings: ["table"] },
 * );
 * assert.equal(half?.low, 107_672);
 * assert.equal(half?.meets, true);
 * ```
 */
export function besideRecord(
  claims: Claims,
  record: Reconciliation,
  registers: Registers,
): BesideRecord[] {
  takesRegisters(registers, "registers");
  const known = new Set(record.measures);
  return claimIntervals(claims).flatMap((row) => {
    const { claim, period, low, high } = row;
    const months = claim.kind === "rate" && period ? wholeMonths(period) : 1;
    const modelled = claim.kind === "total" ||
      claim.kind === "rate" && (claim.per || "month") === "month";
    if (!modelled || !period || !months || low === null || !claim.stated) {
      return [];
    }
    const first = parseDecimal(claim.stated).value;
    const last = claim.stated_high
      ? parseDecimal(claim.stated_high).value
      : first;
    return (ownValue(registers, claim.measure) ?? [])
      .filter((register) => known.has(register))
      .flatMap((register): BesideRecord[] => {
        const bounds = record.bounds(
          register,
          formatDay(period.start),
          formatDay(period.end),
        );
        const { exactLow, exactHigh } = bounds;
        if (exactHigh === null && exactLow.n === 0n) return [];
        const mean = (count: Rational) => divide(count, rational(months));
        const least = mean(exactLow);
        const most = exactHigh && mean(exactHigh);
        const recordLow = toNumber(least);
        const recordHigh = most && toNumber(most);
        return [{
          row,
          register,
          name: record.nameOf(register),
          low: recordLow,
          high: recordHigh,
          differenceLow: toNumber(subtract(least, last)),
          differenceHigh: most && toNumber(subtract(most, first)),
          hedgeWidth: high === null ? null : high - low,
          meets: meets({ low, high }, { low: recordLow, high: recordHigh }),
        }];
      });
  });
}

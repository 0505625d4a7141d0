import type { ClaimInterval } from "../dataset/intervals.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { phraseNumber } from "../quantity/phrase.ts";

/** A claim in words, for a sentence or a row of a table. */
export interface ClaimWords {
  /** Its id. */
  readonly claim_id: string;
  /** Who published it: the publisher, else the source's id. */
  readonly publisher: string;
  /** The number with its hedge: "about 60,000". */
  readonly says: string;
  /** The period, short: "Jan–Oct 2024"; empty where none is stated. */
  readonly period: string;
  /** Who says what, of when: "Kyiv Post says 60,000 (id) for January 2024". */
  readonly sentence: string;
}

/**
 * What a claim says, in the words that sentences and tables give it.
 *
 * @param of What is counted, where the sentence should say it.
 *
 * @example
 * ```ts
 * import { claimWords } from "./claim_words.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const [row] = claimIntervals(data.only({ claims: ["wtat-21600-october"] }));
 * assert.deepEqual(claimWords(row!), {
 *   claim_id: "wtat-21600-october",
 *   publisher: "WTAT News",
 *   says: "21,600",
 *   period: "Oct 2025",
 *   sentence: "WTAT News says 21,600 (wtat-21600-october) for October 2025",
 * });
 * ```
 */
export function claimWords(row: ClaimInterval, of?: string): ClaimWords {
  const { claim, source, period } = row;
  const publisher = source?.publisher ?? claim.source_id ?? "no source";
  const says = phraseNumber(claim);
  const named = of ? `${of}, ${claim.claim_id}` : claim.claim_id;
  return {
    claim_id: claim.claim_id,
    publisher,
    says,
    period: period ? describePeriod(period, { short: true }) : "",
    sentence: `${publisher} says ${says} (${named})${
      period ? ` for ${describePeriod(period)}` : ""
    }`,
  };
}

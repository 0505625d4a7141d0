import type { ClaimInterval } from "../../dataset/intervals.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { formatNumber } from "../../quantity/phrase.ts";

/** From and to as one reads them. */
function range({ low, high, claim }: ClaimInterval): string {
  const number = (value: number) =>
    claim.kind === "share"
      ? `${formatNumber(value * 100)} %`
      : formatNumber(value);
  if (low !== null && high !== null) {
    return low === high
      ? `exactly ${number(low)}`
      : `${number(low)} to ${number(high)}`;
  }
  if (low !== null) return `at least ${number(low)}`;
  return high !== null ? `at most ${number(high)}` : "";
}

/**
 * What a claim is read as, in words.
 *
 * @param name How measures are called.
 *
 * @example
 * ```ts
 * import { readWords } from "./read_words.ts";
 * import { claimIntervals } from "../../dataset/intervals.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const row = claimIntervals(data).find(({ claim }) =>
 *   claim.claim_id === "kyivpost-19922-desertion"
 * )!;
 * assert.equal(
 *   readWords(row, () => "desertion"),
 *   "Read as exactly 19,922 of desertion, January to October 2024.",
 * );
 * ```
 */
export function readWords(
  row: ClaimInterval,
  name: (measure: string) => string,
): string {
  const { claim, period } = row;
  const { kind, measure, of_measure: other } = claim;
  if (kind === "none") return "Recorded, not modelled.";
  const what = name(measure);
  const per = claim.per ?? "month";
  const when = period && describePeriod(period);
  const counted = {
    total: `of ${what}`,
    rate: `of ${what} ${
      claim.spread === "each" ? `in each ${per}` : `a ${per} on average`
    }`,
    level: `of ${what}`,
    difference: `more of ${what} than ${
      other && other !== measure ? `of ${name(other)}` : "in the other period"
    }`,
    ratio: `times as many of ${what} as ${other ? `of ${name(other)}` : ""}`,
    share: `of ${other ? name(other) : "the other count"} are ${what}`,
    highest: `the most of ${what} of all like ${per}s`,
    lowest: `the least of ${what} of all like ${per}s`,
  }[kind];
  const words = [range(row), counted].filter(Boolean).join(" ");
  const day = kind === "level" ? "at the end of " : "";
  return `Read as ${words}${when ? `, ${day}${when}` : ""}.`;
}

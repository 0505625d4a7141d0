import type { ClaimInterval } from "../dataset/intervals.ts";
import type { Status } from "../quantity/claim.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { claimTitle, countName, publisher } from "../analysis/claim_title.ts";

/** A claim as a chart names it. */
export interface ChartClaim {
  /** Its id. */
  readonly claim: string;
  /** Who says what, in a few words. */
  readonly label: string;
  /** Wording and source: what its marks show when they are pointed at. */
  readonly title: string;
  /** How well its origin is known. */
  readonly status: Status | null;
}

/**
 * A claim as charts name it: "Izvestia: nearly 231,000 · 24 Feb 2022–30 Jun 2025".
 *
 * @example
 * ```ts
 * import { chartClaim } from "./chart_claim.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const row = claimIntervals(data).find(({ claim }) =>
 *   claim.claim_id === "wtat-21600-october"
 * )!;
 * assert.equal(chartClaim(row).label, "WTAT News: 21,600 · Oct 2025");
 * ```
 */
export function chartClaim(row: ClaimInterval): ChartClaim {
  return namedClaim(row, (measure) => measure);
}

/** The same with measures called by their names. */
export function namedClaim(
  row: ClaimInterval,
  name: (measure: string) => string,
): ChartClaim {
  const { claim, period } = row;
  const said = `${publisher(row)}: ${phraseNumber(claim)}`;
  const over = period ? describePeriod(period, { short: true }) : "";
  // What a ratio compares says more than when.
  const about = claim.of_measure ? countName(row, name) : over;
  return {
    claim: claim.claim_id,
    label: about ? `${said} · ${about}` : said,
    title: claimTitle(row),
    status: claim.status ?? null,
  };
}

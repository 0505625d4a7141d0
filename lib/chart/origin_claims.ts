import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { lastDayOrYear } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { ownValue } from "../quantity/own_value.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { takesRecord, takesText } from "../quantity/takes.ts";
import { claimTitle, countName, publisher } from "../analysis/claim_title.ts";
import type { FlowClaim } from "./flow_claim.ts";
import { labelsOf } from "./labels_of.ts";

/**
 * The modelled claims of a dataset with their origins and outlets, in the order
 * of publication; those of undated sources follow. `names` are names of origins
 * for readers, by id; an origin without one keeps its id.
 *
 * @example
 * ```ts
 * import { originClaims } from "./origin_claims.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const names = { "ft-2024-12-01": "Financial Times, 1 December 2024" };
 * const claims = originClaims(data, names);
 * assert.ok(claims.some((claim) => claim.origin?.startsWith("Financial")));
 * ```
 */
export function originClaims(
  from: Claims,
  names: Readonly<Record<string, string>> = {},
): FlowClaim[] {
  const name = labelsOf(from);
  takesRecord(takesText, "names by origin")(names, "names");
  const published = ({ source }: ClaimInterval) =>
    source?.published
      ? lastDayOrYear(source.published)
      : Number.MAX_SAFE_INTEGER;
  return claimIntervals(from).filter(({ claim }) => claim.kind !== "none")
    .toSorted((a, b) => published(a) - published(b))
    .map((row) => {
      const { origin, status } = row.claim;
      const period = row.period
        ? `${describePeriod(row.period, { short: true })} · `
        : "";
      return {
        origin: origin ? ownValue(names, origin) ?? origin : null,
        outlet: publisher(row),
        status,
        label: `${phraseNumber(row.claim)} · ${period}${countName(row, name)}`,
        title: `${claimTitle(row)}\norigin: ${origin ?? "none named"}`,
      };
    });
}

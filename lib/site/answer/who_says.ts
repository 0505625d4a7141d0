import { publisher } from "../../analysis/claim_title.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { phraseNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "../claims/anchor.ts";
import type { Entry } from "../claims/entry.ts";

/**
 * Who published a claim and whom it cites: "Izvestia, citing Artem Dmytruk", "WTAT
 * News, citing nobody".
 */
function whoSays(entry: Entry): string {
  const by = publisher(entry);
  const { speaker } = entry.claim;
  if (!speaker) return `${by}, citing nobody`;
  return speaker === by ? by : `${by}, citing ${speaker}`;
}

/** What is counted, by its label. */
function counted({ claim, measure, ofMeasure }: Entry): string {
  const label = measure?.label ?? claim.measure;
  if (!claim.of_measure || claim.of_measure === claim.measure) return label;
  return `${label} against ${ofMeasure?.label ?? claim.of_measure}`;
}

/**
 * A claim as a clause: who says it, the number with its hedge as a link to the
 * claim, what it counts and of when.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "../claims/entry.ts";
 * import { clauseOf } from "./who_says.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const entry = reports!.entries.find(({ claim }) =>
 *   claim.claim_id === "izvestia-500k"
 * );
 * assert.match(`${clauseOf(entry!)}`, /^<bdi>Izvestia, citing Artem Dmytruk<\/bdi>/);
 * ```
 */
export function clauseOf(entry: Entry): Html {
  const { claim, period } = entry;
  return safe`<bdi>${whoSays(entry)}</bdi>, has <a href="${
    claimHref(claim.claim_id)
  }">${phraseNumber(claim)}</a> (<bdi>${counted(entry)}</bdi>${
    period && `, ${describePeriod(period)}`
  })`;
}

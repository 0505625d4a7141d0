import { ownValue } from "../../quantity/own_value.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { type Html, safe } from "../../text/html.ts";
import type { Entry, EntryGroup } from "../claims/entry.ts";
import { mayGive } from "../claims/findings.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { counts, numberLink, whoSays } from "../claims/who_says.ts";

/** How many measures are told, and how many numbers of each. */
const MEASURES = 3;
const NUMBERS = 5;

/** How a number's standing is told, where it is another than reported. */
const STANDING: Readonly<Record<string, string>> = {
  official: "a register’s own figure",
  unverified: "where it comes from is not told",
  contested: "disputed by another source",
};

/** One number, of when and by whose word. */
function told(entry: Entry): Html {
  const { claim, period } = entry;
  const standing = ownValue(STANDING, claim.status ?? "");
  return safe`<li>${numberLink(entry)}${
    period && safe`, ${describePeriod(period)}`
  }: <bdi>${whoSays(entry)}</bdi>${
    standing && safe` <span class="soft">(${standing})</span>`
  }</li>`;
}

/**
 * How many there are and by whose word, of what the claims contradict each other
 * about: what may give first. Nothing where nothing is in dispute.
 *
 * @example
 * ```ts
 * import { entryGroups } from "../claims/entry.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { whoseWord } from "./whose_word.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.equal(whoseWord(reports!), null);
 * ```
 */
export function whoseWord({ entries, findings }: EntryGroup): Html | null {
  const { found } = findings;
  const giving = mayGive(findings);
  const times = new Map<string, number>();
  for (const id of found.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  const weight = new Map<string, number>();
  for (const { claim } of entries) {
    const own = giving.has(claim.claim_id) ? times.get(claim.claim_id) ?? 1 : 0;
    weight.set(claim.measure, (weight.get(claim.measure) ?? 0) + own);
  }
  const measures = [...weight].filter(([, own]) => own > 0)
    .sort(([, a], [, b]) => b - a).slice(0, MEASURES).map(([id]) => id);
  const parts = measures.flatMap((measure): Html[] => {
    const own = entries.filter((entry) =>
      entry.claim.measure === measure && counts(entry)
    ).sort((a, b) => b.inConflicts - a.inConflicts);
    if (own.length < 2) return [];
    const rest = own.length - NUMBERS;
    const label = own[0]!.measure?.label ?? measure;
    return [
      safe`<p><bdi>${label}</bdi>:</p><ul>${own.slice(0, NUMBERS).map(told)}${
        rest > 0 && safe`<li>and ${formatNumber(rest)} more numbers</li>`
      }</ul>`,
    ];
  });
  return parts.length === 0 ? null : safe`${parts}`;
}

import { describePeriod } from "../../quantity/describe_period.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "../claims/anchor.ts";
import type { Entry } from "../claims/entry.ts";
import { sourceWords } from "../claims/entry_html.ts";
import { webAddress } from "../claims/link.ts";
import { countOf } from "../claims/count_words.ts";
import { numberLink } from "../claims/who_says.ts";

/** How many claims are told. */
const MOST = 24;

/** A paragraph in words: "paragraph 12" for `p12`. */
function placeWords(locator: string): string {
  const [, n] = /^p(\d+)$/.exec(locator) ?? [];
  return n ? `paragraph ${n}` : locator;
}

function row(entry: Entry): Html {
  const { claim, source, period } = entry;
  const href = source?.url ? webAddress(source.url) : undefined;
  const where = safe`<bdi>${sourceWords(entry)}</bdi>`;
  return safe`<li>${numberLink(entry)}${
    period && safe`, ${describePeriod(period)}`
  }: ${claim.wording && safe`“<q dir="auto">${claim.wording}</q>”, `}${
    href
      ? safe`<a href="${href}" rel="noopener noreferrer">${where}</a>`
      : where
  }${claim.locator && safe`, ${placeWords(claim.locator)}`}</li>`;
}

/**
 * Where the numbers that a text names stand in their sources: the words, who
 * published them when, the paragraph and the address.
 *
 * @param html What names them, by links to their entries.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "../claims/entry.ts";
 * import { clauseOf } from "../claims/who_says.ts";
 * import { whereTheyStand } from "./stands.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const [entry] = reports!.entries.filter(({ claim }) => claim.stated === "19922");
 * const html = `${whereTheyStand(`${clauseOf(entry!)}`, reports!.entries)}`;
 * assert.match(html, /paragraph 2/);
 * ```
 */
export function whereTheyStand(
  html: string,
  entries: readonly Entry[],
): Html | null {
  const named = entries.filter(({ claim }) =>
    html.includes(`"${claimHref(claim.claim_id)}"`)
  );
  if (named.length === 0) return null;
  return safe`<details class="stands"><summary>The words, the paragraph and the address of ${
    countOf(Math.min(named.length, MOST), "number")
  } named here</summary><ul>${named.slice(0, MOST).map(row)}</ul></details>`;
}

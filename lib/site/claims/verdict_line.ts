import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { countOf } from "./count_words.ts";
import type { EntryGroup } from "./entry.ts";
import { isAnswered } from "./findings.ts";

/**
 * Whether the claims of a collection agree, in one line that stays in view on a
 * phone; nothing where that was not worked out.
 *
 * @param who Whose claims, where the page has those of several collections.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import { entryGroups } from "./entry.ts";
 * import { findingsOf } from "./findings.ts";
 * import { verdictLine } from "./verdict_line.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../examples/outbreak", import.meta.url));
 * using result = await reconcile(data);
 * const [group] = entryGroups(data, [findingsOf(null, result)]);
 * assert.match(`${verdictLine(group!)}`, /^<p class="lead"><strong>They do not all agree:/);
 * ```
 */
export function verdictLine(
  { findings }: Pick<EntryGroup, "findings">,
  who?: string,
): Html | null {
  if (!isAnswered(findings)) return null;
  const { consistent, claims, drop } = findings;
  const all = formatNumber(claims.length);
  const rest = formatNumber(claims.length - drop.length);
  const told = consistent
    ? `all ${countOf(claims.length, "claim")} can be true.`
    : `${rest} of ${all} claims can be true together.`;
  const [verdict, alone] = consistent
    ? ["They agree:", "all agree."]
    : ["They do not all agree:", "not all agree."];
  return who === undefined
    ? safe`<p class="lead"><strong>${verdict}</strong> ${told}</p>
`
    : safe`<p class="lead"><bdi>${who}</bdi>: <strong>${alone}</strong> ${
      told[0]!.toUpperCase()
    }${told.slice(1)}</p>
`;
}

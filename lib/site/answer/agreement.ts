import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { mayGiveElse } from "../claims/choice_parts.ts";
import { byId, type EntryGroup } from "../claims/entry.ts";
import { countOf, some } from "../claims/count_words.ts";
import { namer } from "../claims/who_says.ts";

/**
 * Whether the claims agree, and how many can be true together.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import { entryGroups } from "../claims/entry.ts";
 * import { findingsOf } from "../claims/findings.ts";
 * import { agreement } from "./agreement.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../examples/outbreak", import.meta.url));
 * using result = await reconcile(data);
 * const [group] = entryGroups(data, [findingsOf(null, result)]);
 * assert.match(`${agreement(group!)}`, /^<strong>No\./);
 * ```
 */
export function agreement({ findings, entries }: EntryGroup): Html {
  const { consistent, claims, found, drop } = findings;
  const all = `${countOf(claims.length, "claim")} that ${
    claims.length === 1 ? "states" : "state"
  } a number or a comparison`;
  if (consistent) {
    return safe`<strong>Yes.</strong> ${
      claims.length === 1 ? "The one" : "All"
    } ${
      claims.length === 1 ? "claim that states a number or a comparison" : all
    } can be true${claims.length > 1 && " together"}.`;
  }
  const rest = formatNumber(claims.length - drop.length);
  const choice = mayGiveElse(findings.choices) || !findings.dropCertain;
  const together = choice
    ? safe`${rest} can be true together; which ${rest}, is a choice`
    : safe`${rest} can be true together: all but ${
      some(drop.map(namer(byId(entries))))
    }`;
  if (!findings.conflictsComplete) {
    return safe`<strong>No.</strong> Of the ${all}, ${together}.`;
  }
  const alone = claims.length - new Set(found.flat()).size;
  return safe`<strong>No.</strong> ${
    alone === 0 ? "None" : formatNumber(alone)
  } of the ${all} ${
    alone === 1 ? "contradicts" : "contradict"
  } no other, and ${together}.`;
}

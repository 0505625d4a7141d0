import { formatNumber } from "../../quantity/phrase.ts";
import type { EntryGroup } from "./entry.ts";
import { mayGiveElse } from "./choice_parts.ts";
import type { Findings } from "./findings.ts";
import { tellSetAside } from "../../reconcile/proof/tell_set_aside.ts";
import { type Html, safe } from "../../text/html.ts";

const TITLES: Readonly<Record<string, string>> = {
  reports: "The reports",
  record: "The record",
};

function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/**
 * What a collection is called.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { groupTitle } from "./group.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * assert.equal(groupTitle(entryGroups(data, [])[0]!), "The reports");
 * ```
 */
export function groupTitle(
  { collection }: Pick<EntryGroup, "collection">,
): string {
  if (collection === null) return "Claims";
  return Object.hasOwn(TITLES, collection) ? TITLES[collection]! : collection;
}

function foundWords(
  { found, conflictsComplete, conflictsCertain }: Findings,
): Html {
  const conflicts = count(found.length, "conflict");
  if (conflictsComplete) {
    return safe`There ${
      found.length === 1 ? "is" : "are"
    } <a href="conflicts.html">${conflicts}</a> among ${
      count(new Set(found.flat()).size, "claim")
    }.`;
  }
  // How many a search finds that is cut short depends on the machine.
  return conflictsCertain
    ? safe`There are more than <a href="conflicts.html">${conflicts}</a>; so many are listed.`
    : safe`The time ran out before all conflicts were found; <a href="conflicts.html">those found</a> are listed.`;
}

/**
 * Whether the claims of a collection agree, in sentences of computed numbers.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { verdict } from "./group.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.match(`${verdict(reports!)}`, /claims, none of them modelled/);
 * ```
 */
export function verdict(
  { entries, findings }: Pick<EntryGroup, "entries" | "findings">,
): Html {
  if (!findings.settled) {
    return safe`${
      count(entries.length, "claim")
    }. Whether they can all be true could not be worked out in the time that a report takes; that says nothing either way.`;
  }
  const modelled = findings.claims.length;
  const aside = tellSetAside(findings.setAside, entries.length);
  const claims = safe`${count(entries.length, "claim")}, ${
    modelled === 0 ? "none" : formatNumber(modelled)
  } of them modelled.${aside && ` ${aside.text}.`}`;
  if (modelled === 0) return claims;
  const how = findings.selected
    ? [
      "as they are selected and read here",
      "As they are selected and read here",
    ]
    : [
      "in their default readings at width 1",
      "In their default readings at width 1",
    ];
  if (findings.consistent) {
    return safe`${claims} Taken together, ${how[0]}, they can all be true.`;
  }
  const drop = count(findings.drop.length, "claim");
  const least = !findings.dropCertain
    ? "though something of less weight may do as well: the time ran out"
    : mayGiveElse(findings.choices)
    ? `and nothing of less weight does; other sets of claims ${
      findings.choices.some(({ options }) => options.length > 1) ? "" : "may "
    }weigh as little`
    : "and nothing of less weight does";
  const found = foundWords(findings);
  return safe`${claims} ${
    how[1]
  } they cannot all be true. ${found} Leaving out ${drop} makes the rest agree, ${least}.`;
}

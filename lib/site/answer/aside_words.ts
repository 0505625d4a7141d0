import { SET_ASIDE } from "../../reconcile/proof/tell_set_aside.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { byId, type EntryGroup } from "../claims/entry.ts";
import { groupTitle } from "../claims/group.ts";
import { claimLink } from "../claims/claim_link.ts";
import { listed } from "../claims/entry_html.ts";
import { countOf, some } from "../claims/count_words.ts";
import { briefly } from "../claims/who_says.ts";

/** How many are told with what replaced them. */
const TOLD = 3;

/** Claims that were replaced, the first with what replaced them and why. */
function replaced(
  { findings: { setAside }, entries }: EntryGroup,
  many: boolean,
): Html {
  if (setAside.length === 0) {
    return safe`${
      many ? "no" : "No"
    } claim was replaced by a later or a corrected one`;
  }
  const of = byId(entries);
  const name = (id: string) => {
    const entry = of.get(id);
    return entry ? briefly(entry) : claimLink(id);
  };
  const told = setAside.slice(0, TOLD).map(({ claim, by, why }) =>
    safe`${name(claim)} (${SET_ASIDE[why]}${by !== null && safe` ${name(by)}`})`
  );
  const rest = setAside.length - told.length;
  return safe`${formatNumber(setAside.length)} of ${
    countOf(entries.length, "claim")
  } ${
    setAside.length === 1 ? "was" : "were"
  } replaced by later or corrected ones: ${listed(told, "; ")}${
    rest > 0 &&
    safe`; <a href="conflicts.html">and ${formatNumber(rest)} more</a>`
  }`;
}

/** Claims that are recorded without a count, by what they count. */
function unmodelled({ entries }: EntryGroup): Html | null {
  const own = entries.filter(({ claim }) => claim.kind === "none");
  if (own.length === 0) return null;
  const labels = new Set(
    own.map(({ claim, measure }) => measure?.label ?? claim.measure),
  );
  const one = own.length === 1;
  return safe` ${formatNumber(own.length)} of ${
    countOf(entries.length, "claim")
  } ${one ? "states" : "state"} no number to reckon with or ${
    one ? "gives" : "give"
  } context only, and ${one ? "is" : "are"} kept out of the reckoning: ${
    some([...labels].map((label) => safe`<bdi>${label}</bdi>`))
  }.`;
}

/**
 * What was set aside before anything was worked out, and why, of all collections;
 * and what is recorded without being reckoned with.
 *
 * @example
 * ```ts
 * import { entryGroups } from "../claims/entry.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { asideWords } from "./aside_words.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../examples/outbreak", import.meta.url));
 * assert.match(`${asideWords(entryGroups(data, []))}`, /No claim was replaced/);
 * ```
 */
export function asideWords(groups: readonly EntryGroup[]): Html {
  const many = groups.length > 1;
  const told = groups.map((group) => {
    const { echoes } = group.findings;
    return safe`<p>${many && safe`<bdi>${groupTitle(group)}</bdi>: `}${
      replaced(group, many)
    }.${
      echoes.length > 0 &&
      ` ${formatNumber(echoes.length)} that repeat${
        echoes.length === 1 ? "s" : ""
      } another of one origin ${
        echoes.length === 1 ? "is" : "are"
      } left out, as was asked.`
    }${unmodelled(group)}</p>`;
  });
  return safe`${told}`;
}

import { publisher } from "../../analysis/claim_title.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import type { Entry, EntryGroup } from "../claims/entry.ts";
import { listed } from "../claims/entry_html.ts";
import type { Range } from "../claims/range.ts";
import { countOf } from "./count_words.ts";
import { clauseOf } from "./who_says.ts";

/** The one claim that is in every conflict, where all are known. */
function common({ entries, findings }: EntryGroup): Entry | undefined {
  const { found, conflictsComplete } = findings;
  if (!conflictsComplete) return undefined;
  const [first = [], ...others] = found;
  const ids = first.filter((id) => others.every((one) => one.includes(id)));
  return ids.length === 1
    ? entries.find(({ claim }) => claim.claim_id === ids[0])
    : undefined;
}

/** How far one range lies above another; `undefined` where it does not. */
function above(upper: Range | null, lower: Range | null): number | undefined {
  if (!upper || !lower) return undefined;
  const gap = (upper.low ?? -Infinity) - (lower.high ?? Infinity);
  return gap > 0 && gap < Infinity ? gap : undefined;
}

/** By how much the others' number passes a claim's, or falls short of it. */
function gapOf({ interval, implied, claim }: Entry): string | undefined {
  if (claim.kind === "share") return undefined;
  const more = above(implied, interval);
  const gap = more ?? above(interval, implied);
  if (gap === undefined) return undefined;
  const times = claim.kind === "ratio" ? " times" : "";
  return `at least ${formatNumber(gap)}${times} ${
    more === undefined ? "less" : "more"
  }`;
}

/** How far two totals of one measure that contradict each other are apart. */
function apart([a, b, more]: readonly Entry[]): string | undefined {
  if (!a || !b || more || a.claim.measure !== b.claim.measure) return undefined;
  if (a.claim.kind !== "total" || b.claim.kind !== "total") return undefined;
  const gap = above(a.interval, b.interval) ?? above(b.interval, a.interval);
  return gap === undefined ? undefined : formatNumber(gap);
}

/**
 * What cannot all be true: the claims of the first conflict, each as somebody's,
 * by how much they differ, and how many more there are.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import { entryGroups } from "../claims/entry.ts";
 * import { findingsOf } from "../claims/findings.ts";
 * import { contradiction } from "./contradiction.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../examples/outbreak", import.meta.url));
 * using result = await reconcile(data);
 * const [group] = entryGroups(data, [findingsOf(null, result)]);
 * assert.match(`${contradiction(group!)}`, /cannot (both|all) be true/);
 * ```
 */
export function contradiction(group: EntryGroup): Html {
  const { entries, findings, conflicts } = group;
  const [first, ...others] = conflicts;
  if (!first) return safe`No conflict was found in the time.`;
  const of = new Map(entries.map((entry) => [entry.claim.claim_id, entry]));
  const claims = first.claims.flatMap((id) => of.get(id) ?? []);
  const said = claims.map(clauseOf);
  const distance = apart(claims);
  const shared = common(group);
  const gap = shared && gapOf(shared);
  const both = said.length === 2;
  const cannot = safe`${listed(said, "; ")}: these cannot ${
    both ? "both" : "all"
  } be true${
    distance !== undefined && `: they are at least ${distance} apart`
  }.${!both && safe` <bdi>${first.text}</bdi>`}`;
  const byHowMuch = shared && gap !== undefined &&
    safe` The other claims imply ${gap} than <bdi>${
      publisher(shared)
    }</bdi>’s number allows.`;
  const more = others.length === 0
    ? !findings.conflictsComplete && " There are more."
    : safe` There ${
      others.length === 1 && findings.conflictsComplete ? "is" : "are"
    } <a href="conflicts.html">${
      findings.conflictsComplete ? "" : "more than "
    }${countOf(others.length, "further contradiction")}</a>${
      shared && ", and that claim is in each"
    }.`;
  return safe`${cannot}${byHowMuch}${more}`;
}

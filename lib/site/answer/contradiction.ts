import { publisher } from "../../analysis/claim_title.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { byId, type Entry, type EntryGroup } from "../claims/entry.ts";
import { mayGive } from "../claims/findings.ts";
import { listed } from "../claims/entry_html.ts";
import type { Range } from "../claims/range.ts";
import { allOf, countOf } from "../claims/count_words.ts";
import { sumWords } from "../claims/sum_words.ts";
import { clauseOf } from "../claims/who_says.ts";

/** How many contradictions are told. */
const TOLD = 3;

/** How many pairs of publishers are told. */
const PAIRS = 4;

/** How far one range lies above another; `undefined` where it does not. */
function above(upper: Range | null, lower: Range | null): number | undefined {
  if (!upper || !lower) return undefined;
  const gap = (upper.low ?? -Infinity) - (lower.high ?? Infinity);
  return gap > 0 && gap < Infinity ? gap : undefined;
}

/** How far two totals of one measure that contradict each other are apart. */
function apart([a, b, more]: readonly Entry[]): string | undefined {
  if (!a || !b || more || a.claim.measure !== b.claim.measure) return undefined;
  if (a.claim.kind !== "total" || b.claim.kind !== "total") return undefined;
  const gap = above(a.interval, b.interval) ?? above(b.interval, a.interval);
  return gap === undefined ? undefined : formatNumber(gap);
}

/**
 * The contradictions to tell: the shortest first, each with a claim that must or
 * may give and that none before has.
 */
function chosen({ findings, conflicts }: EntryGroup): (readonly string[])[] {
  const { found } = findings;
  const giving = mayGive(findings);
  const told = conflicts.map(({ claims }) => claims);
  const listed = [...found.length > 0 ? found : told]
    .sort((a, b) => a.length - b.length);
  const named = new Set<string>();
  const picked: (readonly string[])[] = [];
  for (const claims of listed) {
    if (picked.length === TOLD) break;
    const fresh = claims.filter((id) => giving.has(id) && !named.has(id));
    if (picked.length > 0 && fresh.length === 0) continue;
    for (const id of claims) named.add(id);
    picked.push(claims);
  }
  return picked;
}

/** One contradiction: who says what, and by how much they differ. */
function contradictionOf(
  ids: readonly string[],
  { conflicts }: EntryGroup,
  of: ReadonlyMap<string, Entry>,
): Html {
  const claims = ids.flatMap((id) => of.get(id) ?? []);
  const distance = apart(claims);
  const said = listed(claims.map(clauseOf), "; ");
  if (distance !== undefined) {
    return safe`${said}: <strong>at least ${distance} apart</strong>.`;
  }
  const own = new Set(ids);
  const told = conflicts.find(({ claims }) =>
    claims.length === own.size && claims.every((id) => own.has(id))
  );
  const line = told?.proof && sumWords(told.proof, of)?.line;
  return safe`${said}${line ? safe`: <span class="sum">${line}</span>.` : "."}${
    !line && told && safe` <span class="soft" dir="auto">${told.text}</span>`
  }`;
}

/** Between whom the contradictions are, those of the most first. */
function betweenWhom(
  { findings: { found } }: EntryGroup,
  of: ReadonlyMap<string, Entry>,
): Html | null {
  const pairs = new Map<string, { who: string[]; times: number }>();
  for (const claims of found) {
    const who = [
      ...new Set(claims.flatMap((id) => {
        const entry = of.get(id);
        return entry ? [publisher(entry)] : [];
      })),
    ].sort();
    const key = JSON.stringify(who);
    const pair = pairs.get(key) ?? { who, times: 0 };
    pair.times++;
    pairs.set(key, pair);
  }
  const sorted = [...pairs.values()].sort((a, b) => b.times - a.times);
  const first = sorted.slice(0, PAIRS);
  const rest = sorted.slice(PAIRS).reduce((sum, { times }) => sum + times, 0);
  return allOf([
    ...first.map(({ who, times }) =>
      safe`${formatNumber(times)} ${
        who.length === 1 ? "within" : who.length === 2 ? "between" : "among"
      } ${allOf(who.map((name) => safe`<bdi>${name}</bdi>`))}`
    ),
    ...(rest > 0 ? [`${formatNumber(rest)} among others`] : []),
  ]);
}

/**
 * What cannot all be true: the shortest contradictions, each as somebody's words
 * with how far they are apart, how many there are, and between whom.
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
  const { entries, findings } = group;
  const of = byId(entries);
  const picked = chosen(group);
  const [first] = picked;
  if (!first) return safe`No conflict was found in the time.`;
  const both = picked.every((claims) => claims.length === 2);
  const n = findings.found.length;
  const all = findings.conflictsComplete
    ? countOf(n, "contradiction")
    : `more than ${countOf(n, "contradiction")}`;
  const one = n === 1 && findings.conflictsComplete;
  const publishers = new Set(entries.map(publisher));
  return safe`These cannot ${both ? "both" : "all"} be true:<ul>${
    picked.map((claims) => safe`<li>${contradictionOf(claims, group, of)}</li>`)
  }</ul><p>There ${
    one ? "is" : "are"
  } <a href="conflicts.html">${all}</a> in all${
    n > 1 && findings.conflictsComplete && publishers.size > 1 &&
    safe`: ${betweenWhom(group, of)}`
  }.</p>`;
}

import { formatNumber } from "../../quantity/phrase.ts";
import type { Entry, EntryGroup } from "./entry.ts";
import { entryHtml, sourceWords } from "./entry_html.ts";
import { groupTitle, verdict } from "./group.ts";
import { type Html, safe } from "../../text/html.ts";

/** A choice of a filter: what is compared, and what the reader sees. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

function choices(
  entries: readonly Entry[],
  choice: (entry: Entry) => Choice | null,
): Choice[] {
  const found = new Map<string, Choice>();
  for (const entry of entries) {
    const own = choice(entry);
    if (own?.value && !found.has(own.value)) found.set(own.value, own);
  }
  return [...found.values()];
}

// A colon, so that no claim's anchor is the same.
function select(name: string, label: string, options: readonly Choice[]) {
  if (options.length < 2) return null;
  return safe`<p><label for="find:${name}">${label}</label><select id="find:${name}" data-filter="${name}"><option value="">All</option>${
    options.map(({ value, label }) =>
      safe`<option value="${value}">${label}</option>`
    )
  }</select></p>\n`;
}

function form(entries: readonly Entry[]): Html {
  const byLabel = (a: Choice, b: Choice) =>
    a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
  const cell = (value: string | null, label = value) => ({
    value: value ?? "",
    label: label ?? "",
  });
  const selects = [
    select(
      "collection",
      "Collection",
      choices(entries, ({ claim }) => cell(claim.collection)),
    ),
    select(
      "status",
      "Status",
      choices(entries, ({ claim }) => cell(claim.status)).sort(byLabel),
    ),
    select(
      "measure",
      "What is counted",
      choices(
        entries,
        ({ claim: { measure: id }, measure }) =>
          cell(id, measure?.label ? `${measure.label} (${id})` : id),
      )
        .sort(byLabel),
    ),
    select(
      "source",
      "Source",
      choices(
        entries,
        (entry) => cell(entry.claim.source_id, sourceWords(entry)),
      ).sort(byLabel),
    ),
  ];
  return safe`<form class="find" id="find:form" role="search" aria-label="Find claims" hidden>
<p class="words"><label for="find:words">Words, numbers, names</label><input type="search" id="find:words" autocomplete="off" spellcheck="false"></p>
${selects}<p class="tick"><label><input type="checkbox" id="find:conflict" data-filter="conflict"> In a conflict</label></p>
<p class="found"><output id="find:found" role="status">${
    formatNumber(entries.length)
  } claims</output> <button type="button" id="find:clear">Show all</button></p>
</form>
<p id="find:none" class="nothing" hidden>No claim has all of this.</p>
`;
}

/** More entries than these are told in short: a page has to open in time. */
const MANY = 2000;

function section(group: EntryGroup, place: number, short: boolean): Html {
  const id = `collection:${place + 1}`;
  return safe`<section class="collection" aria-labelledby="${id}">
<h2 id="${id}">${groupTitle(group)}</h2>
<p>${verdict(group)}</p>
${group.entries.map((entry) => entryHtml(entry, short))}</section>
`;
}

/**
 * The body of the page that holds every claim, with a search that a script
 * shows; without it everything is there to read.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { claimsBody } from "./claims_body.ts";
 * import { entryGroups } from "./entry.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const body = `${claimsBody(entryGroups(data, []))}`;
 * assert.ok(body.includes('id="kyivpost-19922-desertion"'));
 * ```
 */
export function claimsBody(groups: readonly EntryGroup[]): Html {
  const entries = groups.flatMap((group) => group.entries);
  const short = entries.length > MANY;
  return safe`<article class="prose claims${short && " many"}">
<h1>Every claim, with its source</h1>
<p class="question">What was said, where, by whom; what it is read as; and what the other claims leave of it.</p>
<p>A claim is a record that somebody said something, not that it is so. The words are quoted as the dataset keeps them, which may be in another language than the source’s own. <em>Interval at width 1</em> is what the number allows once its rounding and its hedge are counted in. <em>What the others imply</em> comes from the other claims of the same collection alone; where these disagree among themselves, after their cheapest repair: a set of claims of least weight that has to be left out for the rest to agree, and of several the one of the fewest claims, then the first in the order of ids.</p>
<noscript><p class="soft">Search and filters need the page’s own script. Without it the browser’s search finds any word on this page.</p></noscript>
${form(entries)}${
    groups.map((group, place) => section(group, place, short))
  }</article>
`;
}

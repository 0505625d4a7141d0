import { formatNumber } from "../../quantity/phrase.ts";
import { byId, type Entry, type EntryGroup } from "./entry.ts";
import { countOf } from "./count_words.ts";
import { entryHtml, sourceWords } from "./entry_html.ts";
import { type ClaimPart, type Parts, partsOf } from "./parts.ts";
import { shortEntryHtml, sourcesHtml } from "./short_entry.ts";
import { verdictLine } from "./verdict_line.ts";
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

/** More entries than these are told in brief: a page has to open in time. */
const MOST_IN_FULL = 2000;

/** More parts than these are folded in the list of contents. */
const LISTED = 12;

/** A collection with the parts it is told in, where it is long. */
interface Section {
  readonly id: string;
  readonly group: EntryGroup;
  readonly parts: Parts | null;
}

function sectionOf(group: EntryGroup, place: number): Section {
  const id = `collection:${place + 1}`;
  return { id, group, parts: partsOf(group.entries, id) };
}

/** How many claims, and how many of them are in a conflict. */
function claimCount(entries: readonly Entry[]): Html {
  const clashing = entries.filter(({ inConflicts }) => inConflicts > 0).length;
  return safe`<span class="soft">${countOf(entries.length, "claim")}${
    clashing > 0 && `, ${formatNumber(clashing)} in conflicts`
  }</span>`;
}

/** How an entry is told. */
type Tell = (entry: Entry) => Html;

/** Entries under their part's heading, folded; the first is open. */
function partHtml(part: ClaimPart, open: boolean, tell: Tell): Html {
  const { id, label, entries, parts } = part;
  return safe`<details class="part" id="${id}"${
    open && safe` open`
  }><summary><strong><bdi>${label}</bdi></strong> ${
    claimCount(entries)
  }</summary>
${entriesHtml(entries, parts, open, tell)}</details>
`;
}

function entriesHtml(
  entries: readonly Entry[],
  parts: Parts | null,
  open: boolean,
  tell: Tell,
): Html {
  return parts === null
    ? safe`${entries.map(tell)}`
    : safe`${
      parts.list.map((part, i) => partHtml(part, open && i === 0, tell))
    }`;
}

function sectionHtml(section: Section, open: boolean, tell: Tell): Html {
  const { id, group, parts } = section;
  return safe`<section class="collection" aria-labelledby="${id}">
<h2 id="${id}">${groupTitle(group)}</h2>
${verdictLine(group, groupTitle(group))}<p>${verdict(group)}</p>
${entriesHtml(group.entries, parts, open, tell)}</section>
`;
}

/** What the page holds, where it is long: collections and their parts. */
function contents(sections: readonly Section[]): Html | null {
  if (sections.every(({ parts }) => parts === null)) return null;
  const item = (id: string, label: string, entries: readonly Entry[]) =>
    safe`<a href="#${id}"><bdi>${label}</bdi></a> ${claimCount(entries)}`;
  const partList = ({ by, list }: Parts) => {
    const items = safe`<ul>${
      list.map(({ id, label, entries }) =>
        safe`<li>${item(id, label, entries)}</li>`
      )
    }</ul>`;
    return list.length <= LISTED
      ? items
      : safe`<details><summary>By ${by}: ${
        formatNumber(list.length)
      } parts</summary>${items}</details>`;
  };
  return safe`<nav class="toc" aria-label="On this page"><ul>${
    sections.map(({ id, group, parts }) =>
      safe`<li>${item(id, groupTitle(group), group.entries)}${
        parts && partList(parts)
      }</li>`
    )
  }</ul></nav>
`;
}

/**
 * The body of the page that holds every claim, with a search that a script
 * shows; without it everything is there to read, folded where it is much.
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
  const sources = entries.length > MOST_IN_FULL ? sourcesHtml(entries) : null;
  const of = byId(entries);
  const tell: Tell = (entry) =>
    sources ? shortEntryHtml(entry, sources.places) : entryHtml(entry, of);
  const sections = groups.map(sectionOf);
  return safe`<article class="prose claims">
<h1>Every claim, with its source</h1>
<p class="question">What was said, where, by whom; what it is read as; and what the other claims leave of it.</p>
<details class="how"><summary>How an entry is read</summary><p>A claim is a record that somebody said something, not that it is so. The words are quoted as the dataset keeps them, which may be in another language than the source’s own. <em>Interval at width 1</em> is what the number allows once its rounding and its hedge are counted in. <em>What the others imply</em> comes from the other claims of the same collection alone; where these disagree among themselves, after their cheapest repair: a set of claims of least weight that has to be left out for the rest to agree, and of several the one of the fewest claims, then the first in the order of ids.</p></details>
<noscript><p class="soft">Search and filters need the page’s own script. Without it the browser’s search finds any word on this page.</p></noscript>
${form(entries)}${contents(sections)}${
    sections.map((section, i) => sectionHtml(section, i === 0, tell))
  }${sources?.html}</article>
`;
}

import type { Row } from "../../dataset/rows.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber, phraseNumber } from "../../quantity/phrase.ts";
import { SET_ASIDE } from "../../reconcile/proof/tell_set_aside.ts";
import type { SetAsideJson } from "../../reconcile/result.ts";
import { countOf } from "./count_words.ts";
import { anchor, claimHref, readingHref, withoutHref } from "./anchor.ts";
import type { Dropped, Entry, NumberedConflict } from "./entry.ts";
import { type Html, type Part, safe } from "../../text/html.ts";
import { sourceLink } from "./link.ts";
import { labelsIn, readAs } from "./read_as.ts";
import { compareRanges, describeRange } from "./range.ts";
import { sumWords } from "./sum_words.ts";
import { nameAt } from "./who_says.ts";

/** How many conflicts an entry tells in full. */
const TOLD = 3;

const KINDS: Readonly<Record<string, string>> = {
  total: "a count over the period",
  rate: "a count per unit of time",
  ratio: "one count over another",
  share: "a fraction of another count",
  level: "how many at the end of a day",
  difference: "one count less another",
  highest: "the highest of the like periods of a span",
  lowest: "the lowest of the like periods of a span",
  none: "recorded, not modelled",
};

const STATUSES: Readonly<Record<string, string>> = {
  official: "a register’s own figure, to the unit",
  attributed: "reported from a named or official origin",
  unverified: "the source does not tell where it comes from",
  contested: "disputed by another source",
};

// Shown by name; every other column is the dataset’s own.
const KNOWN: ReadonlySet<string> = new Set([
  ...["claim_id", "measure", "kind", "stated", "stated_high", "hedge"],
  ...["rounding", "start", "end", "period_said", "as_of", "spread", "per"],
  ...["of_measure", "of_start", "of_end", "status", "weight", "collection"],
  ...["source_id", "locator", "wording", "speaker", "origin", "note", "series"],
]);

/**
 * A link to the entry of another claim on the same page.
 *
 * @example
 * ```ts
 * import { entryLink } from "./entry_html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(`${entryLink("a")}`, '<a href="#a"><code>a</code></a>');
 * ```
 */
export function entryLink(id: string): Html {
  return safe`<a href="#${anchor(id)}"><code>${id}</code></a>`;
}

/** Text of the dataset: set apart, whichever way it runs. */
function quoted(text: string): Html {
  return safe`<bdi>${text}</bdi>`;
}

/**
 * Several things in one line.
 *
 * @example
 * ```ts
 * import { listed } from "./entry_html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(`${listed(["a", "<b>"])}`, "a, &#60;b&#62;");
 * ```
 */
export function listed(items: readonly Part[], between = ", "): Html {
  return safe`${items.map((item, i) => safe`${i > 0 && between}${item}`)}`;
}

function fact(name: string, value: Part): Html | null {
  if (!value || (Array.isArray(value) && value.length === 0)) return null;
  return safe`<div><dt>${name}</dt><dd>${value}</dd></div>\n`;
}

function list(items: readonly Part[]): Html | null {
  if (items.length === 0) return null;
  return safe`<ul>${items.map((item) => safe`<li>${item}</li>`)}</ul>`;
}

/** The name of a measure, with its id where they differ. */
function measureName(id: string, row: Row<"measures"> | undefined): Html {
  return row?.label
    ? safe`<bdi>${row.label}</bdi> (<code>${id}</code>)`
    : safe`<code>${id}</code>`;
}

/**
 * Who published it and when, without the address.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { sourceWords } from "./entry_html.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.equal(sourceWords(reports!.entries[0]!), "TASS, 2024-03-21");
 * ```
 */
export function sourceWords({ claim, source }: Entry): string {
  if (!source) return claim.source_id ?? "No source";
  const { publisher, published } = source;
  return [publisher ?? source.source_id, published].filter(Boolean).join(", ");
}

/** Where it stands: publisher, date, place, address. */
function place(entry: Entry): Html | null {
  const { claim, source } = entry;
  if (!source && !claim.source_id) return null;
  return safe`${quoted(sourceWords(entry))}${
    claim.locator && safe`, <span class="place">${quoted(claim.locator)}</span>`
  }${source?.url && safe`<br>${sourceLink(source.url)}`}`;
}

/** What else is known of the document. */
function document({ source }: Entry): Html | null {
  if (!source) return null;
  const details = [
    source.title && safe`<cite dir="auto">${source.title}</cite>`,
    source.author && safe`by ${quoted(source.author)}`,
    source.publisher_kind && quoted(source.publisher_kind),
    source.language && safe`language: ${quoted(source.language)}`,
    source.translated_by && safe`translated by ${quoted(source.translated_by)}`,
    source.accessed && safe`read on ${source.accessed}`,
    safe`<code>${source.source_id}</code>`,
  ].filter(Boolean) as Html[];
  return safe`<p>${listed(details, " · ")}</p>${
    source.note && safe`<p class="soft" dir="auto">${source.note}</p>`
  }`;
}

function against({ claim, ofMeasure }: Entry): Html | null {
  const { of_measure: id, of_start: start, of_end: end } = claim;
  if (!id) return null;
  const when = start && end ? describePeriod(period(start, end)) : null;
  return safe`, against ${measureName(id, ofMeasure)}${
    when && safe` in ${when}`
  }`;
}

function reading(entry: Entry): Html {
  const { claim, period, measure } = entry;
  const said = claim.stated ? `${phraseNumber(claim)}: ` : "";
  const how = [
    KINDS[claim.kind] ?? claim.kind,
    claim.kind === "rate"
      ? claim.spread === "each"
        ? `in every ${claim.per || "month"}`
        : `on average, a ${claim.per || "month"}`
      : null,
    claim.hedge && `hedge ${claim.hedge}`,
    claim.rounding && `rounded to ${claim.rounding}`,
  ].filter(Boolean);
  return safe`${said}${measureName(claim.measure, measure)}${against(entry)}${
    period && safe`; ${describePeriod(period)}`
  } <span class="soft">(${listed(how, "; ")})</span>`;
}

/** Entries of a collection by their claims' ids. */
type Entries = ReadonlyMap<string, Entry>;

/** The other readings, each a link that opens the explorer in it. */
function readings(entry: Entry, of: Entries): Html | null {
  if (entry.readings.length === 0) return null;
  const label = labelsIn(of.values());
  return list(
    entry.readings.map((row) =>
      safe`<a href="${
        readingHref([entry], [row.reading])
      }"><code>${row.reading}</code></a>: ${quoted(readAs(entry, row, label))}${
        row.grounds &&
        safe`. <span class="soft" dir="auto">${row.grounds}</span>`
      }`
    ),
  );
}

/** What the cheapest repair does with a claim. */
export const DROPPED: Readonly<Record<Dropped, string>> = {
  always: "leaves this claim out",
  sometimes: "may leave this claim out, or others that weigh as little",
  perhaps:
    "may leave this claim out: the time ran out before it was known to be the cheapest",
};

function conflictLink({ anchor, number }: NumberedConflict): Html {
  return safe`<a href="conflicts.html#${anchor}">${number}</a>`;
}

/** A conflict in one line of sums, where it has one. */
function told(conflict: NumberedConflict, own: string, of: Entries) {
  const { anchor, number, claims, text, also, proof } = conflict;
  const line = proof && sumWords(proof, of)?.line;
  const others = claims.filter((id) => id !== own).map(entryLink);
  return safe`<li>${
    line ? safe`<p class="sum">${line}</p>` : safe`<p dir="auto">${text}</p>`
  }<p class="soft"><a href="conflicts.html#${anchor}">Conflict ${number}</a>, ${
    claims.includes(own) ? "with" : "told of"
  } ${listed(others)}${alsoWith(also.filter((id) => id !== own))}</p></li>`;
}

/** How many other claims of a conflict are named. */
const ALSO = 6;

/**
 * Claims that make the same conflict as those that are told, the first few.
 *
 * @param link How a claim is named: by default as on the page of claims.
 *
 * @example
 * ```ts
 * import { alsoWith } from "./entry_html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.match(`${alsoWith(["a"])}`, /^; also with <a/);
 * assert.equal(`${alsoWith([])}`, "");
 * ```
 */
export function alsoWith(
  also: readonly string[],
  link: (id: string) => Html = entryLink,
): Html {
  if (also.length === 0) return safe``;
  const rest = also.length - ALSO;
  return safe`; also with ${listed(also.slice(0, ALSO).map((id) => link(id)))}${
    rest > 0 && ` and ${formatNumber(rest)} more`
  }`;
}

function conflicts({ claim, conflicts }: Entry, of: Entries): Html | null {
  if (conflicts.length === 0) return null;
  const more = conflicts.slice(TOLD);
  return safe`<ol class="told">${
    conflicts.slice(0, TOLD).map((conflict) =>
      told(conflict, claim.claim_id, of)
    )
  }</ol>${
    more.length > 0 &&
    safe`<details><summary>${
      formatNumber(more.length)
    } more</summary><p class="numbers">${
      listed(more.map(conflictLink))
    }</p></details>`
  }`;
}

function implied(entry: Entry): Html | null {
  const { interval, implied, claim } = entry;
  if (!interval || !implied) return null;
  if (implied.low === null) {
    return safe`<p>They leave no such number.</p>`;
  }
  return safe`<p>${
    describeRange(implied, claim.kind, claim.per)
  }. <span class="soft">${compareRanges(interval, implied)}</span></p>`;
}

/** Columns of the dataset's own. */
export function otherColumns(row: Row<"claims">): Html[] {
  return Object.entries(row).flatMap(([column, cell]) =>
    KNOWN.has(column) || !cell
      ? []
      : [safe`<code>${column}</code>: ${quoted(cell)}`]
  );
}

function origin(
  { claim, sameOrigin, moreOfOrigin: more }: Entry,
): Html | null {
  if (!claim.origin) return null;
  const shown = sameOrigin.map(entryLink);
  return safe`<p><code>${claim.origin}</code></p>${
    shown.length > 0 &&
    safe`<p class="soft">Also behind ${listed(shown)}${
      more > 0 && safe` and ${formatNumber(more)} more`
    }.</p>`
  }`;
}

function relations(entry: Entry): Html | null {
  return list(
    entry.relations.map(({ words, claim, note }) =>
      safe`${words} ${entryLink(claim)}${
        note && safe`. <span class="soft" dir="auto">${note}</span>`
      }`
    ),
  );
}

/** What an entry opens with: its name and id, its words, who says them and how. */
function opening(entry: Entry): Html {
  const { claim, inConflicts } = entry;
  const byline = [
    claim.speaker && safe`said by ${quoted(claim.speaker)}`,
    claim.status && safe`${claim.status}`,
    inConflicts > 0 &&
    safe`<span class="clash">in ${countOf(inConflicts, "conflict")}</span>`,
  ].filter(Boolean) as Html[];
  return safe`<header>
<h3>${nameAt(entry, `#${anchor(claim.claim_id)}`)}</h3>
${
    claim.wording
      ? safe`<blockquote dir="auto">${claim.wording}</blockquote>`
      : safe`<p class="unquoted">The words are not kept.</p>`
  }
${byline.length > 0 && safe`<p class="byline">${listed(byline, " · ")}</p>`}
</header>`;
}

/** What replaced a claim that was set aside. */
export function asideWords({ why, by }: SetAsideJson): Html {
  const words = SET_ASIDE[why];
  return by === null
    ? safe`${words}`
    : safe`${words} <a href="${claimHref(by)}"><code>${by}</code></a>`;
}

/**
 * The entry of one claim: a heading that is its link, its words, its facts.
 *
 * @param of The claims of its collection, by id: what its conflicts add up.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { entryHtml } from "./entry_html.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.match(`${entryHtml(reports!.entries[0]!)}`, /<article class="claim"/);
 * ```
 */
export function entryHtml(entry: Entry, of: Entries = new Map()): Html {
  const { claim, interval } = entry;
  const first = [
    fact("Read as", reading(entry)),
    fact(
      entry.selected ? "Interval" : "Interval at width 1",
      interval
        ? describeRange(interval, claim.kind, claim.per)
        : claim.kind === "none"
        ? "none: it is not modelled"
        : "none: it is set aside",
    ),
    fact("Set aside", entry.setAside && asideWords(entry.setAside)),
    fact(
      "Set aside",
      entry.echoOf && safe`an echo of ${entryLink(entry.echoOf)}`,
    ),
    fact("Source", place(entry)),
    fact(
      "Period, in its words",
      claim.period_said && quoted(claim.period_said),
    ),
    fact("Other readings", readings(entry, of)),
  ];
  const more = [
    fact("What the others imply", implied(entry)),
    fact("Cheapest repair", entry.dropped && DROPPED[entry.dropped]),
    fact("Conflicts", conflicts(entry, of)),
    fact(
      "Explorer",
      interval &&
        safe`<a href="${withoutHref(claim)}">without this claim</a>`,
    ),
    fact("Origin", origin(entry)),
    fact("Document", document(entry)),
    fact(
      "Definition",
      entry.measure?.definition &&
        safe`<span dir="auto">${entry.measure.definition}</span>`,
    ),
    fact(
      "Status",
      claim.status && STATUSES[claim.status] &&
        `${claim.status}: ${STATUSES[claim.status]}`,
    ),
    fact("As of", claim.as_of),
    fact("Series", claim.series),
    fact("Relations", relations(entry)),
    fact("Weight", claim.weight),
    fact("Note", claim.note && safe`<span dir="auto">${claim.note}</span>`),
    fact("Other columns", list(otherColumns(claim))),
  ].filter((row) => row !== null);
  return safe`<article class="claim" id="${anchor(claim.claim_id)}"${
    dataOf(entry)
  }>
${opening(entry)}
<div><dl>
${first}</dl>
${
    more.length > 0 &&
    safe`<details class="more"><summary>${moreWords(entry)}</summary><dl>
${more}</dl></details>`
  }</div>
</article>
`;
}

/** By what the search chooses an entry. */
export function dataOf({ claim, conflicts }: Entry): Html {
  const data = {
    collection: claim.collection,
    status: claim.status,
    measure: claim.measure,
    source: claim.source_id,
    conflict: conflicts.length > 0 && "yes",
  };
  return safe`${
    Object.entries(data).map(([name, value]) =>
      value && safe` data-${name}="${value}"`
    )
  }`;
}

/** What is folded below an entry, by what a reader may look for. */
function moreWords({ implied, conflicts, claim }: Entry): string {
  const told = [
    implied && "what the others imply",
    conflicts.length > 0 && "conflicts",
    claim.note && "note",
  ].filter(Boolean);
  return told.length > 0 ? `More: ${told.join(", ")}…` : "More";
}

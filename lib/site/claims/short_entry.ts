import { describeReading } from "../../dataset/describe_reading.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber, phraseNumber } from "../../quantity/phrase.ts";
import { type Html, type Part, safe } from "../../text/html.ts";
import { anchor } from "./anchor.ts";
import type { Entry } from "./entry.ts";
import {
  asideWords,
  dataOf,
  DROPPED,
  entryLink,
  listed,
  otherColumns,
  sourceWords,
} from "./entry_html.ts";
import { sourceLink } from "./link.ts";
import { describeRange } from "./range.ts";
import { byWhom } from "./who_says.ts";

/** How many conflicts and other readings of an entry are named. */
const NAMED = 12;

function some(items: readonly Part[]): Html {
  const rest = items.length - NAMED;
  return safe`${listed(items.slice(0, NAMED))}${
    rest > 0 && ` and ${formatNumber(rest)} more`
  }`;
}

/** What is counted, of when, against what. */
function counted({ claim, measure, ofMeasure, period: own }: Entry): Html {
  const { of_measure: id, of_start, of_end } = claim;
  const when = of_start && of_end
    ? `, ${describePeriod(period(of_start, of_end))}`
    : "";
  return safe`<bdi>${measure?.label ?? claim.measure}</bdi>${
    own && `, ${describePeriod(own)}`
  }${id && safe`, against <bdi>${ofMeasure?.label ?? id}</bdi>${when}`}`;
}

function named(name: string, value: Part): Html | null {
  return value ? safe`${name}: ${value}` : null;
}

/**
 * The entry of one claim of thousands: the same facts as on other pages, run
 * together, with the source's address in {@linkcode sourcesHtml}.
 *
 * @param sources The sources' places in that list, by their ids.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { shortEntryHtml } from "./short_entry.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const html = `${shortEntryHtml(reports!.entries[2]!, new Map())}`;
 * assert.match(html, /desertion<\/bdi>, January to February 2024 · exactly 4,690/);
 * ```
 */
export function shortEntryHtml(
  entry: Entry,
  sources: ReadonlyMap<string, number>,
): Html {
  const { claim, interval, implied } = entry;
  const { kind, per, wording, origin, speaker, note } = claim;
  const at = sources.get(claim.source_id ?? "");
  const words = sourceWords(entry);
  const others = entry.sameOrigin.length + entry.moreOfOrigin;
  const facts = [
    counted(entry),
    interval
      ? describeRange(interval, kind, per)
      : kind === "none"
      ? "not modelled"
      : null,
    entry.setAside && asideWords(entry.setAside),
    entry.echoOf && safe`an echo of ${entryLink(entry.echoOf)}`,
    claim.source_id &&
    safe`${
      at === undefined
        ? safe`<bdi>${words}</bdi>`
        : safe`<a href="#source:${at}">${words}</a>`
    }${claim.locator && safe`, <bdi>${claim.locator}</bdi>`}`,
    speaker && safe`said by <bdi>${speaker}</bdi>`,
    named("period, in its words", claim.period_said),
    claim.status,
    origin &&
    safe`origin <bdi>${origin}</bdi>${
      others > 0 && `, also behind ${formatNumber(others)} more`
    }`,
    named("as of", claim.as_of),
    named("series", claim.series),
    named("weight", claim.weight),
    named(
      "other readings",
      entry.readings.length > 0 &&
        some(
          entry.readings.map((row) =>
            safe`<bdi>${row.reading}</bdi> (${describeReading(row)})`
          ),
        ),
    ),
    interval && implied &&
    named(
      "the others imply",
      implied.low === null ? "no number" : describeRange(implied, kind, per),
    ),
    entry.dropped && `the cheapest repair ${DROPPED[entry.dropped]}`,
    named(
      "conflicts",
      entry.conflicts.length > 0 &&
        some(
          entry.conflicts.map(({ anchor, number }) =>
            safe`<a href="conflicts.html#${anchor}">${number}</a>`
          ),
        ),
    ),
    ...entry.relations.slice(0, NAMED).map(({ words, claim }) =>
      safe`${words} ${entryLink(claim)}`
    ),
    note && safe`<bdi>${note}</bdi>`,
    ...otherColumns(claim),
  ].filter(Boolean);
  return safe`<article class="claim brief" id="${anchor(claim.claim_id)}"${
    dataOf(entry)
  }><h3 dir="auto"><a href="#${anchor(claim.claim_id)}">${byWhom(entry)}: ${
    phraseNumber(claim)
  }</a> <small class="id">${claim.claim_id}</small></h3>${
    wording && safe`<q dir="auto">“${wording}”</q>`
  }<p>${listed(facts as Part[], " · ")}</p></article>
`;
}

/**
 * The documents that entries stand in, each once and with its address, folded.
 *
 * @returns The list, and each document's place in it.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { sourcesHtml } from "./short_entry.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const { places, html } = sourcesHtml(reports!.entries);
 * assert.equal(places.get("tass-2024-03-21"), 1);
 * assert.match(`${html}`, /<li id="source:1">/);
 * ```
 */
export function sourcesHtml(
  entries: readonly Entry[],
): { readonly places: ReadonlyMap<string, number>; readonly html: Html } {
  const places = new Map<string, number>();
  const items: Html[] = [];
  for (const entry of entries) {
    const { source } = entry;
    if (!source || places.has(source.source_id)) continue;
    const place = places.size + 1;
    places.set(source.source_id, place);
    items.push(
      safe`<li id="source:${place}"><bdi>${sourceWords(entry)}</bdi>${
        source.title && safe`: <cite dir="auto">${source.title}</cite>`
      } <code>${source.source_id}</code>${
        source.url && safe`<br>${sourceLink(source.url)}`
      }${source.note && safe` <bdi>${source.note}</bdi>`}</li>
`,
    );
  }
  return {
    places,
    html:
      safe`<details class="sources"><summary><strong>Sources</strong> <span class="soft">${
        formatNumber(items.length)
      }</span></summary><ol>
${items}</ol></details>
`,
  };
}

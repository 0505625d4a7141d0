import { describeReading } from "../dataset/reading.ts";
import type { Row } from "../dataset/rows.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { period } from "../quantity/period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { anchor } from "./anchor.ts";
import type { Entry, NumberedConflict } from "./entry.ts";
import { type Html, html, type Part } from "./html.ts";
import { sourceLink } from "./link.ts";
import { compareRanges, describeRange } from "./range.ts";

/** How many conflicts an entry tells in full. */
const TOLD = 3;

const KINDS: Readonly<Record<string, string>> = {
  total: "a count over the period",
  rate: "a count a month",
  ratio: "one count over another",
  share: "a fraction of another count",
  none: "recorded, not modelled",
};

const STATUSES: Readonly<Record<string, string>> = {
  official: "a register’s own figure",
  attributed: "reported from a named or official origin",
  unverified: "traced to nobody by the source",
  contested: "disputed by another source",
};

// Shown by name; every other column is the dataset’s own.
const KNOWN: ReadonlySet<string> = new Set([
  ...["claim_id", "measure", "kind", "stated", "stated_high", "hedge"],
  ...["rounding", "start", "end", "period_said", "as_of", "spread"],
  ...["of_measure", "of_start", "of_end", "status", "weight", "collection"],
  ...["source_id", "locator", "wording", "speaker", "origin", "note"],
]);

/** A link to the entry of another claim on the same page. */
export function entryLink(id: string): Html {
  return html`<a href="#${anchor(id)}"><code>${id}</code></a>`;
}

/** Text of the dataset: set apart, whichever way it runs. */
function quoted(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

function fact(name: string, value: Part): Html | null {
  if (!value || (Array.isArray(value) && value.length === 0)) return null;
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>\\n
  `;
}

function list(items: readonly Part[]): Html | null {
  if (items.length === 0) return null;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The name of a measure, with its id where they differ. */
function measureName(id: string, row: Row<"measures"> | undefined): Html {
  return row?.label
    ? html`<bdi>${row.label}</bdi> (<code>${id}</code>)`
    : html`<code>${id}</code>`;
}

/** Who published it and when, without the address. */
export function sourceWords({ claim, source }: Entry): string {
  if (!source) return claim.source_id ?? "No source";
  const { publisher, published } = source;
  return [publisher ?? source.source_id, published].filter(Boolean).join(", ");
}

function place(entry: Entry): Html | null {
  const { claim, source } = entry;
  if (!source) return claim.source_id ? quoted(claim.source_id) : null;
  const details = [
    source.title && html`<cite dir="auto">${source.title}</cite>`,
    source.author && html`by ${quoted(source.author)}`,
    source.publisher_kind && quoted(source.publisher_kind),
    source.language && html`language: ${quoted(source.language)}`,
    source.translated_by && html`translated by ${quoted(source.translated_by)}`,
    source.accessed && html`read on ${source.accessed}`,
    html`<code>${source.source_id}</code>`,
  ].filter(Boolean) as Html[];
  return html`
    <p>${quoted(sourceWords(entry))}${claim.locator &&
      html`, <span class="place">${quoted(claim.locator)}</span>`}</p>${source
      .url && html`<p>${sourceLink(source.url)}</p>`}<p
      class="soft">${details.map((detail, i) =>
        html`${i > 0 && " · "}${detail}`
      )}</p>${source.note &&
        html`<p class="soft" dir="auto">${source.note}</p>`}
  `;
}

function reading({ claim, period: own, measure, ofMeasure }: Entry): Html {
  const { of_measure, of_start, of_end } = claim;
  const rest = [
    claim.hedge ? `hedge ${claim.hedge}` : claim.stated ? "no hedge" : "",
    claim.rounding ? `rounded to ${claim.rounding}` : "",
    claim.kind === "rate"
      ? claim.spread === "each" ? "in every month" : "on average"
      : "",
  ].filter(Boolean).join(", ");
  return html`<p>${phraseNumber(claim)}: ${KINDS[claim.kind] ?? claim.kind}, ${
    measureName(claim.measure, measure)
  }${
    of_measure &&
    html`, against ${measureName(of_measure, ofMeasure)}${
      of_start && of_end && html`
        in ${describePeriod(period(of_start, of_end))}
      `
    }`
  }${own && html`; ${describePeriod(own)}`}${rest && html`; ${rest}`}.</p>${
    measure?.definition &&
    html`<p class="soft" dir="auto">${measure.definition}</p>`
  }`;
}

function readings(rows: readonly Row<"readings">[]): Html | null {
  return list(
    rows.map((row) =>
      html`<code>${row.reading}</code>: ${quoted(describeReading(row))}${
        row.grounds &&
        html`. <span class="soft" dir="auto">${row.grounds}</span>`
      }`
    ),
  );
}

function conflictLink({ anchor, number }: NumberedConflict): Html {
  return html`<a href="conflicts.html#${anchor}">${number}</a>`;
}

function conflicts({ claim, conflicts }: Entry): Html | null {
  if (conflicts.length === 0) return null;
  const more = conflicts.slice(TOLD);
  return html`<ol class="told">${
    conflicts.slice(0, TOLD).map((conflict) =>
      html`
        <li>
          <p dir="auto">${conflict.text}</p>
          <p
            class="soft"><a href="conflicts.html#${conflict
              .anchor}">Conflict ${conflict.number}</a>, with ${conflict.claims
              .filter((id) => id !== claim.claim_id).map((id, i) =>
                html`${i > 0 && ", "}${entryLink(id)}`
              )}</p>
        </li>
      `
    )
  }</ol>${
    more.length > 0 &&
    html`
      <details>
        <summary>${more.length} more</summary>
        <p class="numbers">${more.map((conflict, i) =>
          html`${i > 0 && ", "}${conflictLink(conflict)}`
        )}</p>
      </details>
    `
  }`;
}

function implied(entry: Entry): Html | null {
  const { interval, implied, claim } = entry;
  if (!interval || !implied) return null;
  if (implied.low === null) {
    return html`<p>They leave no such number.</p>`;
  }
  return html`<p>${describeRange(implied, claim.kind)}. <span class="soft">${
    compareRanges(interval, implied)
  }</span></p>`;
}

function others(row: Row<"claims">): Html | null {
  return list(
    Object.entries(row).flatMap(([column, cell]) =>
      KNOWN.has(column) || !cell
        ? []
        : [html`<code>${column}</code>: ${quoted(cell)}`]
    ),
  );
}

/** The entry of one claim: a heading that is its link, its words, its facts. */
export function entryHtml(entry: Entry): Html {
  const { claim, interval } = entry;
  const id = anchor(claim.claim_id);
  const echoes = entry.sameOrigin;
  return html`
    <article class="claim" id="${id}" data-collection="${claim.collection ??
      ""}"
      data-status="${claim.status ?? ""}" data-measure="${claim
        .measure}" data-source="${claim.source_id ?? ""}"
      data-conflict="${entry.conflicts.length > 0 ? "yes" : ""}">
    <h3><a href="#${id}"><code>${claim.claim_id}</code></a></h3>
    ${claim.wording
      ? html`<blockquote dir="auto">${claim.wording}</blockquote>`
      : html`<p class="unquoted">The words are not kept.</p>`}
    <p class="byline">${quoted(sourceWords(entry))}${claim.status && html`
      · <span class="status ${claim.status in STATUSES
        ? claim.status
        : ""}">${claim.status}</span>
    `}${entry.conflicts.length > 0 && html`
      · <span class="clash">in ${entry.conflicts.length === 1
        ? "1 conflict"
        : `${entry.conflicts.length} conflicts`}</span>
    `}</p>
    <dl>
    ${fact("Read as", reading(entry))}${fact(
      "Interval at width 1",
      interval
        ? describeRange(interval, claim.kind)
        : "none: it is not modelled",
    )}${fact("What the others imply", implied(entry))}${fact(
      "Cheapest repair",
      entry.dropped && "leaves this claim out",
    )}${fact("Conflicts", conflicts(entry))}${fact(
      "Source",
      place(entry),
    )}${fact("Said by", claim.speaker && quoted(claim.speaker))}${fact(
      "Origin",
      claim.origin &&
        html`<p><code>${claim.origin}</code></p>${
          echoes.length > 0 &&
          html`<p class="soft">Also behind ${
            echoes.slice(0, 8).map((other, i) =>
              html`${i > 0 && ", "}${entryLink(other)}`
            )
          }${
            echoes.length > 8 && html`
              and ${echoes.length - 8} more
            `
          }.</p>`
        }`,
    )}${fact(
      "Status",
      claim.status && html`${claim.status}: ${STATUSES[claim.status] ?? ""}`,
    )}${fact(
      "Period, in its words",
      claim.period_said && quoted(claim.period_said),
    )}${fact("As of", claim.as_of)}${fact(
      "Other readings",
      readings(entry.readings),
    )}${fact(
      "Relations",
      list(
        entry.relations.map(({ words, claim, note }) =>
          html`${words} ${entryLink(claim)}${
            note && html`. <span class="soft" dir="auto">${note}</span>`
          }`
        ),
      ),
    )}${fact("Weight", claim.weight)}${fact(
      "Note",
      claim.note && html`<span dir="auto">${claim.note}</span>`,
    )}${fact("Other columns", others(claim))}</dl>
    </article>
  `;
}

import type { Flips } from "../../analysis/what_flips.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { readingHref } from "../claims/anchor.ts";
import { choiceHtml } from "../claims/claim_link.ts";
import { byId, type Entry, type EntryGroup } from "../claims/entry.ts";
import { listed, sourceWords } from "../claims/entry_html.ts";
import { countOf, some } from "../claims/count_words.ts";
import { labelsIn, readAs } from "../claims/read_as.ts";
import { clauseOf, nameOf, namer } from "../claims/who_says.ts";

/** One other reading of a claim, as a link that takes it so, with its grounds. */
function readingLink(
  entry: Entry,
  reading: string,
  { entries }: EntryGroup,
): Html | null {
  const row = entry.readings.find((one) => one.reading === reading);
  return row
    ? safe`<a href="${readingHref([entry], [reading])}">${
      readAs(entry, row, labelsIn(entries))
    }</a>${row.grounds && safe` (<bdi>${row.grounds}</bdi>)`}`
    : null;
}

/** What reading or leaving out one claim changes. */
function ofClaim(
  entry: Entry,
  { readings, claims }: Flips,
  group: EntryGroup,
): Html {
  const id = entry.claim.claim_id;
  const own = readings.filter(({ claim }) => claim === id)
    .map(({ reading }) => readingLink(entry, reading, group));
  return safe`${clauseOf(entry)}: ${
    own.length > 0 &&
    safe`read ${listed(own, ", or ")}${claims.includes(id) && ", or "}`
  }${claims.includes(id) && "left out"}`;
}

/** Readings that only together make all agree. */
function togetherWords({ together }: Flips, group: EntryGroup): Html | null {
  const of = byId(group.entries);
  const read = together.flatMap(({ claim, reading }) => {
    const entry = of.get(claim);
    return entry ? [{ entry, reading }] : [];
  });
  if (read.length === 0) return null;
  const href = readingHref(
    read.map(({ entry }) => entry),
    read.map(({ reading }) => reading),
  );
  return safe`<p>No single change makes all ${
    countOf(group.findings.claims.length, "claim")
  } agree. Read otherwise, as their words allow, these ${
    formatNumber(read.length)
  } <a href="${href}">do together</a>:</p><ul>${
    read.map(({ entry, reading }) =>
      safe`<li>${clauseOf(entry)}: read ${
        readingLink(entry, reading, group)
      }</li>`
    )
  }</ul>${oneSource(read.map(({ entry }) => entry))}`;
}

/** Says so where all of several claims stand in one source. */
function oneSource(entries: readonly Entry[]): Html | null {
  const [first] = entries;
  const id = first?.claim.source_id;
  return first && id && entries.length > 1 &&
      entries.every(({ claim }) => claim.source_id === id)
    ? safe`<p>${
      entries.length === 2 ? "Both" : "All"
    } stand in one source: <bdi>${sourceWords(first)}</bdi>.</p>`
    : null;
}

/** Each single change that makes all agree, a line each. */
function changes(flips: Flips, group: EntryGroup): Html[] {
  const { entries, findings } = group;
  const modelled = new Set(findings.claims.map(({ claim }) => claim));
  const named = new Set([
    ...flips.readings.map(({ claim }) => claim),
    ...flips.claims,
  ]);
  const claims = entries.filter(({ claim }) => named.has(claim.claim_id))
    .map((entry) => ofClaim(entry, flips, group));
  const origins = flips.origins.map((origin) => {
    const own = entries.filter(({ claim }) =>
      claim.origin === origin && modelled.has(claim.claim_id)
    );
    return safe`what goes back to one origin (${
      some(own.map(nameOf))
    }): left out`;
  });
  const width = flips.width === null ? [] : [
    safe`every hedge and rounding: ${
      formatNumber(flips.width)
    } times as wide as here`,
  ];
  return [...claims, ...origins, ...width];
}

/**
 * What single change would make the claims agree; where none would, what must
 * give at the least, taking no side.
 *
 * @example
 * ```ts
 * import { entryGroups } from "../claims/entry.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { flipWords } from "./flip_words.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const flips = {
 *   ...{ readings: [], together: [], claims: [], origins: [] },
 *   ...{ width: 6, certain: true },
 * };
 * assert.match(`${flipWords(reports!, flips)}`, /6 times as wide as here/);
 * ```
 */
export function flipWords(group: EntryGroup, flips: Flips | undefined): Html {
  const all = countOf(group.findings.claims.length, "claim");
  const found = flips ? changes(flips, group) : [];
  if (found.length > 0) {
    const [only] = found;
    return found.length === 1
      ? safe`One change makes all ${all} agree: ${only}.`
      : safe`Any one of these makes all ${all} agree:<ul>${
        found.map((one) => safe`<li>${one}</li>`)
      }</ul>`;
  }
  const none = flips && togetherWords(flips, group) ||
    flips?.certain &&
      safe`<p>No other reading of one claim, no single claim or origin left out and no wider hedges make all agree.</p>`;
  return safe`${none}<p>${least(group)}</p>`;
}

/** What must give at the least, taking no side. */
function least(
  { findings: { choices, drop, dropCertain }, entries }: EntryGroup,
): Html {
  const name = namer(byId(entries));
  if (!dropCertain) {
    return safe`The rest agrees without ${
      countOf(drop.length, "claim")
    }; the time ran out before it was known whether fewer would do.`;
  }
  if (choices.length > 3) {
    return safe`At the least <a href="conflicts.html">${
      countOf(drop.length, "claim")
    }</a> must give for the rest to agree.`;
  }
  return safe`What must give at the least for the rest to agree: ${
    listed(choices.map((one) => choiceHtml(one, name)), "; and ")
  }.`;
}

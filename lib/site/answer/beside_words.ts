import type { BesideOfficial } from "../../analysis/beside_official.ts";
import { publisher } from "../../analysis/claim_title.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { byId, type Entry, type EntryGroup } from "../claims/entry.ts";
import { describeRange } from "../claims/range.ts";
import { allOf, countOf } from "../claims/count_words.ts";
import { clauseOf, counts, numberLink } from "../claims/who_says.ts";

/** How many claims that do not fit a register are told of it. */
const TOLD = 4;

/** How many numbers that a register has are told of it. */
const MET = 5;

/** What claims say that the register has one number for, each told once. */
function metBy(
  rows: readonly BesideOfficial[],
  of: ReadonlyMap<string, Entry>,
): Html | null {
  const met = new Map<string, Html>();
  for (const { claim, low, high, meets } of rows) {
    // A factor is no count.
    const entry = of.get(claim)!;
    if (!meets || low === null || low !== high || !counts(entry)) continue;
    const html = safe`<bdi>${publisher(entry)}</bdi>, ${numberLink(entry)} (${
      formatNumber(low < 1000 ? low : Math.round(low))
    })`;
    const key = JSON.stringify([
      publisher(entry),
      entry.claim.stated,
      entry.claim.hedge,
      low,
    ]);
    if (!met.has(key)) met.set(key, html);
  }
  const all = [...met.values()];
  const rest = all.length - MET;
  return all.length === 0 ? null : allOf([
    ...all.slice(0, MET),
    ...(rest > 0 ? [`${formatNumber(rest)} more`] : []),
  ]);
}

/** What one keeper's figures leave of the claims, of which some do not fit. */
function ofKeeper(
  keeper: string,
  rows: readonly BesideOfficial[],
  of: ReadonlyMap<string, Entry>,
): Html {
  const fits = rows.filter(({ meets }) => meets);
  const not = rows.filter(({ meets }) => !meets);
  const met = metBy(rows, of);
  const rest = not.length - TOLD;
  const has = (row: BesideOfficial) => {
    const entry = of.get(row.claim)!;
    const { kind, per } = entry.claim;
    return safe`${clauseOf(entry)}, where <bdi>${row.name}</bdi> has ${
      describeRange(row, kind, per)
    }`;
  };
  return safe`<li><bdi>${keeper}</bdi>: ${formatNumber(fits.length)} of ${
    countOf(rows.length, "claim")
  } ${fits.length === 1 ? "fits" : "fit"}${
    not.length > 0 &&
    safe`. <strong>Does not fit:</strong> ${
      not.slice(0, TOLD).map((row, i) => safe`${i > 0 && "; "}${has(row)}`)
    }${rest > 0 && ` and ${formatNumber(rest)} more`}`
  }.${
    met && safe` With its own number in brackets, where it has one: ${met}.`
  }</li>`;
}

/**
 * Which claims fit the official figures, register by register, and which do not.
 * Nothing where none was held against any.
 *
 * @example
 * ```ts
 * import { entryGroups } from "../claims/entry.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { besideWords } from "./beside_words.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const row = {
 *   ...{ claim: "wtat-21600-october", register: "bureau", name: "Bureau" },
 *   ...{ keeper: null, low: 19_961, high: 19_961, meets: false },
 * };
 * const findings = { ...reports!.findings, beside: [row] };
 * assert.match(`${besideWords({ ...reports!, findings })}`, /Bureau<\/bdi> has exactly 19,961/);
 * ```
 */
export function besideWords({ entries, findings }: EntryGroup): Html | null {
  const of = byId(entries);
  const rows = (findings.beside ?? []).filter(({ claim }) => of.has(claim));
  if (rows.length === 0) return null;
  const keepers = Map.groupBy(rows, ({ keeper, name }) => keeper ?? name);
  // Another measure than the claim's own is taken to be the one that it counts.
  const taken = rows.some(({ claim, register }) =>
    of.get(claim)!.claim.measure !== register
  );
  return safe`<p>Each claim by itself against the official figures${
    taken && " of one register at a time, as if that were the one meant"
  }:</p><ul>${
    [...keepers].map(([keeper, rows]) => ofKeeper(keeper, rows, of))
  }</ul>`;
}

import { publisher } from "../../analysis/claim_title.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { phraseNumber } from "../../quantity/phrase.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "./anchor.ts";
import { claimLink } from "./claim_link.ts";
import type { Entry } from "./entry.ts";

/**
 * Who published a claim and whom it cites: "Izvestia, citing Artem Dmytruk", "WTAT
 * News, citing nobody". A dataset that names no speakers says nothing of them.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { whoSays } from "./who_says.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const entry = reports!.entries.find(({ claim }) =>
 *   claim.claim_id === "izvestia-500k"
 * );
 * assert.equal(whoSays(entry!), "Izvestia, citing Artem Dmytruk");
 * ```
 */
export function whoSays(entry: Entry): string {
  const by = byWhom(entry);
  const { speaker, status } = entry.claim;
  if (speaker) return speaker === by ? by : `${by}, citing ${speaker}`;
  return status === "unverified" ? `${by}, citing nobody` : by;
}

/** Who published a claim; who says it, where no source is named. */
export function byWhom(entry: Entry): string {
  const { source_id, speaker } = entry.claim;
  return entry.source || source_id
    ? publisher(entry)
    : speaker ?? "an unnamed source";
}

/** A claim by who published it and its number: "WTAT News, thousands". */
export function briefly(entry: Entry): Html {
  return safe`<bdi>${byWhom(entry)}</bdi>, ${numberLink(entry)}`;
}

/** Whether a claim counts something over a period or at a moment. */
export function counts({ claim, interval }: Entry): boolean {
  return interval !== null && /^(total|rate|level)$/.test(claim.kind);
}

/** What is counted, by its label. */
function counted({ claim, measure, ofMeasure }: Entry): string {
  const label = measure?.label ?? claim.measure;
  if (!claim.of_measure || claim.of_measure === claim.measure) return label;
  return `${label} against ${ofMeasure?.label ?? claim.of_measure}`;
}

/** The number of a claim with its hedge, as a link to the claim. */
export function numberLink({ claim }: Entry): Html {
  return safe`<a href="${claimHref(claim.claim_id)}">${
    phraseNumber(claim)
  }</a>`;
}

/**
 * A claim as a clause: who says it, the number with its hedge as a link to the
 * claim, what it counts and of when.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { clauseOf } from "./who_says.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const entry = reports!.entries.find(({ claim }) =>
 *   claim.claim_id === "izvestia-500k"
 * );
 * assert.match(`${clauseOf(entry!)}`, /^<bdi>Izvestia, citing Artem Dmytruk<\/bdi>, has/);
 * ```
 */
export function clauseOf(entry: Entry): Html {
  const { period } = entry;
  const who = whoSays(entry);
  return safe`<bdi>${who}</bdi>${who !== byWhom(entry) && ","} has ${
    numberLink(entry)
  } (<bdi>${counted(entry)}</bdi>${period && `, ${describePeriod(period)}`})`;
}

/**
 * A claim by who published it and its number, with its id small beside: "WTAT
 * News: thousands".
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { nameOf } from "./who_says.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const entry = reports!.entries.find(({ claim }) =>
 *   claim.claim_id === "izvestia-500k"
 * );
 * assert.match(`${nameOf(entry!)}`, /Izvestia<\/bdi>: over 500,000<\/a> <small/);
 * ```
 */
export function nameOf(entry: Entry): Html {
  return nameAt(entry, claimHref(entry.claim.claim_id));
}

/** The same with a link to where it stands: within the page of claims, say. */
export function nameAt(entry: Entry, href: string): Html {
  const { claim } = entry;
  // Without a source there is nothing better to call it by.
  if (!entry.source && !claim.source_id) {
    return safe`<a href="${href}"><code>${claim.claim_id}</code></a>`;
  }
  return safe`<a href="${href}"><bdi>${publisher(entry)}</bdi>: ${
    phraseNumber(claim)
  }</a> <small class="id"><code>${claim.claim_id}</code></small>`;
}

/** Names claims by their ids, those that have an entry as {@linkcode nameOf} does. */
export function namer(
  of: ReadonlyMap<string, Entry>,
): (id: string) => Html {
  return (id) => {
    const entry = of.get(id);
    return entry ? nameOf(entry) : claimLink(id);
  };
}

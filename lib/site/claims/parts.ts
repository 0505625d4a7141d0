import type { Entry } from "./entry.ts";
import { sourceWords } from "./entry_html.ts";
import { byWhom } from "./who_says.ts";

/** Claims of a collection that have something in common, under one heading. */
export interface ClaimPart {
  /** Its `id` on the page; with a colon, so that no claim's anchor is the same. */
  readonly id: string;
  /** What its claims have in common; plain text. */
  readonly label: string;
  /** All its claims, in file order. */
  readonly entries: readonly Entry[];
  /** The same once more in parts, where there are many. */
  readonly parts: Parts | null;
}

/** How claims are parted, and their parts. */
export interface Parts {
  /** By what: "source", "what is counted". */
  readonly by: string;
  /** In the order in which they first appear. */
  readonly list: readonly ClaimPart[];
}

/** So many claims are read in one go; more are parted. */
const FEW = 40;

/** A way to part claims. */
interface Way {
  readonly by: string;
  /** What claims of one part have in common. */
  readonly key: (entry: Entry) => string;
  /** What that is called. */
  readonly label: (entry: Entry) => string;
  /** Into more parts than these it is no help to part them. */
  readonly most: number;
}

function measureLabel({ claim, measure }: Entry): string {
  return measure?.label || claim.measure;
}

function year({ claim, source }: Entry): string {
  return (claim.end || claim.start || source?.published || "").slice(0, 4) ||
    "No date";
}

const WAYS: readonly Way[] = [
  {
    by: "source",
    key: ({ claim }) => claim.source_id ?? "",
    label: sourceWords,
    most: 20,
  },
  {
    by: "what is counted",
    key: ({ claim }) => claim.measure,
    label: measureLabel,
    most: 60,
  },
  { by: "publisher", key: byWhom, label: byWhom, most: 60 },
  { by: "year", key: year, label: year, most: 60 },
];

/** Where nothing parts them better: by their place. */
function inTurn(entries: readonly Entry[], id: string): Parts {
  const list = [];
  for (let from = 0; from < entries.length; from += FEW) {
    const some = entries.slice(from, from + FEW);
    list.push({
      id: `${id}:${list.length + 1}`,
      label: `${from + 1} to ${from + some.length}`,
      entries: some,
      parts: null,
    });
  }
  return { by: "place in the file", list };
}

/**
 * Claims in parts where they are more than can be read in one go: by source
 * where these are few, else by what is counted, by publisher, by year, and each
 * part by the next of these; `null` for a few.
 *
 * @param id Begins the parts' ids.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { partsOf } from "./parts.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * const parts = partsOf(reports!.entries, "claims:1");
 * assert.equal(parts?.by, "source");
 * assert.equal(parts?.list[0]?.label, "TASS, 2024-03-21");
 * assert.equal(partsOf(reports!.entries.slice(0, 9), "claims:1"), null);
 * ```
 */
export function partsOf(
  entries: readonly Entry[],
  id: string,
  ways: readonly Way[] = WAYS,
): Parts | null {
  if (entries.length <= FEW) return null;
  for (const [i, { by, key, label, most }] of ways.entries()) {
    const groups = [...Map.groupBy(entries, key).values()];
    if (groups.length < 2 || groups.length > most) continue;
    return {
      by,
      list: groups.map((own, place) => ({
        id: `${id}:${place + 1}`,
        label: label(own[0]!),
        entries: own,
        parts: partsOf(own, `${id}:${place + 1}`, ways.slice(i + 1)),
      })),
    };
  }
  return inTurn(entries, id);
}

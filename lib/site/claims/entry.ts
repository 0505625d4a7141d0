import { claimIntervals } from "../../dataset/intervals.ts";
import type { Dataset } from "../../dataset/load.ts";
import type { Row } from "../../dataset/rows.ts";
import type { Period } from "../../quantity/period.ts";
import type { SetAsideJson } from "../../reconcile/result.ts";
import { type Findings, type PageConflict, unsettled } from "./findings.ts";
import type { Range } from "./range.ts";

/** A conflict, with the place under which it is listed. */
export interface NumberedConflict extends PageConflict {
  /** Its `id` on the page of conflicts. */
  readonly anchor: string;
  /** Its number in its collection, from 1. */
  readonly number: number;
}

/** How a claim stands to another one. */
export interface EntryRelation {
  /** The words between the two: "contests", "is contested by". */
  readonly words: string;
  /** The other claim. */
  readonly claim: string;
  /** Why. */
  readonly note: string | null;
}

/**
 * Whether a claim is left out by every repair that weighs the least, by some of
 * them, or by a repair that is not known to weigh the least.
 */
export type Dropped = "always" | "sometimes" | "perhaps";

/** Everything that the report says of one claim: plain data. */
export interface Entry {
  /** The claim's row. */
  readonly claim: Row<"claims">;
  /** The document it stands in, where the dataset names it. */
  readonly source: Row<"sources"> | undefined;
  /** What it counts, where the dataset says. */
  readonly measure: Row<"measures"> | undefined;
  /** What it counts against, for a ratio or share. */
  readonly ofMeasure: Row<"measures"> | undefined;
  /** Its period; `null` where none is stated. */
  readonly period: Period | null;
  /** What it allows; `null` where it is not modelled. */
  readonly interval: Range | null;
  /** Whether that is of another width or reading than width 1 and the default. */
  readonly selected: boolean;
  /** What replaced it, where it was set aside. */
  readonly setAside: SetAsideJson | null;
  /** The claim that it is counted as an echo of. */
  readonly echoOf: string | null;
  /** What the others of its collection imply; `null` where not modelled. */
  readonly implied: Range | null;
  /** The other readings its words allow. */
  readonly readings: readonly Row<"readings">[];
  /** The conflicts told that it is in. */
  readonly conflicts: readonly NumberedConflict[];
  /** How many conflicts it is in, told by themselves or not. */
  readonly inConflicts: number;
  /** What becomes of it where as little as can be is left out. */
  readonly dropped: Dropped | null;
  /** Relations in both directions. */
  readonly relations: readonly EntryRelation[];
  /** Other claims of the same origin, the first few. */
  readonly sameOrigin: readonly string[];
  /** How many more there are. */
  readonly moreOfOrigin: number;
}

/** How many other claims of its origin an entry names. */
const ECHOES = 8;

/** The claims of one collection, with what they imply together. */
export interface EntryGroup {
  /** The collection; `null` holds the claims without one. */
  readonly collection: string | null;
  /** In file order. */
  readonly entries: readonly Entry[];
  /** What they imply. */
  readonly findings: Findings;
  /** All conflicts of the collection, as they are told. */
  readonly conflicts: readonly NumberedConflict[];
}

/**
 * Entries by their claims' ids.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { byId, entryGroups } from "./entry.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.equal(byId(reports!.entries).get("izvestia-500k")?.claim.stated, "500000");
 * ```
 */
export function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.claim.claim_id, entry]));
}

const WORDS: Readonly<Record<string, readonly [there: string, back: string]>> =
  {
    contests: ["contests", "is contested by"],
    restates: ["restates", "is restated by"],
    same_origin: ["has the same origin as", "has the same origin as"],
    corrects: ["corrects", "is corrected by"],
    relabels: ["gives in other words", "is given in other words by"],
    compares: ["is set beside", "is set beside"],
  };

const RELATED = ["bears on", "is borne on by"] as const;

function relationsOf(dataset: Dataset): Map<string, EntryRelation[]> {
  const found = new Map<string, EntryRelation[]>();
  const add = (claim: string, relation: EntryRelation) => {
    const own = found.get(claim);
    if (own) own.push(relation);
    else found.set(claim, [relation]);
  };
  for (const { from, relation, to, note } of dataset.relations) {
    const [there, back] = WORDS[relation ?? ""] ?? RELATED;
    add(from, { words: there, claim: to, note });
    add(to, { words: back, claim: from, note });
  }
  return found;
}

function numbered(findings: Findings, place: number): NumberedConflict[] {
  return findings.conflicts.map((conflict, index) => ({
    ...conflict,
    number: index + 1,
    anchor: `conflict-${place + 1}-${index + 1}`,
  }));
}

/**
 * The collections of a dataset in the order in which they first appear; `null`
 * holds the claims without one.
 */
function collectionsOf(dataset: Dataset): (string | null)[] {
  return [...new Set(dataset.claims.map((claim) => claim.collection || null))];
}

/**
 * Everything that a report says of each claim of a dataset, collection by
 * collection.
 *
 * @param findings What the claims of each collection imply on their own.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const [reports] = entryGroups(data, []);
 * assert.equal(reports?.entries[0]?.claim.collection, "reports");
 * ```
 */
export function entryGroups(
  dataset: Dataset,
  findings: readonly Findings[],
): EntryGroup[] {
  const measures = new Map(dataset.measures.map((row) => [row.measure, row]));
  const readings = Map.groupBy(dataset.readings, (row) => row.claim_id);
  const origins = Map.groupBy(dataset.claims, (claim) => claim.origin ?? "");
  const relations = relationsOf(dataset);
  const rows = Map.groupBy(
    claimIntervals(dataset),
    ({ claim }) => claim.collection || null,
  );
  const findingsOf = new Map(
    findings.map((found) => [found.collection, found]),
  );
  return collectionsOf(dataset).map((collection, place) => {
    const found = findingsOf.get(collection) ?? nothing(collection);
    const { selected = false } = found;
    const conflicts = numbered(found, place);
    const conflictsOf = new Map<string, NumberedConflict[]>();
    for (const conflict of conflicts) {
      for (const claim of [...conflict.claims, ...conflict.also]) {
        const own = conflictsOf.get(claim);
        if (own) own.push(conflict);
        else conflictsOf.set(claim, [conflict]);
      }
    }
    const implied = new Map(found.claims.map((row) => [row.claim, row]));
    const aside = new Map(found.setAside.map((row) => [row.claim, row]));
    const echoOf = new Map(found.echoes.map(({ claim, of }) => [claim, of]));
    const dropped = droppedOf(found);
    const times = new Map<string, number>();
    for (const claim of found.found.flat()) {
      times.set(claim, (times.get(claim) ?? 0) + 1);
    }
    const entries = (rows.get(collection) ?? []).map(
      ({ claim, source, period, low, high }): Entry => {
        const id = claim.claim_id;
        const others = implied.get(id);
        return {
          claim,
          source,
          period,
          measure: measures.get(claim.measure),
          ofMeasure: claim.of_measure
            ? measures.get(claim.of_measure)
            : undefined,
          interval: selected
            ? others ? { low: others.low, high: others.high } : null
            : low === null
            ? null
            : { low, high },
          selected,
          setAside: aside.get(id) ?? null,
          echoOf: echoOf.get(id) ?? null,
          implied: others
            ? { low: others.implied_low, high: others.implied_high }
            : null,
          readings: readings.get(id) ?? [],
          conflicts: conflictsOf.get(id) ?? [],
          // Of a fall all is told, though the list of conflicts may be cut.
          inConflicts: Math.max(
            times.get(id) ?? 0,
            conflictsOf.get(id)?.length ?? 0,
          ),
          dropped: dropped.get(id) ?? null,
          relations: relations.get(id) ?? [],
          ...sameOrigin(claim, origins),
        };
      },
    );
    return { collection, entries, findings: found, conflicts };
  });
}

/** What becomes of each claim that some repair of the least weight leaves out. */
function droppedOf(
  { drop, dropCertain, choices }: Findings,
): ReadonlyMap<string, Dropped> {
  if (!dropCertain) return new Map(drop.map((id) => [id, "perhaps"]));
  return new Map(
    choices.flatMap(({ options, complete }) =>
      options.flat().map((id): [string, Dropped] => [
        id,
        complete && options.every((option) => option.includes(id))
          ? "always"
          : "sometimes",
      ])
    ),
  );
}

/** The same origin may stand behind all claims: each entry names a few. */
function sameOrigin(
  { claim_id, origin }: Row<"claims">,
  origins: ReadonlyMap<string, readonly Row<"claims">[]>,
): Pick<Entry, "sameOrigin" | "moreOfOrigin"> {
  const all = origin ? origins.get(origin)! : [];
  const sameOrigin = all.slice(0, ECHOES + 1).map((other) => other.claim_id)
    .filter((other) => other !== claim_id).slice(0, ECHOES);
  const others = Math.max(0, all.length - 1);
  return { sameOrigin, moreOfOrigin: others - sameOrigin.length };
}

/** The findings of claims that nobody asked about: none is missing. */
function nothing(collection: string | null): Findings {
  return {
    ...unsettled(collection),
    settled: true,
    conflictsComplete: true,
    conflictsCertain: true,
    dropCertain: true,
  };
}

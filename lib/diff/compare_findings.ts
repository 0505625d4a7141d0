import type { CheapestRepair } from "../reconcile/reconciliation.ts";
import type { ReadingChoice, ReadingOf } from "../reconcile/search/readings.ts";
import type {
  BoundsJson,
  ConflictJson,
  ResultJson,
  SetAsideJson,
} from "../reconcile/result.ts";
import type { Renames } from "./renames.ts";

/** What is compared of a reconciliation. */
export interface ComparedResult {
  /** The result. */
  readonly result: ResultJson;
  /** The cheapest repair. */
  readonly cheapest: CheapestRepair;
  /** The best choice of readings, where it was sought. */
  readonly readings?: ReadingChoice | undefined;
}

/** Something before and after. */
export interface Change<T> {
  /** In the old version. */
  readonly old: T;
  /** In the new one. */
  readonly new: T;
}

/** A low and a high; `null` is open. */
export interface LowHigh {
  /** At least; `null` is open, as only a difference can be. */
  readonly low: number | null;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/** A conflict, by its claims. */
export interface ToldConflict {
  /** Claim ids, sorted. */
  readonly claims: readonly string[];
  /** The sentence that does the arithmetic. */
  readonly text: string;
}

/** What changed in what follows from the claims. */
export interface FindingsDiff {
  /** Whether anything did. */
  readonly changed: boolean;
  /** Whether all claims can be true. */
  readonly consistent: Change<boolean>;
  /** The least share by which every bound must give. */
  readonly slack: Change<number>;
  /** How many claims are modelled. */
  readonly modelled: Change<number>;
  /** Claims that are set aside in one version and not, or otherwise, in the other. */
  readonly set_aside: readonly (Change<SetAsideJson | null> & {
    readonly claim: string;
  })[];
  /** Claims whose interval moved, though they are in both. */
  readonly intervals: readonly (Change<LowHigh> & { readonly claim: string })[];
  /** Claims that are taken in another reading. */
  readonly read: readonly (Change<string> & { readonly claim: string })[];
  /** Conflicts, by their claims. */
  readonly conflicts: {
    /** Those that there are no longer; ids as they were. */
    readonly gone: readonly ToldConflict[];
    /** Those that there were not. */
    readonly new: readonly ToldConflict[];
    /** Those whose arithmetic is another. */
    readonly retold: readonly (Change<string> & {
      readonly claims: readonly string[];
    })[];
    /** Whether no conflict is missing from the lists that were compared. */
    readonly complete: Change<boolean>;
  };
  /** The cheapest repair. */
  readonly cheapest_repair: Change<CheapestRepair>;
  /** All repairs, by what they leave out. */
  readonly repairs: {
    /** Those that no longer are one; ids as they were. */
    readonly gone: readonly (readonly string[])[];
    /** Those that were none. */
    readonly new: readonly (readonly string[])[];
    /** Whether no repair is missing from the lists that were compared. */
    readonly complete: Change<boolean>;
  };
  /** Bounds that moved; `null` where a version has none for the month. */
  readonly bounds: readonly (Change<LowHigh | null> & {
    readonly measure: string;
    readonly start: string;
    readonly end: string;
  })[];
  /**
   * Readings in the best choice and in none, where they were sought; `null`
   * where they were not, or a search did not come to its end.
   */
  readonly readings: {
    /** Claims for which another reading is chosen. */
    readonly chosen: readonly (Change<string> & { readonly claim: string })[];
    /** Claims that no longer fail to agree even so. */
    readonly agree: readonly string[];
    /** Claims that now fail to. */
    readonly dropped: readonly string[];
    /** Readings that were in no best choice and now are in one, or are gone. */
    readonly possible: readonly ReadingOf[];
    /** Readings that now are in none. */
    readonly never: readonly ReadingOf[];
  } | null;
}

/** Slack is found to a millionth. */
const SLACK = 1e-6;

const sorted = (ids: readonly string[]) =>
  [...ids].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);

const sameRange = (a: LowHigh | null, b: LowHigh | null) =>
  a?.low === b?.low && a?.high === b?.high;

/** What is in one list and not in the other, by a key. */
function apart<A, B>(
  old: readonly A[],
  now: readonly B[],
  keyOfOld: (item: A) => string,
  keyOfNew: (item: B) => string,
) {
  const before = new Set(old.map(keyOfOld));
  const after = new Set(now.map(keyOfNew));
  return {
    gone: old.filter((item) => !after.has(keyOfOld(item))),
    new: now.filter((item) => !before.has(keyOfNew(item))),
  };
}

function compareBounds(
  old: readonly BoundsJson[],
  now: readonly BoundsJson[],
  measureOf: (id: string) => string,
): FindingsDiff["bounds"] {
  const key = (row: BoundsJson) =>
    JSON.stringify([row.measure, row.start, row.end]);
  const range = (row: BoundsJson | undefined) =>
    row ? { low: row.low, high: row.high } : null;
  const before = new Map(
    old.map((row) => ({ ...row, measure: measureOf(row.measure) }))
      .map((row) => [key(row), row]),
  );
  const after = new Map(now.map((row) => [key(row), row]));
  const all = new Map([...before, ...after]);
  const measures = new Set(
    [...now, ...before.values()].map(({ measure }) => measure),
  );
  const rank = new Map([...measures].map((measure, i) => [measure, i]));
  return [...all].map(([id, { measure, start, end }]) => ({
    measure,
    start,
    end,
    old: range(before.get(id)),
    new: range(after.get(id)),
  })).filter((row) => !sameRange(row.old, row.new))
    .sort((a, b) =>
      rank.get(a.measure)! - rank.get(b.measure)! ||
      (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)
    );
}

/** Claims that became set aside, no longer are, or are so by another. */
function compareAside(
  old: readonly SetAsideJson[],
  now: readonly SetAsideJson[],
  claimOf: (id: string) => string,
): FindingsDiff["set_aside"] {
  const before = new Map(
    old.map(({ claim, by, why }) => [claimOf(claim), {
      claim: claimOf(claim),
      by: by && claimOf(by),
      why,
    }]),
  );
  const after = new Map(now.map((row) => [row.claim, row]));
  return [...new Set([...before.keys(), ...after.keys()])].map((claim) => ({
    claim,
    old: before.get(claim) ?? null,
    new: after.get(claim) ?? null,
  })).filter((row) => JSON.stringify(row.old) !== JSON.stringify(row.new));
}

function compareReadings(
  old: ReadingChoice | undefined,
  now: ReadingChoice | undefined,
  claimOf: (id: string) => string,
): FindingsDiff["readings"] {
  if (!old?.complete || !now?.complete) return null;
  const before = new Map(
    old.choice.map(({ claim, reading }) => [claimOf(claim), reading]),
  );
  const dropped = apart(old.dropped, now.dropped, claimOf, (id) => id);
  const key = ({ claim, reading }: ReadingOf) =>
    JSON.stringify([claim, reading]);
  const never = apart(
    old.never,
    now.never,
    (row) => key({ ...row, claim: claimOf(row.claim) }),
    key,
  );
  return {
    chosen: now.choice.flatMap(({ claim, reading }) => {
      const was = before.get(claim);
      return was === undefined || was === reading
        ? []
        : [{ claim, old: was, new: reading }];
    }),
    agree: dropped.gone,
    dropped: dropped.new,
    possible: never.gone,
    never: never.new,
  };
}

function isChanged(
  diff: Omit<FindingsDiff, "changed">,
  claimOf: (id: string) => string,
): boolean {
  const { conflicts, repairs, readings, cheapest_repair: cheapest } = diff;
  return diff.consistent.old !== diff.consistent.new ||
    Math.abs(diff.slack.old - diff.slack.new) > SLACK ||
    diff.modelled.old !== diff.modelled.new ||
    cheapest.old.weight !== cheapest.new.weight ||
    sorted(cheapest.old.drop.map(claimOf)).join("\n") !==
      sorted(cheapest.new.drop).join("\n") ||
    [
      diff.set_aside,
      diff.intervals,
      diff.read,
      conflicts.gone,
      conflicts.new,
      conflicts.retold,
      repairs.gone,
      repairs.new,
      diff.bounds,
      ...readings ? Object.values(readings) : [],
    ].some((list) => list.length > 0);
}

/**
 * What changed in what follows from the claims, from one version of a dataset to
 * another: verdict, slack, conflicts, repairs, bounds, readings. Ids that only
 * changed their name are the same.
 *
 * @param renames What `compareTables` found.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import { compareFindings } from "./compare_findings.ts";
 * import { NO_RENAMES } from "./renames.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const month = { ...claim, start: "2024-01", end: "2024-01" };
 * async function result(stated: string) {
 *   using found = await reconcile([{ ...month, claim_id: "january", stated }]);
 *   return { result: found.toJSON(), cheapest: found.cheapestRepair };
 * }
 * const diff = compareFindings(await result("70"), await result("80"), NO_RENAMES);
 * assert.deepEqual(diff.bounds[0]?.new, { low: 80, high: 80 });
 * ```
 */
export function compareFindings(
  old: ComparedResult,
  now: ComparedResult,
  renames: Renames,
): FindingsDiff {
  const claimOf = (id: string) => renames.claims.get(id) ?? id;
  const measureOf = (id: string) => renames.measures.get(id) ?? id;
  const keyOfOld = (ids: readonly string[]) =>
    JSON.stringify(sorted(ids.map(claimOf)));
  const keyOfNew = (ids: readonly string[]) => JSON.stringify(sorted(ids));
  const [before, after] = [old.result, now.result];
  const claims = new Map(
    before.claims.map((claim) => [claimOf(claim.claim), claim]),
  );
  const both = after.claims.flatMap((row) => {
    const was = claims.get(row.claim);
    return was ? [{ claim: row.claim, was, row }] : [];
  });
  const texts = new Map(
    before.conflicts.map((row) => [keyOfOld(row.claims), row.text]),
  );
  const conflicts = apart(
    before.conflicts,
    after.conflicts,
    (row) => keyOfOld(row.claims),
    (row) => keyOfNew(row.claims),
  );
  const told = ({ claims, text }: ConflictJson) => ({ claims, text });
  const repairs = apart(
    before.repairs,
    after.repairs,
    (row) => keyOfOld(row.drop),
    (row) => keyOfNew(row.drop),
  );
  const diff = {
    consistent: { old: before.consistent, new: after.consistent },
    slack: { old: before.slack, new: after.slack },
    modelled: { old: before.claims.length, new: after.claims.length },
    set_aside: compareAside(before.set_aside, after.set_aside, claimOf),
    intervals: both.map(({ claim, was, row }) => ({
      claim,
      old: { low: was.low, high: was.high },
      new: { low: row.low, high: row.high },
    })).filter((row) => !sameRange(row.old, row.new)),
    read: both.map(({ claim, was, row }) => ({
      claim,
      old: was.reading,
      new: row.reading,
    })).filter((row) => row.old !== row.new),
    conflicts: {
      gone: conflicts.gone.map(told),
      new: conflicts.new.map(told),
      retold: after.conflicts.flatMap(({ claims, text }) => {
        const was = texts.get(keyOfNew(claims));
        return was === undefined || was === text
          ? []
          : [{ claims, old: was, new: text }];
      }),
      complete: {
        old: before.conflicts_complete,
        new: after.conflicts_complete,
      },
    },
    cheapest_repair: { old: old.cheapest, new: now.cheapest },
    repairs: {
      gone: repairs.gone.map(({ drop }) => drop),
      new: repairs.new.map(({ drop }) => drop),
      complete: { old: before.repairs_complete, new: after.repairs_complete },
    },
    bounds: compareBounds(before.bounds, after.bounds, measureOf),
    readings: compareReadings(old.readings, now.readings, claimOf),
  };
  return { changed: isChanged(diff, claimOf), ...diff };
}

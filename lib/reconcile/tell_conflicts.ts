import { type Day, firstDay, lastDay } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import type { ConflictJson } from "./result.ts";

/**
 * What a claim says, as far as it takes to see that two say the same.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { ClaimFacts } from "./tell_conflicts.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "a", stated: "70", start: "2024-01", end: "2024-03" },
 * ]);
 * const [facts]: ClaimFacts[] = result.facts;
 * assert.deepEqual([facts?.measure, facts?.end], ["cases", "2024-03-31"]);
 * ```
 */
export interface ClaimFacts {
  /** Claim id. */
  readonly claim: string;
  /** `total`, `rate`, `ratio`…, with a rate's unit and spread. */
  readonly kind: string;
  /** The measure, after `same`. */
  readonly measure: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** The other count of a ratio, share or difference. */
  readonly of: {
    /** Its measure. */
    readonly measure: string;
    /** Its first day. */
    readonly start: string;
    /** Its last day. */
    readonly end: string;
  } | null;
  /** Low of its interval; `null` is open. */
  readonly low: number | null;
  /** High; `null` is open. */
  readonly high: number | null;
}

/**
 * One conflict that is told, for all those that differ from it in nothing that
 * a reader would miss.
 *
 * @example
 * ```ts
 * import { type ToldConflict, tellConflicts } from "./tell_conflicts.ts";
 * import assert from "node:assert/strict";
 *
 * const conflict = { claims: ["a"], text: "2 is more than 1.", proof: [], background: [] };
 * const [told]: ToldConflict[] = tellConflicts([conflict], []);
 * assert.deepEqual(told, {
 *   claims: ["a"],
 *   text: "2 is more than 1.",
 *   also: [],
 *   conflicts: [0],
 * });
 * ```
 */
export interface ToldConflict {
  /** The claims of the one that is told, by id. */
  readonly claims: readonly string[];
  /** A sentence that does the arithmetic, or tells the fall. */
  readonly text: string;
  /** Other claims that make the same conflict: restating, or in the same fall. */
  readonly also: readonly string[];
  /** Which conflicts of the list it stands for, by position. */
  readonly conflicts: readonly number[];
}

interface Group {
  readonly claims: readonly string[];
  readonly text: string;
  readonly also: Set<string>;
  readonly conflicts: number[];
}

/** An earlier number of a running total that is more than a later one. */
interface Drop {
  readonly group: Group;
  readonly before: ClaimFacts;
  readonly after: ClaimFacts;
}

const FEW = 4;

/** What two claims that restate each other have in common. */
function saying({ claim: _, ...rest }: ClaimFacts): string {
  return JSON.stringify(rest);
}

/** Conflicts that differ only by claims that restate another, as one. */
function withoutRestating(
  conflicts: readonly ConflictJson[],
  facts: ReadonlyMap<string, ClaimFacts>,
): Group[] {
  const groups = new Map<string, Group>();
  conflicts.forEach(({ claims, text }, i) => {
    const key = JSON.stringify(
      claims.map((id) => {
        const own = facts.get(id);
        return own ? saying(own) : id;
      }).sort(),
    );
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { claims, text, also: new Set(), conflicts: [i] });
      return;
    }
    group.conflicts.push(i);
    for (const id of claims) if (!group.claims.includes(id)) group.also.add(id);
  });
  return [...groups.values()];
}

/** A conflict as a fall of a running total, if it is one. */
function dropOf(
  group: Group,
  facts: ReadonlyMap<string, ClaimFacts>,
): Drop | null {
  const [a, b] = group.claims.map((id) => facts.get(id));
  if (group.claims.length !== 2 || !a || !b) return null;
  const running = a.kind === "total" && b.kind === "total" &&
    a.measure === b.measure && a.start === b.start && a.end !== b.end;
  if (!running) return null;
  const [before, after] = a.end < b.end ? [a, b] : [b, a];
  return { group, before, after };
}

/**
 * The falls of one running total: the fewest days such that every drop passes
 * one of them, each with its drops. The first day on which some number is less
 * than an earlier one is the first of them; drops that began before it end with
 * it, and so on with the others.
 */
function fallsOf(drops: readonly Drop[]): Drop[][] {
  const sorted = drops.toSorted((a, b) =>
    a.after.end < b.after.end ? -1 : a.after.end > b.after.end ? 1 : 0
  );
  const falls: { readonly day: string; readonly drops: Drop[] }[] = [];
  for (const drop of sorted) {
    const passed = falls.find(({ day }) =>
      drop.before.end < day && day <= drop.after.end
    );
    if (passed) passed.drops.push(drop);
    else falls.push({ day: drop.after.end, drops: [drop] });
  }
  return falls.map(({ drops }) => drops);
}

function by({ end }: ClaimFacts, year: string): string {
  const day: Day = lastDay(end);
  const words = describePeriod({ start: day, end: day });
  return end.startsWith(year) ? words.replace(/ \d+$/, "") : words;
}

/** "120", or "at least 120" where that is only a side of it. */
function side(facts: ClaimFacts, which: "low" | "high"): string {
  const value = formatNumber(facts[which]!);
  if (facts.low === facts.high) return value;
  return `${which === "low" ? "at least" : "at most"} ${value}`;
}

function few(words: readonly string[]): string {
  const told = words.slice(0, FEW);
  const rest = words.length - told.length;
  if (rest > 0) return `${told.join(", ")} and ${rest} more`;
  return told.join(", ");
}

function tellFall(
  drops: readonly Drop[],
  name: (measure: string) => string,
): ToldConflict {
  // Across the day of the fall, from the last number before it.
  const [main, ...others] = drops.toSorted((a, b) =>
    compare(a.after.end, b.after.end) || compare(b.before.end, a.before.end)
  ) as [Drop, ...Drop[]];
  const { before, after, group } = main;
  const year = after.end.slice(0, 4);
  const points = (which: "before" | "after", of: ClaimFacts) => {
    const side_ = which === "before" ? "low" : "high";
    const seen = new Map<string, string>();
    for (const drop of others) {
      const point = drop[which];
      if (saying(point) === saying(of)) continue;
      seen.set(saying(point), `${side(point, side_)} by ${by(point, year)}`);
    }
    return [...seen.values()];
  };
  const [earlier, later] = [points("before", before), points("after", after)];
  const also = [
    ...earlier.length > 0 ? [`from ${few(earlier)}`] : [],
    ...later.length > 0 ? [`to ${few(later)}`] : [],
  ];
  const since = describePeriod({
    start: firstDay(before.start),
    end: firstDay(before.start),
  });
  const own = new Set(group.claims);
  return {
    claims: group.claims,
    text: `${name(before.measure)} since ${since} fell from ${
      side(before, "low")
    } by ${by(before, year)} to ${side(after, "high")} by ${by(after, "none")}${
      also.length > 0 ? ` (also ${also.join("; ")})` : ""
    }.`,
    also: [
      ...new Set(
        drops.flatMap(({ group }) => [...group.claims, ...group.also]),
      ),
    ].filter((id) => !own.has(id)),
    conflicts: drops.flatMap(({ group }) => group.conflicts)
      .sort((a, b) => a - b),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Conflicts for readers, each told once: those that differ only by a claim that
 * restates another (the same kind, measure, period and interval) as one, and
 * the pairs of a running total that fell (the same measure and start, a later
 * end with a lower number) as one a fall. Each conflict of the list is in
 * exactly one of what is told, in the order of the first.
 *
 * @param facts What the claims say, as `Reconciliation.facts` has it.
 * @param name What a measure is called; its id where it is left out.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import { tellConflicts } from "./tell_conflicts.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact", start: "2024-01-01" } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "a", stated: "120", end: "2024-05-03" },
 *   { ...claim, claim_id: "b", stated: "100", end: "2024-05-05" },
 *   { ...claim, claim_id: "c", stated: "110", end: "2024-05-07" },
 * ]);
 * assert.equal(result.conflicts.length, 2);
 * const [fall] = tellConflicts(result.conflicts, result.facts);
 * assert.equal(
 *   fall?.text,
 *   "cases since 1 January 2024 fell from 120 by 3 May to 100 by 5 May 2024 (also to 110 by 7 May).",
 * );
 * assert.deepEqual(fall?.also, ["c"]);
 * ```
 */
export function tellConflicts(
  conflicts: readonly ConflictJson[],
  facts: readonly ClaimFacts[],
  name: (measure: string) => string = (id) => id,
): ToldConflict[] {
  const byId = new Map(facts.map((row) => [row.claim, row]));
  const groups = withoutRestating(conflicts, byId);
  const drops = groups.flatMap((group) => dropOf(group, byId) ?? []);
  const running = Map.groupBy(
    drops,
    ({ before }) => JSON.stringify([before.measure, before.start]),
  );
  const falls = [...running.values()].flatMap(fallsOf)
    .filter((fall) => fall.length > 0);
  const fallen = new Set(falls.flat().map(({ group }) => group));
  return [
    ...groups.filter((group) => !fallen.has(group)).map((group) => ({
      claims: group.claims,
      text: group.text,
      also: [...group.also],
      conflicts: group.conflicts,
    })),
    ...falls.map((fall) => tellFall(fall, name)),
  ].sort((a, b) => a.conflicts[0]! - b.conflicts[0]!);
}

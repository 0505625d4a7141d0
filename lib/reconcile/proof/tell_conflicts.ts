import { isRecord, refuse, type Takes } from "../../quantity/check_options.ts";
import { type Day, firstDay, lastDay } from "../../quantity/date.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import {
  takesDate,
  takesFunction,
  takesList,
  takesText,
} from "../../quantity/takes.ts";
import type { ConflictJson } from "../result.ts";
import { whenCounted } from "./when_counted.ts";

/** What a claim says, as far as it takes to see that two say the same. */
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
 */
export interface ToldConflict {
  /** The claims of what is told: of one conflict, or all numbers of a count. */
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

/** A day by which a running total is less than it was, with what says so. */
interface Fall {
  /** Numbers from before that day that are more, the latest last. */
  readonly before: readonly ClaimFacts[];
  /** Numbers from that day on that are less, the earliest first. */
  readonly after: readonly ClaimFacts[];
}

/** An object with some keys, whatever else it has; `words` says what it is. */
function takesKeys(
  keys: Readonly<Record<string, Takes>>,
  words: string,
): Takes {
  return (value, name) => {
    if (!isRecord(value)) refuse(name, value, words);
    for (const [key, takes] of Object.entries(keys)) {
      takes(value[key], `${name}.${key}`);
    }
  };
}

const takesConflicts = takesList(
  takesKeys(
    { claims: takesList(takesText, "ids"), text: takesText },
    "a conflict, as a result lists them",
  ),
  "conflicts",
);

const takesFacts = takesList(
  takesKeys(
    {
      claim: takesText,
      kind: takesText,
      measure: takesText,
      start: takesDate,
      end: takesDate,
    },
    "what a claim says, as a result's facts have it",
  ),
  "facts of claims",
);

/** How many further numbers of a fall are told. */
const FEW = 4;

/** More numbers for one count than these are not told one by one. */
const MOST_NUMBERS = 8;

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

function runningTotal({ kind, measure, start }: ClaimFacts): string | null {
  return kind === "total" ? JSON.stringify([measure, start]) : null;
}

/** Whether the later of two numbers of a running total is certainly less. */
function fell(before: ClaimFacts, after: ClaimFacts): boolean {
  return before.end < after.end && after.high !== null &&
    (before.low ?? 0) > after.high;
}

/**
 * The falls of one running total: the fewest days such that every two numbers
 * that fell have one of them between. The first day on which some number is less
 * than one before is the first fall; what stood before it belongs to it, and
 * the next is sought among the numbers from that day on.
 */
function fallsOf(total: readonly ClaimFacts[]): Fall[] {
  const sorted = total.toSorted((a, b) => compare(a.end, b.end));
  const falls: Fall[] = [];
  let from = 0;
  let top: ClaimFacts | null = null;
  for (let i = 0; i < sorted.length; i++) {
    const next = sorted[i]!;
    if (top && fell(top, next)) {
      const day = next.end;
      const first = sorted.findIndex(({ end }) => end === day);
      const most = top;
      const after = sorted.slice(first).filter((row) => fell(most, row));
      const least = after.reduce((a, b) => b.high! < a.high! ? b : a);
      const before = sorted.slice(from, first).filter((row) =>
        fell(row, least)
      );
      falls.push({ before, after });
      from = first;
      top = null;
      i = first - 1;
      // All of that day come after the fall: none of them is less than another.
      while (sorted[i + 1]?.end === day) {
        const own = sorted[++i]!;
        if (!top || (own.low ?? 0) > (top.low ?? 0)) top = own;
      }
      continue;
    }
    if (!top || (next.low ?? 0) > (top.low ?? 0)) top = next;
  }
  return falls;
}

function by({ end }: ClaimFacts, year: string): string {
  const day: Day = lastDay(end);
  const words = describePeriod({ start: day, end: day });
  return year !== "" && end.startsWith(year)
    ? words.replace(/ \d+$/, "")
    : words;
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

/** "235 by 5 May", each number once. */
function points(
  rows: readonly ClaimFacts[],
  which: "low" | "high",
  year: string,
): string[] {
  return [
    ...new Set(rows.map((row) => `${side(row, which)} by ${by(row, year)}`)),
  ];
}

function tellFall(
  { before, after }: Fall,
  name: (measure: string) => string,
  conflicts: readonly number[],
): ToldConflict {
  // Across the day of the fall: the last number before it that is more.
  const last = after[0]!;
  const first = before.findLast((row) => fell(row, last))!;
  const year = last.end.slice(0, 4);
  const main = [
    `${points([first], "low", year)}`,
    `${points([last], "high", year)}`,
  ];
  const earlier = points(before.toReversed(), "low", year)
    .filter((point) => point !== main[0]);
  const later = points(after, "high", year)
    .filter((point) => point !== main[1]);
  const also = [
    ...earlier.length > 0 ? [`from ${few(earlier)}`] : [],
    ...later.length > 0 ? [`to ${few(later)}`] : [],
  ];
  const day = firstDay(first.start);
  const since = describePeriod({ start: day, end: day });
  const claims = [first.claim, last.claim].sort(compare);
  return {
    claims,
    text: `${name(first.measure)} since ${since} fell from ${main[0]} to ${
      side(last, "high")
    } by ${by(last, "")}${
      also.length > 0 ? ` (also ${also.join("; ")})` : ""
    }.`,
    also: [...before, ...after].map(({ claim }) => claim)
      .filter((id) => !claims.includes(id)),
    conflicts,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Conflicts for readers, each told once: those that differ only by a claim that
 * restates another (the same kind, measure, period and interval) as one, three
 * or more pairs of numbers for one count as one, and the pairs of a running total
 * that fell (the same measure and start, a later end with a lower number) as one
 * a fall. The falls come first, and all of them, though the list of conflicts may
 * be cut; each conflict of it is told once.
 *
 * @param facts What the claims say, as `Reconciliation.facts` has it.
 * @param name What a measure is called; its id where it is left out.
 * @throws {InputError} When an argument is none of these.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile.ts";
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
  takesConflicts(conflicts, "conflicts");
  takesFacts(facts, "facts");
  takesFunction(name, "name");
  const byId = new Map(facts.map((row) => [row.claim, row]));
  const totals = Map.groupBy(facts, runningTotal);
  totals.delete(null);
  const falls = [...totals.values()].flatMap(fallsOf);
  const own = falls.map((): Group[] => []);
  const inFall = ({ claims }: Group): Group[] | undefined => {
    const [a, b] = claims.map((id) => byId.get(id));
    if (claims.length !== 2 || !a || !b) return;
    const [before, after] = a.end < b.end ? [a, b] : [b, a];
    if (runningTotal(a) === null || runningTotal(a) !== runningTotal(b)) return;
    return own[
      falls.findIndex((fall) =>
        fall.before.includes(before) && fall.after.includes(after)
      )
    ];
  };
  const others = withoutRestating(conflicts, byId).filter((group) => {
    const fall = inFall(group);
    fall?.push(group);
    return !fall;
  });
  const told: ToldConflict[] = [];
  falls.forEach((fall, i) => {
    const groups = own[i]!;
    const { before, after } = fall;
    const exact = [before[0]!, after[0]!].every(({ low, high }) =>
      low === high
    );
    // Of two numbers with their hedges the sentence says more.
    if (groups.length === 1 && !exact) others.push(groups[0]!);
    else {
      const listed = groups.flatMap(({ conflicts }) => conflicts);
      told.push(tellFall(fall, name, listed.sort((a, b) => a - b)));
    }
  });
  const counts = Map.groupBy(others, (group) => oneCount(group, byId));
  for (const group of others.toSorted(byPosition)) {
    const key = oneCount(group, byId);
    const groups = counts.get(key)!;
    if (key === null || groups.length < 3) told.push(plainly(group));
    else if (groups[0] === group) told.push(tellCount(groups, byId, name));
  }
  return told;
}

function byPosition(a: Group, b: Group): number {
  return a.conflicts[0]! - b.conflicts[0]!;
}

function plainly({ also, ...group }: Group): ToldConflict {
  return { ...group, also: [...also] };
}

/** The count that both claims of a conflict are totals of, if it is one. */
function oneCount(
  { claims }: Group,
  facts: ReadonlyMap<string, ClaimFacts>,
): string | null {
  const [a, b] = claims.map((id) => facts.get(id));
  if (claims.length !== 2 || a?.kind !== "total" || !b) return null;
  const key = ({ low: _l, high: _h, claim: _c, ...rest }: ClaimFacts) =>
    JSON.stringify(rest);
  return key(a) === key(b) ? key(a) : null;
}

function range({ low, high }: ClaimFacts): string {
  if (high === null) return `at least ${formatNumber(low ?? 0)}`;
  return low === high
    ? formatNumber(high)
    : `${formatNumber(low ?? 0)} to ${formatNumber(high)}`;
}

/** Several numbers for one count, as one. */
function tellCount(
  groups: readonly Group[],
  facts: ReadonlyMap<string, ClaimFacts>,
  name: (measure: string) => string,
): ToldConflict {
  const claims = new Map<string, ClaimFacts>();
  const also = new Set<string>();
  for (const group of groups) {
    for (const id of group.claims) {
      const own = facts.get(id)!;
      const first = claims.get(saying(own));
      if (!first) claims.set(saying(own), own);
      else if (first.claim !== id) also.add(id);
    }
    for (const id of group.also) also.add(id);
  }
  const told = [...claims.values()].sort((a, b) =>
    (a.low ?? 0) - (b.low ?? 0) || (a.high ?? Infinity) - (b.high ?? Infinity)
  );
  const ids = told.map(({ claim }) => claim);
  const [one] = told as [ClaimFacts];
  const days = { start: firstDay(one.start), end: lastDay(one.end) };
  const numbers = told.map(range);
  const list = numbers.length > MOST_NUMBERS
    ? `${numbers.length} numbers, from ${numbers[0]} to ${numbers.at(-1)}`
    : `${numbers.slice(0, -1).join("; ")} and ${numbers.at(-1)}`;
  // By the intervals: the list of conflicts may be cut.
  const pairs = told.reduce(
    (sum, a, i) =>
      sum +
      told.slice(i + 1).filter((b) => a.high !== null && a.high < (b.low ?? 0))
        .length,
    0,
  );
  return {
    claims: ids,
    text: `${name(one.measure)} ${whenCounted(days)}: ${list}. ${
      pairs === told.length * (told.length - 1) / 2
        ? "No two of these can be true together."
        : `Of these, ${pairs} pairs cannot be true together.`
    }`,
    also: [...also].filter((id) => !ids.includes(id)),
    conflicts: groups.flatMap(({ conflicts }) => conflicts)
      .sort((a, b) => a - b),
  };
}

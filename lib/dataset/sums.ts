import type { Claim, Measure } from "../quantity/claim.ts";
import { type Day, formatDay } from "../quantity/date.ts";
import {
  type Interval,
  interval,
  type IntervalOptions,
} from "../quantity/interval.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { type Period, period } from "../quantity/period.ts";
import {
  add,
  compare,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from "../quantity/rational.ts";

/**
 * How two accounts of one count come about. `again`: stated twice. `periods`:
 * stated, and as a sum of shorter periods. `parts`: stated, and as a sum of
 * full parts. `parts and periods`: never stated, but as a sum of full parts and
 * as one of shorter periods. `differences`: not stated to the unit, but as
 * two differences, each of two totals that end together.
 */
export type SumKind =
  | "again"
  | "periods"
  | "parts"
  | "parts and periods"
  | "differences";

/** One account of a count: claims added up, less claims taken off. */
export interface Account {
  /** Ids of the claims that are added. */
  readonly plus: readonly string[];
  /** Ids of the claims that are taken off. */
  readonly minus: readonly string[];
  /** The sum of the stated numbers; of the lower ones where a range is stated. */
  readonly stated: number;
  /** The least that the numbers and their hedges allow. */
  readonly low: number;
  /** The most that they allow; `null` is open. */
  readonly high: number | null;
}

/** Two accounts of one count, and whether they agree. */
export interface Sum {
  /** How the two come about. */
  readonly kind: SumKind;
  /** What is counted. */
  readonly measure: string;
  /** First day of the count, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day of the count, `YYYY-MM-DD`. */
  readonly end: string;
  /** The count as stated, where it is. */
  readonly whole: Account;
  /** The count put together from others. */
  readonly sum: Account;
  /** The stated number of `sum` less that of `whole`. */
  readonly difference: number;
  /** Whether some number is allowed by both. */
  readonly holds: boolean;
}

interface Total extends Period {
  readonly claim: Claim;
  readonly stated: Rational;
  readonly range: Interval;
}

/** A sum of totals that covers a period, before its numbers are rounded. */
interface Piece extends Period {
  readonly plus: readonly Total[];
  readonly minus: readonly Total[];
}

const byPeriod = (p: Period): string => `${p.start} ${p.end}`;

function isExact({ range: { low, high } }: Total): boolean {
  return high !== null && compare(low, high) === 0;
}

function isContested({ claim }: Total): boolean {
  return claim.status === "contested";
}

function isKnown(total: Total | undefined): boolean {
  return total !== undefined && isExact(total) && !isContested(total);
}

function account({ plus, minus }: Piece): {
  exact: Interval & { stated: Rational };
  rounded: Account;
} {
  let [stated, low, high]: [Rational, Rational, Rational | null] = [
    ZERO,
    ZERO,
    ZERO,
  ];
  for (const total of plus) {
    stated = add(stated, total.stated);
    low = add(low, total.range.low);
    high = high && total.range.high && add(high, total.range.high);
  }
  for (const total of minus) {
    stated = subtract(stated, total.stated);
    low = total.range.high ? subtract(low, total.range.high) : ZERO;
    high = high && subtract(high, total.range.low);
  }
  if (compare(low, ZERO) < 0) low = ZERO;
  const ids = (totals: readonly Total[]) => totals.map((t) => t.claim.claim_id);
  return {
    exact: { stated, low, high },
    rounded: {
      plus: ids(plus),
      minus: ids(minus),
      stated: toNumber(stated),
      low: toNumber(low),
      high: high && toNumber(high),
    },
  };
}

function compareAccounts(
  kind: SumKind,
  measure: string,
  left: Piece,
  right: Piece,
): Sum {
  const [whole, sum] = [account(left), account(right)];
  const below = (a: Interval, b: Interval) =>
    b.high === null || compare(a.low, b.high) <= 0;
  return {
    kind,
    measure,
    start: formatDay(left.start),
    end: formatDay(left.end),
    whole: whole.rounded,
    sum: sum.rounded,
    difference: toNumber(subtract(sum.exact.stated, whole.exact.stated)),
    holds: below(whole.exact, sum.exact) && below(sum.exact, whole.exact),
  };
}

const single = (total: Total): Piece => ({
  start: total.start,
  end: total.end,
  plus: [total],
  minus: [],
});

function together(pieces: readonly Piece[], over: Period): Piece {
  return {
    start: over.start,
    end: over.end,
    plus: pieces.flatMap((piece) => piece.plus),
    minus: pieces.flatMap((piece) => piece.minus),
  };
}

/** The totals of each measure, looked up by their period. */
class Totals {
  readonly #at = new Map<string, Map<string, Total[]>>();
  readonly #partsOf = new Map<string, string[]>();

  constructor(
    claims: Iterable<Claim>,
    measures: Iterable<Measure>,
    options: IntervalOptions,
  ) {
    for (const claim of claims) {
      const { kind, measure, stated, start, end } = claim;
      if (kind !== "total" || !stated || !start || !end) continue;
      const total: Total = {
        ...period(start, end),
        claim,
        stated: parseDecimal(stated).value,
        range: interval({ ...claim, stated }, options),
      };
      const periods = this.#at.get(measure) ?? new Map<string, Total[]>();
      this.#at.set(measure, periods);
      periods.set(byPeriod(total), [
        ...periods.get(byPeriod(total)) ?? [],
        total,
      ]);
    }
    for (const { measure, part_of, split } of measures) {
      if (!part_of || split !== "full") continue;
      this.#partsOf.set(part_of, [
        ...this.#partsOf.get(part_of) ?? [],
        measure,
      ]);
    }
  }

  measures(): string[] {
    return [...new Set([...this.#partsOf.keys(), ...this.#at.keys()])];
  }

  parts(measure: string): readonly string[] {
    return this.#partsOf.get(measure) ?? [];
  }

  /** The periods of a measure's totals, each with all that is stated for it. */
  stated(measure: string): Total[][] {
    return [...this.#at.get(measure)?.values() ?? []];
  }

  /**
   * The total that speaks for a period: one of the same origin before others,
   * what nobody contests before what is contested, exact before rounded, then
   * the first.
   */
  best(measure: string, over: Period, origin?: string): Total | undefined {
    const rank = (total: Total) =>
      (origin && total.claim.origin === origin ? 0 : 4) +
      (isContested(total) ? 2 : 0) +
      (isExact(total) ? 0 : 1);
    return this.#at.get(measure)?.get(byPeriod(over))
      ?.toSorted((a, b) => rank(a) - rank(b))[0];
  }

  /** The full parts of a measure over a period, if all of them are stated. */
  ofParts(measure: string, over: Period, origin?: string): Piece | undefined {
    const parts = this.parts(measure).map((part) =>
      this.best(part, over, origin)
    );
    return parts.length > 0 && parts.every((part) => part !== undefined)
      ? together(parts.map(single), over)
      : undefined;
  }

  /** What covers shorter periods: totals, or full parts where there is none. */
  pieces(measure: string, within: Period, origin?: string): Piece[] {
    const found = new Map<string, Piece>();
    for (const id of [measure, ...this.parts(measure)]) {
      for (const [over] of this.stated(id)) {
        if (
          over!.start < within.start || over!.end > within.end ||
          byPeriod(over!) === byPeriod(within) || found.has(byPeriod(over!))
        ) continue;
        const total = this.best(measure, over!, origin);
        const piece = total
          ? single(total)
          : this.ofParts(measure, over!, origin);
        if (piece) found.set(byPeriod(over!), piece);
      }
    }
    return [...found.values()].sort((a, b) =>
      a.start - b.start || a.end - b.end
    );
  }
}

/**
 * The ways to lay pieces end to end over a period: those in which no run of
 * pieces could be replaced by one piece, and the one of the most pieces.
 */
function tilings(pieces: readonly Piece[], over: Period): Piece[][] {
  const from = Map.groupBy(pieces, (piece) => piece.start);
  const known = new Set(pieces.map(byPeriod));
  const found: Piece[][] = [];
  const extend = (laid: readonly Piece[], next: Day): void => {
    if (next === over.end + 1) {
      found.push([...laid]);
      return;
    }
    for (const piece of from.get(next) ?? []) {
      const replaceable = laid.some(({ start }) =>
        known.has(byPeriod({ start, end: piece.end }))
      );
      if (!replaceable) extend([...laid, piece], piece.end + 1);
    }
  };
  extend([], over.start);

  const longest = new Map<Day, Piece[] | undefined>([[over.end + 1, []]]);
  const finest = (next: Day): Piece[] | undefined => {
    if (longest.has(next)) return longest.get(next);
    let best: Piece[] | undefined;
    for (const piece of from.get(next) ?? []) {
      const rest = finest(piece.end + 1);
      if (rest && rest.length + 1 > (best?.length ?? 0)) {
        best = [piece, ...rest];
      }
    }
    longest.set(next, best);
    return best;
  };
  const most = finest(over.start);
  const same = (a: readonly Piece[], b: readonly Piece[]) =>
    a.length === b.length && a.every((piece, i) => piece === b[i]);
  if (most && !found.some((tiling) => same(tiling, most))) found.push(most);
  return found;
}

/**
 * The tilings of a period by exact totals and those of the same origin, or by
 * whatever there is if these leave a gap.
 */
function tiled(
  totals: Totals,
  measure: string,
  over: Period,
  origin?: string,
): Piece[] {
  const all = totals.pieces(measure, over, origin);
  const firm = all.filter(({ plus }) =>
    plus.every((total) =>
      (origin && total.claim.origin === origin) || isKnown(total)
    )
  );
  const found = tilings(firm, over);
  return (found.length > 0 ? found : tilings(all, over))
    .map((pieces) => together(pieces, over));
}

/** Full parts over a period, where a part that is not stated is a sum itself. */
function byParts(
  totals: Totals,
  measure: string,
  over: Period,
  origin?: string,
): Piece | undefined {
  const parts = totals.parts(measure).map((part) => {
    const total = totals.best(part, over, origin);
    return total ? single(total) : tiled(totals, part, over, origin)[0];
  });
  return parts.length > 0 && parts.every((part) => part !== undefined)
    ? together(parts, over)
    : undefined;
}

function* differences(totals: Totals, measure: string): Generator<Sum> {
  const best = totals.stated(measure).map(([over]) =>
    totals.best(measure, over!)!
  ).filter((total) => !isContested(total));
  const byStart = Map.groupBy(best, (total) => total.start);
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  for (const early of starts) {
    for (const late of starts.filter((start) => start > early)) {
      const pairs = byStart.get(early)!
        .flatMap((long) =>
          byStart.get(late)!
            .filter((short) => short.end === long.end)
            .map((short) => ({ long, short }))
        )
        .sort((a, b) => a.long.end - b.long.end);
      const over = { start: early, end: late - 1 };
      // Stated to the unit, it was compared as a sum of periods already.
      if (isKnown(totals.best(measure, over))) continue;
      for (let i = 1; i < pairs.length; i++) {
        const [before, after] = [pairs[i - 1]!, pairs[i]!];
        const between = { start: before.long.end + 1, end: after.long.end };
        if (isKnown(totals.best(measure, between))) continue;
        const [left, right] = [before, after].map(({ long, short }) => ({
          ...over,
          plus: [long],
          minus: [short],
        }));
        yield compareAccounts("differences", measure, left!, right!);
      }
    }
  }
}

function* sumsOf(totals: Totals, measure: string): Generator<Sum> {
  for (const stated of totals.stated(measure)) {
    const best = totals.best(measure, stated[0]!)!;
    for (const total of stated) {
      if (total !== best) {
        yield compareAccounts("again", measure, single(total), single(best));
      }
      const seen = new Set<string>();
      // Within one origin first, then with whatever speaks for each period.
      for (const origin of [total.claim.origin || undefined, undefined]) {
        const parts = byParts(totals, measure, total, origin);
        for (
          const [kind, sum] of [
            ...tiled(totals, measure, total, origin)
              .map((sum) => ["periods", sum] as const),
            ...parts ? [["parts", parts] as const] : [],
          ]
        ) {
          // Two statements of the same numbers make the same sum.
          const key = [
            kind,
            ...sum.plus.map(({ claim, start, end }) =>
              [claim.measure, start, end, claim.stated, claim.hedge].join(" ")
            ),
          ].join();
          if (seen.has(key)) continue;
          seen.add(key);
          yield compareAccounts(kind, measure, single(total), sum);
        }
      }
    }
  }
  const [first] = totals.parts(measure);
  for (const [over] of first ? totals.stated(first) : []) {
    if (totals.best(measure, over!)) continue;
    const parts = totals.ofParts(measure, over!);
    if (!parts) continue;
    for (const sum of tiled(totals, measure, over!)) {
      // Sums of parts alone say nothing that the parts' own sums do not.
      if (sum.plus.every(({ claim }) => claim.measure !== measure)) continue;
      yield compareAccounts("parts and periods", measure, parts, sum);
    }
  }
  yield* differences(totals, measure);
}

/**
 * Every sum among the totals of each measure that ought to add up: numbers
 * stated twice, shorter periods that lie end to end over a longer one, full
 * parts over the period of their whole, and differences of totals that end
 * together. Two accounts agree when their hedges allow one number in common, so
 * that exact numbers must be equal.
 *
 * Where a count is stated several times, each statement is held against the one
 * that speaks for it, and that one takes part in sums: what nobody contests
 * before what is contested, then the exact before the rounded, then the first.
 * A claim is held against sums within its own origin too, where contested
 * numbers have their place. Rates, ratios and shares take no part, and nothing
 * is compared across measures but full parts with their whole.
 *
 * @example
 * ```ts
 * import { findSums } from "./sums.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const [sum] = findSums([
 *   { ...total, claim_id: "q1", stated: "900", start: "2024-01", end: "2024-03" },
 *   { ...total, claim_id: "jan", stated: "300", start: "2024-01", end: "2024-01" },
 *   { ...total, claim_id: "feb", stated: "250", start: "2024-02", end: "2024-02" },
 *   { ...total, claim_id: "mar", stated: "340", start: "2024-03", end: "2024-03" },
 * ]);
 * assert.deepEqual(sum?.whole.plus, ["q1"]);
 * assert.deepEqual(sum?.sum.plus, ["jan", "feb", "mar"]);
 * assert.equal(sum?.difference, -10);
 * assert.equal(sum?.holds, false);
 * ```
 */
export function findSums(
  claims: Iterable<Claim>,
  measures: Iterable<Measure> = [],
  options: IntervalOptions = {},
): Sum[] {
  const totals = new Totals(claims, measures, options);
  return totals.measures().flatMap((measure) => [...sumsOf(totals, measure)]);
}

import { checkOptions } from "../../quantity/check_options.ts";
import type { GivenClaim, Measure } from "../../quantity/claim.ts";
import { givenRows } from "../../quantity/given_rows.ts";
import type { IntervalOptions } from "../../quantity/interval.ts";
import { INTERVAL_TYPES } from "../../quantity/interval_types.ts";
import type { Period } from "../../quantity/period.ts";
import { compareAccounts, type Sum } from "./account.ts";
import {
  isContested,
  isKnown,
  type PartialSum,
  single,
  together,
} from "./piece.ts";
import { tilings } from "./tilings.ts";
import { Totals } from "./totals.ts";

/**
 * The tilings of a period by exact totals and those of the same origin, or by
 * whatever there is if these leave a gap.
 */
function tiled(
  totals: Totals,
  measure: string,
  over: Period,
  origin?: string,
): PartialSum[] {
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
): PartialSum | undefined {
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
 * import { findSums } from "./find_sums.ts";
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
  claims: Iterable<GivenClaim>,
  measures: Iterable<Measure> = [],
  options: IntervalOptions = {},
): Sum[] {
  checkOptions(options, INTERVAL_TYPES);
  const totals = new Totals(
    givenRows("claims", [...claims]),
    givenRows("measures", [...measures]),
    options,
  );
  return totals.measures().flatMap((measure) => [...sumsOf(totals, measure)]);
}

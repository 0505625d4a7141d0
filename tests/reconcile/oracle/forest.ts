import { monthEnd, monthStart } from "./day.ts";
import type { Random } from "./random.ts";
import type { Truth } from "./truth.ts";
import type { Measure } from "../../../lib/quantity/claim.ts";

/** Measures with parts of parts of parts, full and not, and some apart. */
export function forest(random: Random, most: number): Measure[] {
  const rows: Measure[] = [];
  const grow = (part_of: string | null, depth: number, id: string) => {
    if (rows.length >= most) return;
    const split = part_of === null
      ? null
      : random.pick(["full", "full", "part", null] as const);
    rows.push({ measure: id, part_of, split });
    const parts = depth === 3 ? 0 : random.pick([0, 1, 2, 2, 3]);
    for (let i = 0; i < parts; i++) grow(id, depth + 1, `${id}${"abc"[i]}`);
  };
  for (let i = random.pick([1, 1, 2, 3]); i > 0; i--) grow(null, 0, `w${i}`);
  if (random.chance(0.3)) rows.reverse();
  return rows;
}

/** Measures without parts. */
export function row(many: number): Measure[] {
  return Array.from({ length: many }, (_, i) => ({ measure: `m${i}` }));
}

/**
 * A daily series for every measure whose orders of magnitude lie up to seven
 * apart; some days hold nothing.
 */
export function spreadTruth(
  random: Random,
  measures: readonly Measure[],
  first: number,
  last: number,
): Truth {
  const origin = monthStart(first);
  const days = monthEnd(last) - origin + 1;
  const usual = 10 ** random.whole(0, 4);
  const empty = random.pick([0, 0, 0.3, 0.9]);
  const sums = new Map<string, Float64Array>();
  const daily = new Map<string, Float64Array>();
  const fill = (id: string): Float64Array => {
    const known = daily.get(id);
    if (known) return known;
    const parts = measures.filter(({ part_of }) => part_of === id);
    const full = parts.filter(({ split }) => split === "full")
      .map(({ measure }) => fill(measure));
    const within = parts.filter(({ split }) => split !== "full")
      .map(({ measure }) => fill(measure));
    const level = random.chance(0.6) ? usual : 10 ** random.whole(0, 7);
    const own = new Float64Array(days);
    for (let day = 0; day < days; day++) {
      let most = 0, sum = 0;
      for (const part of within) most = Math.max(most, part[day]!);
      for (const part of full) sum += part[day]!;
      const spare = random.chance(empty) ? 0 : random.whole(0, level);
      own[day] = full.length > 0 ? sum : most + spare;
      // A part beside full ones counts at most their sum.
      if (full.length > 0) {
        for (const part of within) part[day] = Math.min(part[day]!, sum);
      }
    }
    daily.set(id, own);
    return own;
  };
  for (const { measure } of measures) fill(measure);
  for (const [id, own] of daily) {
    const sum = new Float64Array(days + 1);
    for (let day = 0; day < days; day++) sum[day + 1] = sum[day]! + own[day]!;
    sums.set(id, sum);
  }
  return {
    measures,
    first,
    last,
    count: ({ measure, start, end }) => {
      const sum = sums.get(measure)!;
      return sum[end - origin + 1]! - sum[start - origin]!;
    },
  };
}

import { parseDecimal } from "../../quantity/decimal.ts";
import { type Pair, pairsOf } from "../../quantity/pairs.ts";
import { toNumber } from "../../quantity/rational.ts";
import type { TablesRead } from "../check_tables.ts";
import type { Rule } from "./rule.ts";

/** Fewer parts are hardly two breakdowns. */
const TWO_BREAKDOWNS = 4;

/** What two breakdowns may be off by, for what nobody could place. */
const OFF_BY = 0.02;

const keyOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts);

/**
 * Finds what a part of a whole is a part of, through others too, short of that
 * whole: nothing above it is a part of it.
 */
function withinOf(pairs: readonly Pair[]): (pair: Pair) => Set<string> {
  const wholes = Map.groupBy(pairs, ({ part }) => part);
  return ({ whole, part }) => {
    const found = new Set<string>();
    const open = [part];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const { whole: next } of wholes.get(id) ?? []) {
        if (next === whole || found.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    return found;
  };
}

/** How many times a whole its parts add up to, where all are stated for a period. */
function timesWhole(
  whole: string,
  parts: readonly string[],
  periods: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number | undefined {
  for (const [period, count] of periods.get(whole) ?? []) {
    const counts = parts.map((part) => periods.get(part)?.get(period));
    if (count === 0 || counts.includes(undefined)) continue;
    const times = counts.reduce<number>((sum, n) => sum + n!, 0) / count;
    const breakdowns = Math.round(times);
    if (breakdowns < 2 || 2 * breakdowns > parts.length) continue;
    if (Math.abs(times / breakdowns - 1) <= OFF_BY) return breakdowns;
  }
  return undefined;
}

/** Of masked or open numbers nobody knows what they add up to. */
const STATED: ReadonlySet<string> = new Set(["bare", "exact"]);

/** The totals of each measure, by period. */
function totalsOf({ claims }: TablesRead, of: ReadonlySet<string>) {
  const periods = new Map<string, Map<string, number>>();
  for (const { kind, measure, stated, hedge, start, end } of claims.rows) {
    if (kind !== "total" || !stated || !of.has(measure)) continue;
    if (!STATED.has(hedge || "bare")) continue;
    const counts = periods.get(measure) ?? new Map<string, number>();
    periods.set(measure, counts);
    const period = keyOf(start, end);
    if (!counts.has(period)) {
      counts.set(period, toNumber(parseDecimal(stated).value));
    }
  }
  return periods;
}

/**
 * Full parts of one dimension that count the same things twice: one is a part
 * of another, or as stated they add up to the whole several times, as districts
 * and ages do. Each breakdown needs a dimension of its own.
 */
export const fullTwice: Rule = (tables, warn) => {
  const { measures, splits } = tables;
  const pairs = pairsOf({
    measures: measures?.rows ?? [],
    splits: splits?.rows ?? [],
  });
  const full = pairs.filter((pair) => pair.full);
  if (full.length < 2) return;
  const report = ({ whole, part, dimension }: Pair, message: string) => {
    const row =
      splits?.rows.findIndex((row) =>
        row.whole === whole && row.part === part &&
        (row.dimension || "") === dimension
      ) ?? -1;
    if (row >= 0) return warn("splits", row, "dimension", message);
    const at = measures!.rows.findIndex(({ measure }) => measure === part);
    warn("measures", at, "split", message);
  };
  const within = withinOf(pairs);
  const periods = totalsOf(
    tables,
    new Set(full.flatMap(({ whole, part }) => [whole, part])),
  );
  const groups = Map.groupBy(
    full,
    ({ whole, dimension }) => keyOf(whole, dimension),
  );
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const { whole } = group[0]!;
    const parts = group.map(({ part }) => part);
    const known = new Set(parts);
    const inner = group.flatMap((pair) => {
      const outer = [...within(pair)].find((other) => known.has(other));
      return outer === undefined ? [] : [{ pair, outer }];
    });
    for (const { pair, outer } of inner) {
      report(
        pair,
        `'${pair.part}' is a part of '${outer}', and both are full parts of ` +
          `'${whole}' in one dimension, so that it counts twice; leave one ` +
          "out, or give each breakdown its dimension in splits.csv",
      );
    }
    if (inner.length > 0 || parts.length < TWO_BREAKDOWNS) continue;
    const times = timesWhole(whole, parts, periods);
    if (times === undefined) continue;
    report(
      group.at(-1)!,
      `the ${parts.length} full parts of '${whole}' add up to ${times} times ` +
        `its number; if they are ${times} breakdowns, give each its dimension ` +
        "in splits.csv",
    );
  }
};

import { lastNames } from "../../quantity/last_names.ts";
import { pairsOf } from "../../quantity/pairs.ts";
import type { Rule } from "./rule.ts";

/** Of more flows of a level, and wholes of a flow, not all are looked at. */
const MOST_CROSSED = 1000;

type Dimensions = ReadonlyMap<string, ReadonlySet<string>>;

/** The wholes of a flow, each with the dimensions in which it is a part. */
function wholesOf(
  flow: string,
  above: ReadonlyMap<string, readonly { whole: string; dimension: string }[]>,
): Dimensions {
  const found = new Map<string, Set<string>>();
  const open = [flow];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { whole, dimension } of above.get(at) ?? []) {
      const dimensions = found.get(whole) ?? new Set();
      found.set(whole, dimensions.add(dimension));
      if (seen.has(whole) || seen.size > MOST_CROSSED) continue;
      seen.add(whole);
      open.push(whole);
    }
  }
  return found;
}

/** A whole that both are parts of, in no dimension together. */
function crossing(one: Dimensions, other: Dimensions): string | undefined {
  let crossed: string | undefined;
  for (const [whole, dimensions] of one) {
    const others = other.get(whole);
    if (!others) continue;
    // In one dimension parts lie side by side.
    if (!dimensions.isDisjointFrom(others)) return undefined;
    crossed ??= whole;
  }
  return crossed;
}

/**
 * Two flows that go the same way and are parts of one whole in two dimensions:
 * women and children among those who arrived. What is in both is added twice.
 */
export const crossingFlows: Rule = ({ measures, splits, balances }, warn) => {
  if (!balances) return;
  const rows = measures?.rows ?? [];
  const nameOf = lastNames(rows);
  const pairs = pairsOf({ measures: rows, splits: splits?.rows ?? [] });
  const above = Map.groupBy(
    pairs.map(({ part, whole, dimension }) => ({
      part: nameOf(part),
      whole: nameOf(whole),
      dimension,
    })),
    ({ part }) => part,
  );
  const ways = Map.groupBy(
    balances.rows.keys(),
    (i) => {
      const { level, direction } = balances.rows[i]!;
      return `${direction} ${nameOf(level)}`;
    },
  );
  for (const way of ways.values()) {
    if (way.length < 2 || way.length > MOST_CROSSED) continue;
    const placed = way.map((row) => ({
      row,
      wholes: wholesOf(nameOf(balances.rows[row]!.flow), above),
    }));
    placed.forEach(({ row, wholes }, i) => {
      const { flow } = balances.rows[row]!;
      for (const before of placed.slice(0, i)) {
        const whole = crossing(wholes, before.wholes);
        if (whole === undefined) continue;
        warn(
          "balances",
          row,
          "flow",
          `'${flow}' and '${balances.rows[before.row]!.flow}' of line ` +
            `${balances.lineOf(before.row)} are parts of '${whole}' in two ` +
            "dimensions, and flows of one direction are added, so that what is " +
            "in both counts twice; keep one, or parts of one dimension",
        );
        return;
      }
    });
  }
};

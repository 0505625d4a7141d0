import { compareCost, compareLists, type Cost } from "./cost.ts";

/** Items to drop, ascending in the order of claim ids, with what that costs. */
export interface Drop extends Cost {
  /** Ranks of the items by claim id, ascending. */
  readonly ranks: readonly number[];
}

function compare(a: Drop, b: Drop): number {
  return compareCost(a, b) || compareLists(a.ranks, b.ranks);
}

/**
 * The first `most` repairs of a whole from the sorted repairs of its parts: one
 * of each part together. The order (weight, size, ids) does not change when the
 * same claims of another part are added on both sides, so that the first ones
 * of the whole are made of the first ones of the parts.
 *
 * @returns The repairs, sorted, and how many there are in all.
 */
export function combineRepairs(
  parts: readonly (readonly Drop[])[],
  most: number,
): { readonly repairs: Drop[]; readonly total: number } {
  const keep = Math.max(1, most);
  let repairs: Drop[] = [{ ranks: [], weight: 0n, size: 0 }];
  let total = 1;
  for (const part of parts) {
    total *= part.length;
    const next: Drop[] = [];
    // Of pairs (i, j) only those with (i + 1)(j + 1) ≤ keep can be among the
    // first `keep`: every pair below and to the left comes before.
    for (let i = 0; i < repairs.length; i++) {
      for (let j = 0; j < part.length && (i + 1) * (j + 1) <= keep; j++) {
        const a = repairs[i]!;
        const b = part[j]!;
        next.push({
          ranks: [...a.ranks, ...b.ranks].sort((x, y) => x - y),
          weight: a.weight + b.weight,
          size: a.size + b.size,
        });
      }
    }
    repairs = next.sort(compare).slice(0, keep);
  }
  return { repairs: repairs.slice(0, most), total };
}

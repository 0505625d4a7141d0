import type { Measure, Split } from "./claim.ts";

/** A part of a whole in a dimension, as the tables name them. */
export interface Pair {
  readonly whole: string;
  readonly part: string;
  /** The dimension; empty is that of `part_of`. */
  readonly dimension: string;
  /** Whether it is one of those that sum to the whole. */
  readonly full: boolean;
}

/**
 * Every part of every whole: those of `part_of`, which is the dimension without
 * a name, and those of the splits table, from which alone a pair is taken that
 * stands in it.
 */
export function pairsOf({ measures, splits }: {
  readonly measures: readonly Measure[];
  readonly splits: readonly Split[];
}): Pair[] {
  const key = (whole: string, part: string) => JSON.stringify([whole, part]);
  const told = new Set(splits.map(({ whole, part }) => key(whole, part)));
  const pairs: Pair[] = [];
  for (const { measure: part, part_of: whole, split } of measures) {
    if (!whole || told.has(key(whole, part))) continue;
    pairs.push({ whole, part, dimension: "", full: split === "full" });
  }
  for (const { whole, part, dimension, split } of splits) {
    const full = split === "full";
    pairs.push({ whole, part, dimension: dimension || "", full });
  }
  return pairs;
}

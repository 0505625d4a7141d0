import { type Input, renamed, type ToTheLetter } from "./input.ts";

/** A part of a whole in a dimension, as the tables name them. */
export interface Pair {
  readonly whole: string;
  readonly part: string;
  /** Empty: that of `part_of`. */
  readonly dimension: string;
  readonly full: boolean;
}

/** Every part of every whole: what `splits` has is taken from there alone. */
export function pairsOf({ measures = [], splits = [] }: Input): Pair[] {
  const short = measures.filter(({ measure, part_of }) =>
    part_of &&
    !splits.some(({ whole, part }) => whole === part_of && part === measure)
  );
  return [
    ...short.map(({ measure, part_of, split }) => ({
      whole: part_of!,
      part: measure,
      dimension: "",
      full: split === "full",
    })),
    ...splits.map(({ whole, part, dimension, split }) => ({
      whole,
      part,
      dimension: dimension ?? "",
      full: split === "full",
    })),
  ];
}

/**
 * The measures that are levels, by the names they go by: those of which the
 * table or a claim says so, and whatever is part or whole of one.
 */
export function levelsOf(input: Input, options: ToTheLetter): Set<string> {
  const name = (id: string) => renamed(options, id, input);
  const levels = new Set<string>();
  for (const { measure, counts } of input.measures ?? []) {
    if (counts === "level") levels.add(name(measure));
  }
  for (const { kind, measure } of input.claims) {
    if (kind === "level") levels.add(name(measure));
  }
  const pairs = pairsOf(input);
  for (let grown = true; grown;) {
    grown = false;
    for (const { whole, part } of pairs) {
      const both = [name(whole), name(part)];
      if (both.every((id) => levels.has(id))) continue;
      if (!both.some((id) => levels.has(id))) continue;
      for (const id of both) levels.add(id);
      grown = true;
    }
  }
  return levels;
}

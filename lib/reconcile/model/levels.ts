import type { Measure } from "../../quantity/claim.ts";
import { InputError } from "./input_error.ts";

/** The measures, as far as it takes to tell flows from levels. */
export interface Counting {
  /** Rows of the measures table. */
  readonly rows: readonly Measure[];
  /** All ids. */
  readonly all: readonly string[];
  /** The measure that an id is taken to be. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The family of each measure. */
  readonly familyOf: readonly number[];
}

/**
 * The families that are levels: those in which the table says so of a measure,
 * or says nothing of one that a claim names as a level. What is part or whole of
 * a level, or the same, is one too.
 *
 * @param claimed Ids that claims name as levels.
 * @throws {InputError} When the table has both in one family.
 */
export function levelsOf(
  { rows, all, indexOf, familyOf }: Counting,
  claimed: Iterable<string>,
): Set<number> {
  const family = (id: string) => familyOf[indexOf.get(id)!]!;
  const said = new Map<string, "flow" | "level">();
  for (const { measure, counts } of rows) if (counts) said.set(measure, counts);
  const levels = new Map<number, string>();
  for (const [id, counts] of said) {
    if (counts === "level") levels.set(family(id), id);
  }
  for (const id of claimed) {
    if (!said.has(id) && indexOf.has(id) && !levels.has(family(id))) {
      levels.set(family(id), id);
    }
  }
  if (levels.size > 0) {
    for (const id of all) {
      const level = levels.get(family(id));
      if (level === undefined || said.get(id) !== "flow") continue;
      throw new InputError(
        `${id}: it counts a flow, and ${level}, which it is part, whole or the ` +
          "same of, a level; both count alike",
      );
    }
  }
  return new Set(levels.keys());
}

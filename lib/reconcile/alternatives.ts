/** What may give in one place: exactly one of the options has to. */
export interface Choice {
  /** Sets of claims by rank, the one that is used first. */
  readonly options: readonly (readonly number[])[];
  /** Whether these certainly are all. */
  readonly complete: boolean;
}

/** Parts claims into groups such that no conflict reaches into two. */
function groupsOf(conflicts: readonly (readonly number[])[]): number[][] {
  const parent = new Map<number, number>();
  const find = (of: number): number => {
    let root = of;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(of, root);
    return root;
  };
  for (const conflict of conflicts) {
    for (const claim of conflict) {
      if (!parent.has(claim)) parent.set(claim, claim);
      parent.set(find(claim), find(conflict[0]!));
    }
  }
  return [...Map.groupBy(parent.keys(), find).values()];
}

/**
 * The repairs of a component that weigh the least, as choices that can be made
 * one apart from the other. Where all conflicts are known, each group of claims
 * that share some is repaired for itself, and any repair of one goes with any of
 * the others; where they are not, the whole component is one choice.
 *
 * @param used The repair that is used; it weighs the least.
 * @param least All the repairs known that weigh as little.
 * @param conflicts The conflicts.
 * @param complete Whether no conflict and no repair is missing.
 */
export function choicesOf(
  used: readonly number[],
  least: readonly (readonly number[])[],
  conflicts: readonly (readonly number[])[],
  complete: boolean,
): Choice[] {
  const groups = complete
    ? groupsOf(conflicts)
    : [[...new Set([...used, ...least.flat()])]];
  return groups.map((group) => {
    const own = new Set(group);
    const options = new Map<string, readonly number[]>();
    for (const drop of [used, ...least]) {
      const part = drop.filter((claim) => own.has(claim));
      options.set(part.join(), part);
    }
    return { options: [...options.values()], complete };
  }).sort((a, b) => a.options[0]![0]! - b.options[0]![0]!);
}

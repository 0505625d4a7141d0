import type { Constraint, Count } from "./item.ts";
import { cellsOf, cellSpan, type Component, type System } from "./system.ts";

/** What one cell alone is told, by whom. */
export interface OwnConstraint {
  /** Position of the item in the component. */
  readonly local: number;
  /** The condition on the count of each cell of a run, in order. */
  readonly constraints: Constraint[];
}

/**
 * Neighbouring cells of a family that no claim tells apart: whatever covers one
 * covers all, and what is said of one alone is said of each.
 */
export interface CellRun {
  /** The family. */
  readonly family: number;
  /** First cell. */
  readonly from: number;
  /** The cell after the last. */
  readonly to: number;
  /** What is said of each cell alone. */
  readonly own: readonly OwnConstraint[];
}

/** A condition that reaches further than one cell, or compares two counts. */
export interface SharedConstraint {
  /** Position of the item in the component. */
  readonly local: number;
  /** The condition. */
  readonly constraint: Constraint;
}

/**
 * Parts the cells of a component into runs. Any flow that the claims allow may
 * be spread evenly over a run, measure by measure, and is allowed still, since
 * every condition is linear and treats the cells alike: so the sums over runs
 * are all that matters, and one cell of a run may be asked about for all. A rate
 * of each of a thousand months is a handful of runs.
 */
export function cellRuns(
  system: System,
  component: Component,
): { readonly runs: CellRun[]; readonly shared: SharedConstraint[] } {
  const shared: SharedConstraint[] = [];
  const own = new Map<number, { local: number; constraint: Constraint }[]>();
  const edges = new Set<number>();
  const bound = (count: Count) => {
    const { from, to } = cellsOf(system, count);
    edges.add(from).add(to);
  };
  component.items.forEach((index, local) => {
    const item = system.items[index]!;
    // What a claim that says nothing speaks of is asked about all the same.
    bound(item.count);
    if (item.of) bound(item.of);
    for (const constraint of item.constraints) {
      const { count, of, less } = constraint;
      const { from, to } = cellsOf(system, count);
      if (!of && !less && to - from === 1) {
        const list = own.get(from);
        if (list) list.push({ local, constraint });
        else own.set(from, [{ local, constraint }]);
        continue;
      }
      shared.push({ local, constraint });
      bound(count);
      if (of) bound(of);
      if (less) bound(less);
    }
  });
  // What a level is at each milestone depends on what flows between any two.
  if (component.ties.length > 0) {
    for (const cell of component.cells) {
      edges.add(cell);
    }
  }
  const signature = (cell: number) =>
    (own.get(cell) ?? []).map(({ local, constraint }) =>
      `${local} ${constraint.side} ${constraint.count.measure} ` +
      `${constraint.value.n}/${constraint.value.d}`
    ).join(";");
  const runs: (CellRun & { to: number; own: OwnConstraint[] })[] = [];
  let last = "";
  for (const cell of component.cells) {
    const { family } = cellSpan(system, cell);
    const said = own.get(cell) ?? [];
    const now = signature(cell);
    const run = runs.at(-1);
    if (
      run && run.to === cell && run.family === family && last === now &&
      !edges.has(cell)
    ) {
      run.to = cell + 1;
      said.forEach(({ constraint }, i) =>
        run.own[i]!.constraints.push(constraint)
      );
    } else {
      runs.push({
        family,
        from: cell,
        to: cell + 1,
        own: said.map(({ local, constraint }) => ({
          local,
          constraints: [constraint],
        })),
      });
    }
    last = now;
  }
  return { runs, shared };
}

import type { SweepConflict, WidthSweep } from "./width_sweep.ts";

/**
 * What becomes of the conflicts of one width at another: those before, less
 * those gone, and those that are new, are those after.
 */
export interface WidthChange {
  /** The conflicts at the first width. */
  readonly before: readonly SweepConflict[];
  /** Those of them that are none at the second. */
  readonly gone: readonly SweepConflict[];
  /**
   * Conflicts of the second width that are none at the first: sets that are
   * smallest only since a smaller one within them has dissolved.
   */
  readonly come: readonly SweepConflict[];
  /** The conflicts at the second width. */
  readonly after: readonly SweepConflict[];
}

/** A conflict is one from its first width on, until just before its last. */
function at(
  conflicts: readonly SweepConflict[],
  width: number,
): SweepConflict[] {
  return conflicts.filter(({ from, until }) =>
    from <= width && (until === null || width < until)
  );
}

/**
 * What changes of the conflicts from one width of a sweep to a larger one.
 *
 * @throws {RangeError} When the sweep does not reach so far, or the widths are
 * not in order.
 *
 * @example
 * ```ts
 * import { widthChange } from "./width_change.ts";
 * import assert from "node:assert/strict";
 *
 * const conflicts = [
 *   { claims: ["a", "b"], from: 0, until: 0.5 },
 *   { claims: ["a", "b", "c"], from: 0.5, until: null },
 * ];
 * const sweep = { most: 3, steps: [], conflicts, complete: true };
 * const { before, gone, come, after } = widthChange(sweep, 0, 1);
 * assert.deepEqual(
 *   [before, gone, come, after].map(({ length }) => length),
 *   [1, 1, 1, 1],
 * );
 * ```
 */
export function widthChange(
  { most, conflicts }: WidthSweep,
  from: number,
  to: number,
): WidthChange {
  if (!(from >= 0 && from <= to && to <= most)) {
    throw new RangeError(
      `No widths from ${from} to ${to} in a sweep from 0 to ${most}`,
    );
  }
  const [before, after] = [at(conflicts, from), at(conflicts, to)];
  return {
    before,
    gone: before.filter((conflict) => !after.includes(conflict)),
    come: after.filter((conflict) => !before.includes(conflict)),
    after,
  };
}

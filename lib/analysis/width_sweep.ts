import { unawaited } from "../quantity/unawaited.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { takesNumber, takesPositive } from "../quantity/takes.ts";
import { InputError } from "../reconcile/model/input_error.ts";
import { checkReconcileOptions } from "../reconcile/model/option_types.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type {
  ReconcileInput,
  ReconcileOptions,
} from "../reconcile/model/tables.ts";

/** What claims come to at one width. */
export interface SweepStep {
  /** The width. */
  readonly width: number;
  /** The share by which every bound must give; 0 where the claims agree. */
  readonly slack: number;
  /** How many conflicts there are. */
  readonly conflicts: number;
}

/** A conflict and the widths at which it is one. */
export interface SweepConflict {
  /** Claim ids, sorted. */
  readonly claims: readonly string[];
  /**
   * The width from which on it is one: 0, or where a smaller conflict that it
   * holds has dissolved.
   */
  readonly from: number;
  /** The width from which on its claims can all be true; `null`: none. */
  readonly until: number | null;
}

/** How findings move with the width of hedges. */
export interface WidthSweep {
  /** The widest width looked at. */
  readonly most: number;
  /** Steps in the order of widths: the grid's, and where conflicts dissolve. */
  readonly steps: readonly SweepStep[];
  /** All conflicts met, by where they end, then where they begin, then ids. */
  readonly conflicts: readonly SweepConflict[];
  /** Whether no conflict is missing: false where a list was cut. */
  readonly complete: boolean;
}

/** Which widths are looked at. */
export interface SweepRange {
  /** The widest. Default: 3. */
  readonly most?: number;
  /** Distance of the grid's widths. Default: 0.25. */
  readonly step?: number;
}

const RANGE_TYPES: OptionTypes<SweepRange> = {
  most: takesNumber,
  step: takesPositive,
};

/** Dissolving widths may be this far above the true ones. */
const NEAR = 1e-8;

/**
 * Reconciles at every width of a grid from 0 up, and wherever a conflict
 * dissolves. Intervals only widen, so conflicts change nowhere else: none is
 * missed between the widths of the grid, and each is known by the exact width
 * at which it ends.
 *
 * @throws {InputError} When the grid is endless or empty.
 * @throws {InputError} When a claim cannot be read, or an option names an id
 * that is not in the data.
 *
 * @example
 * ```ts
 * import { sweepWidths } from "./width_sweep.ts";
 * import assert from "node:assert/strict";
 *
 * const year = {
 *   kind: "total",
 *   measure: "cases",
 *   start: "2024-01",
 *   end: "2024-12",
 * } as const;
 * const sweep = await sweepWidths([
 *   { ...year, claim_id: "a", stated: "60000" },
 *   { ...year, claim_id: "b", stated: "61500", hedge: "exact" },
 * ]);
 * assert.deepEqual(sweep.conflicts, [
 *   { claims: ["a", "b"], from: 0, until: 0.3 },
 * ]);
 * ```
 */
export function sweepWidths(
  input: ReconcileInput,
  range: SweepRange = {},
  options: Omit<ReconcileOptions, "width"> = {},
): Promise<WidthSweep> {
  return unawaited(sweep(input, range, options), "sweepWidths(…)", {
    most: 0,
    steps: [],
    conflicts: [],
    complete: true,
  });
}

async function sweep(
  input: ReconcileInput,
  range: SweepRange,
  options: Omit<ReconcileOptions, "width">,
): Promise<WidthSweep> {
  checkOptions(range, RANGE_TYPES);
  checkReconcileOptions(options, { width: "the range says which" });
  const { most = 3, step = 0.25 } = range;
  if (most / step > 10_000) {
    throw new InputError(
      `A grid of widths from 0 to ${most} by ${step} has more than 10,000; ` +
        "take a longer step",
    );
  }
  const grid = Array.from(
    { length: Math.floor(most / step + NEAR) + 1 },
    (_, i) => Number((i * step).toPrecision(12)),
  );
  if (grid.at(-1)! < most) grid.push(most);
  const queue = grid.map((width) => ({ width, at: width }));
  const found = new Map<string, { claims: string[]; until: number | null }>();
  const steps: SweepStep[] = [];
  let complete = true;
  for (let next = queue.shift(); next; next = queue.shift()) {
    using result = await reconcile(input, { ...options, width: next.at });
    const conflicts = result.conflicts;
    steps.push({
      width: next.width,
      slack: result.slack,
      conflicts: conflicts.length,
    });
    complete &&= result.conflictsComplete;
    const unknown = conflicts.some(({ claims }) => !found.has(claims.join()));
    if (!unknown) continue;
    for (const { claims, width } of await result.dissolves(found)) {
      const key = [...claims].sort().join();
      found.set(key, { claims: [...claims].sort(), until: width });
      if (width === null || width <= next.at || width > most) continue;
      if (queue.some((other) => other.width === width)) continue;
      queue.push({ width, at: width + NEAR });
      queue.sort((a, b) => a.width - b.width);
    }
  }
  return { most, steps, conflicts: withStarts([...found.values()]), complete };
}

/** Each conflict from where the last smaller one within it has dissolved. */
function withStarts(
  found: readonly { claims: string[]; until: number | null }[],
): SweepConflict[] {
  const end = ({ until }: { until: number | null }) => until ?? Infinity;
  return found.map((conflict): SweepConflict => {
    const within = found.filter((other) =>
      other !== conflict && other.claims.length < conflict.claims.length &&
      other.claims.every((claim) => conflict.claims.includes(claim))
    );
    return { ...conflict, from: Math.max(0, ...within.map(end)) };
  }).toSorted((a, b) =>
    end(a) - end(b) || a.from - b.from ||
    (`${a.claims}` < `${b.claims}` ? -1 : 1)
  );
}

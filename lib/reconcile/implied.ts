import { divide, type Rational } from "../quantity/rational.ts";
import type { Model, Scope } from "./search/model.ts";
import { cellsOf } from "./model/system.ts";

/** What the other claims imply for a claim, in its own unit. */
export interface ImpliedRange {
  /** At least; `null` where no other count above zero is possible. */
  readonly low: Rational | null;
  /** At most; `null` is open. */
  readonly high: Rational | null;
  /** Whether both are certainly the tightest: false when the time ran out. */
  readonly tight: boolean;
}

/**
 * What the items of a scope imply for a claim that is not one of them: for a
 * total the bounds of its count, for a rate those divided by its units, for a
 * ratio or share the extremes of the one count over the other where that is
 * above zero.
 */
export function impliedFor(
  model: Model,
  item: number,
  scope: Scope,
): ImpliedRange {
  const { system } = model;
  const { count, of, units } = system.items[item]!;
  const range = cellsOf(system, count);
  if (of) {
    const component = system.componentOf[range.from]!;
    const mask = scope.mask(system, component);
    const solver = model.solver(component);
    const other = cellsOf(system, of);
    const low = solver.ratio!(range, other, "low", mask);
    if (low === undefined) return { low: null, high: null, tight: true };
    const high = solver.ratio!(range, other, "high", mask);
    return {
      low: low.value,
      high: high?.value ?? null,
      tight: low.tight && (high?.tight ?? true),
    };
  }
  const { start, end } = count;
  const low = model.count(range.measure, start, end, "low", scope);
  const high = model.count(range.measure, start, end, "high", scope);
  return {
    low: divide(low.value!, units),
    high: high.value && divide(high.value, units),
    tight: low.tight && high.tight,
  };
}

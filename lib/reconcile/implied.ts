import { divide, negate, type Rational } from "../quantity/rational.ts";
import { asCount, type Count } from "./model/item.ts";
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
 * above zero, for a difference those of the one less the other.
 */
export function impliedFor(
  model: Model,
  item: number,
  scope: Scope,
): ImpliedRange {
  const { system } = model;
  const { count, of, span, cells, units } = system.items[item]!;
  // What stands out states no number.
  if (span) return { low: null, high: null, tight: true };
  const range = cellsOf(system, count);
  if (of && cells.kind === "difference") {
    return differenceFor(model, count, of, scope);
  }
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

/** Extremes of a count less another one. */
function differenceFor(
  model: Model,
  count: Count,
  less: Count,
  scope: Scope,
): ImpliedRange {
  const { system } = model;
  const range = cellsOf(system, count);
  const other = cellsOf(system, less);
  const component = system.componentOf[range.from]!;
  const between = asCount(count, less, range.measure === other.measure);
  if (system.components[component]!.kind === "network" && between) {
    const { start, end } = between.count;
    const low = model.count(range.measure, start, end, "low", scope);
    const high = model.count(range.measure, start, end, "high", scope);
    const tight = low.tight && high.tight;
    if (between.sign > 0) return { low: low.value, high: high.value, tight };
    return {
      low: high.value && negate(high.value),
      high: low.value && negate(low.value),
      tight,
    };
  }
  const mask = scope.mask(system, component);
  const solver = model.solver(component);
  const low = solver.difference!(range, other, "low", mask);
  const high = solver.difference!(range, other, "high", mask);
  return { low: low.value, high: high.value, tight: low.tight && high.tight };
}

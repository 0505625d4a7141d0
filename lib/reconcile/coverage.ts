import type { Day } from "../quantity/date.ts";
import { divide, type Rational } from "../quantity/rational.ts";
import { Clock, type Deadline } from "./deadline.ts";
import type { Item } from "./model/item.ts";
import type { Highs } from "./solve/load_highs.ts";
import type { MeasureModel } from "./model/measure_model.ts";
import { type CountExtreme, Model, Scope } from "./search/model.ts";
import { cheapestRepairOf } from "./outcome.ts";
import { renumber } from "./model/prepare.ts";
import { buildSystem } from "./model/system.ts";

/** What share of an estimate an official count is, or the other way round. */
export interface CoverageRange {
  /** Estimate / official, at least; `null` where the official is open or 0. */
  readonly low: Rational | null;
  /** Estimate / official, at most; `null` where open or divided by 0. */
  readonly high: Rational | null;
}

/** Low and high of a count from some claims alone, after their repair. */
function boundsFrom(
  items: readonly Item[],
  measures: MeasureModel,
  highs: Highs,
  deadline: Deadline,
  by: "origin" | undefined,
  count: { readonly measure: number; readonly start: Day; readonly end: Day },
): { low: CountExtreme; high: CountExtreme } {
  const system = buildSystem(renumber(items), measures);
  using model = new Model(system, highs, new Clock(), by);
  const disagreeing = model.disagreeing();
  const { items: dropped } = cheapestRepairOf(model, disagreeing, deadline);
  const scope = new Scope(dropped);
  const { measure, start, end } = count;
  return {
    low: model.count(measure, start, end, "low", scope),
    high: model.count(measure, start, end, "high", scope),
  };
}

/**
 * Extremes of an estimate over an official count: the count of the estimate's
 * measure by the estimate alone, divided by the count of the official measure
 * by the official claims alone (after their cheapest repair where they
 * disagree), both over the same days.
 */
export function coverageOf(
  estimate: Item,
  officials: readonly Item[],
  official: number,
  period: { readonly start: Day; readonly end: Day },
  measures: MeasureModel,
  highs: Highs,
  deadline: Deadline,
  by?: "origin",
): CoverageRange {
  const own = boundsFrom([estimate], measures, highs, deadline, by, {
    measure: measures.indexOf.get(estimate.count.measure)!,
    ...period,
  });
  const record = boundsFrom(officials, measures, highs, deadline, by, {
    measure: official,
    ...period,
  });
  const ratio = (a: Rational | null, b: Rational | null) =>
    a && b && b.n > 0n ? divide(a, b) : null;
  return {
    low: ratio(own.low.value, record.high.value),
    high: ratio(own.high.value, record.low.value),
  };
}

import { type Day, monthOf, monthStart } from "../quantity/date.ts";
import { compare } from "../quantity/rational.ts";
import { dataSpan } from "./model/data_span.ts";
import { countBounds } from "./model/item.ts";
import type { Model, Scope } from "./search/model.ts";

/**
 * The month ends at which the others would allow a total's number: within the
 * span of the data and not before the total's start, those at which its
 * interval meets the bounds that the items of a scope put on the count from its
 * start to there.
 *
 * @param scope The others: without the claim, after their cheapest repair.
 */
export function fittingEnds(model: Model, item: number, scope: Scope): Day[] {
  const { system } = model;
  const one = system.items[item]!;
  const span = dataSpan(system.items)!;
  const { low, high } = countBounds(one);
  const measure = system.measures.indexOf.get(one.count.measure)!;
  const { start } = one.count;
  const ends: Day[] = [];
  for (let month = monthOf(start);; month++) {
    const end = monthStart(month + 1) - 1;
    if (end > span.end) return ends;
    const least = model.count(measure, start, end, "low", scope).value!;
    if (high && compare(least, high) > 0) return ends;
    const most = model.count(measure, start, end, "high", scope).value;
    if (!most || !low || compare(most, low) >= 0) ends.push(end);
  }
}

import type { Period } from "./period.ts";
import { countUnits, type Unit, UNITS } from "./units.ts";

/** Steps that a chart or a table has where nobody chooses its unit. */
const FEWEST = 10;
const MOST = 60;

/** In which a span is told first: people speak of weeks and quarters less. */
const ORDER: readonly Unit[] = ["day", "month", "year", "week", "quarter"];

/**
 * The unit in which charts and tables show a span where nobody chooses one: it
 * gives 10 to 60 steps, as far as there is one that does. Days, months and years
 * come before weeks and quarters, which take what lies between: 14 days are
 * shown by day, four years by month, a decade by year.
 *
 * @example
 * ```ts
 * import { unitFor } from "./unit_for.ts";
 * import { period } from "./period.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(unitFor(period("2024-03-01", "2024-03-14")), "day");
 * assert.equal(unitFor(period("2024-01", "2024-06")), "week");
 * assert.equal(unitFor(period("2022-02-24", "2025-11-28")), "month");
 * assert.equal(unitFor(period("2018-01", "2023-12")), "quarter");
 * assert.equal(unitFor(period("2014-01", "2023-12")), "year");
 * ```
 */
export function unitFor(span: Period): Unit {
  const steps = (unit: Unit) => countUnits(span, unit);
  return ORDER.find((unit) => steps(unit) >= FEWEST && steps(unit) <= MOST) ??
    // No unit gives as many: the shortest that does not give more.
    UNITS.find((unit) => steps(unit) <= MOST) ?? "year";
}

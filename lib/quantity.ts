/**
 * Numbers and time as claims state them: hedges, intervals, ranges and periods.
 * Like the engine it runs anywhere, and needs no permission.
 *
 * @example What "about 60,000" allows
 * ```ts
 * import { interval, toNumber } from "./quantity.ts";
 * import assert from "node:assert/strict";
 *
 * const { low, high } = interval({ stated: "60000", hedge: "about" });
 * assert.deepEqual([low, high].map((end) => end && toNumber(end)), [50_000, 70_000]);
 * ```
 *
 * @module
 */

export * from "./quantity/claim.ts";
export { type Day, firstDay, formatDay, lastDay } from "./quantity/date.ts";
export * from "./quantity/describe_period.ts";
export * from "./quantity/format_rational.ts";
export * from "./quantity/hedge.ts";
export { InputError } from "./quantity/input_error.ts";
export * from "./quantity/interval.ts";
export { formatPercent } from "./quantity/percent.ts";
export {
  formatPeriod,
  type Period,
  period,
  wholeMonths,
} from "./quantity/period.ts";
export * from "./quantity/phrase.ts";
export * from "./quantity/phrase_bounds.ts";
export { type Rational, rational, toNumber } from "./quantity/rational.ts";
export * from "./quantity/unit_for.ts";
export { type Unit, UNITS } from "./quantity/units.ts";
export * from "./quantity/width.ts";

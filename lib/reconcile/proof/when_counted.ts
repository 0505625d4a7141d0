import type { Period } from "../../quantity/period.ts";
import { describePeriod } from "../../quantity/describe_period.ts";

/**
 * When a count was counted, to go on from a number: "in October 2025", "from
 * January to October 2024", "on 3 May 2024".
 *
 * @example
 * ```ts
 * import { period } from "../../quantity/period.ts";
 * import { whenCounted } from "./when_counted.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(whenCounted(period("2024-10", "2024-10")), "in October 2024");
 * assert.equal(
 *   whenCounted(period("2022-02-24", "2025-06")),
 *   "from 24 February 2022 to 30 June 2025",
 * );
 * ```
 */
export function whenCounted(period: Period): string {
  const words = describePeriod(period);
  if (period.start === period.end) return `on ${words}`;
  return words.includes(" to ") ? `from ${words}` : `in ${words}`;
}

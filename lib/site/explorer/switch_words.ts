import type { Row } from "../../dataset/rows.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber, phraseNumber } from "../../quantity/phrase.ts";
import { readAs } from "./as_read.ts";

/**
 * A claim without who says it, as it is read: "4,690 · Jan–Feb 2024 ·
 * proceedings-408".
 *
 * @param name How measures are called; by their ids where it is left out.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { switchWords } from "./switch_words.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const claim = data.claims.find((row) => row.claim_id === "tass-4690-cases")!;
 * const words = switchWords(claim);
 * assert.equal(words, "4,690 · Jan–Feb 2024 · proceedings-408");
 * ```
 */
export function switchWords(
  claim: Row<"claims">,
  name: (measure: string) => string = (measure) => measure,
): string {
  const { kind, start, end, measure, of_measure } = claim;
  return [
    phraseNumber(claim),
    start && end && describePeriod(period(start, end), { short: true }),
    of_measure && of_measure !== measure
      ? `${name(measure)} of ${name(of_measure)}`
      : name(measure),
    kind === "none" && "not modelled in this reading",
  ].filter(Boolean).join(" · ");
}

/**
 * How many of some claims are modelled as they are read, in words: as many as
 * the verdict speaks of when all of them are switched on.
 *
 * @param chosen Ids of the readings that are not the claims' own, by claim.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { countWords } from "./switch_words.ts";
 * import assert from "node:assert/strict";
 *
 * const { claims, readings } = await loadDataset(
 *   new URL("../../../data", import.meta.url),
 * );
 * const lowest = claims.filter((row) =>
 *   row.claim_id === "record-table-407-2025-lowest-24tv"
 * );
 * assert.equal(
 *   countWords(lowest, readings, {}),
 *   "no claims, and 1 that is modelled in another reading alone",
 * );
 * const read = { "record-table-407-2025-lowest-24tv": "in-2025-06" };
 * assert.equal(countWords(lowest, readings, read), "1 claim");
 * ```
 */
export function countWords(
  claims: readonly Row<"claims">[],
  readings: readonly Row<"readings">[],
  chosen: Readonly<Record<string, string>>,
): string {
  const read = new Map(Object.entries(chosen));
  const modelled =
    claims.filter((claim) =>
      readAs(claim, readings, read.get(claim.claim_id)).kind !== "none"
    ).length;
  const others = claims.length - modelled;
  const words = `${modelled === 0 ? "no" : formatNumber(modelled)} claim${
    modelled === 1 ? "" : "s"
  }`;
  return others === 0
    ? words
    : `${words}, and ${formatNumber(others)} that ${
      others === 1 ? "is" : "are"
    } modelled in another reading alone`;
}

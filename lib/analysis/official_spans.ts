import type { Dataset } from "../dataset/load.ts";
import { OutOfTime } from "../reconcile/deadline.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { officialFigures } from "./beside_official.ts";
import { measureNames } from "./measure_names.ts";
import type { Registers } from "./takes_registers.ts";
import type { UncountedSpan } from "./uncounted_spans.ts";

/** What the official figures of a register have for a span. */
export interface OfficialSpan {
  /** The measure that was asked of. */
  readonly measure: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** What the register's measure is called. */
  readonly name: string;
  /** The least. */
  readonly low: number;
  /** The most; `null` is open. */
  readonly high: number | null;
}

/**
 * What the official figures alone imply for spans of measures that registers are
 * set beside. Nothing where these figures contradict each other or the time does
 * not suffice; what they leave open is left out.
 *
 * @param seconds How long it may take.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { officialSpans } from "./official_spans.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const span = { measure: "proceedings", start: "2024-11-01", end: "2024-12-31" };
 * const registers = {
 *   proceedings: ["table"],
 *   "proceedings-407": ["table-407"],
 *   "proceedings-408": ["table-408"],
 * };
 * const [found] = await officialSpans(data, [span], registers);
 * // 8,779 + 15,511 of the one article, 23,209 − 19,922 of the other.
 * assert.deepEqual([found?.low, found?.high], [27_577, 27_577]);
 * ```
 */
export async function officialSpans(
  dataset: Dataset,
  spans: readonly Pick<UncountedSpan, "measure" | "start" | "end">[],
  registers: Registers,
  seconds = 30,
): Promise<OfficialSpan[]> {
  const claims = officialFigures(dataset, registers);
  if (claims.length === 0 || Object.keys(registers).length === 0) return [];
  const name = measureNames(dataset.measures);
  try {
    using figures = await reconcile(
      { ...dataset, claims },
      { most: 1, seconds: Math.max(0.1, seconds) },
    );
    if (!figures.consistent) return [];
    const counted = new Set(claims.map(({ measure }) => measure));
    return spans.flatMap(({ measure, start, end }) =>
      (Object.hasOwn(registers, measure) ? registers[measure]! : [])
        .filter((register) => counted.has(register))
        .map((register): OfficialSpan => {
          const { low, high } = figures.bounds(register, start, end);
          return { measure, start, end, name: name(register), low, high };
        })
        .filter(({ low, high }) => low > 0 || high !== null)
    );
  } catch (error) {
    if (error instanceof OutOfTime) return [];
    throw error;
  }
}

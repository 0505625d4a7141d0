/**
 * What a chart is called, where it is to be called something else than it says
 * by itself.
 *
 * @example
 * ```ts
 * import type { ChartTitle } from "./chart_title.ts";
 * import { estimateLadder } from "./estimate_ladder.ts";
 * import assert from "node:assert/strict";
 *
 * const called: ChartTitle = { title: "How far above the register?" };
 * assert.equal(estimateLadder([], called).title, called.title);
 * ```
 */
export interface ChartTitle {
  /** The finding, or the question. */
  readonly title?: string;
  /** Where it comes from. */
  readonly caption?: string;
}

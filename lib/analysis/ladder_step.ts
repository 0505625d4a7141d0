import type { Status } from "../quantity/claim.ts";
import type { Range } from "../quantity/phrase_bounds.ts";

/**
 * A count on the ladder.
 *
 * @example
 * ```ts
 * import type { Rung } from "./ladder_step.ts";
 * import assert from "node:assert/strict";
 *
 * const rung: Rung = { label: "The register", title: "", low: 900, high: 900 };
 * assert.equal(rung.low, rung.high);
 * ```
 */
export interface Rung extends Range {
  /** Who gives it, or which count it is. */
  readonly label: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
}

/**
 * An estimate as a rung.
 *
 * @example
 * ```ts
 * import type { EstimateRung } from "./ladder_step.ts";
 * import assert from "node:assert/strict";
 *
 * const estimate: EstimateRung = {
 *   label: "A blogger: at least 2,000",
 *   title: "at least 2,000",
 *   low: 2000,
 *   high: null,
 *   status: "unverified",
 * };
 * assert.equal(estimate.high, null);
 * ```
 */
export interface EstimateRung extends Rung {
  /** How well its origin is known. */
  readonly status: Status | null;
}

/**
 * An official count as a rung, and what the estimate is of it.
 *
 * @example
 * ```ts
 * import type { OfficialRung } from "./ladder_step.ts";
 * import assert from "node:assert/strict";
 *
 * const official: OfficialRung = {
 *   label: "The register",
 *   title: "exactly 900",
 *   low: 900,
 *   high: 900,
 *   ratioLow: 2,
 *   ratioHigh: null,
 * };
 * assert.equal(official.ratioLow, 2);
 * ```
 */
export interface OfficialRung extends Rung {
  /** Estimate / count, at least; `null`: nothing is implied. */
  readonly ratioLow: number | null;
  /** Estimate / count, at most; `null` is open. */
  readonly ratioHigh: number | null;
}

/**
 * An estimate and the official counts it is held against.
 *
 * @example
 * ```ts
 * import type { LadderStep } from "./ladder_step.ts";
 * import { estimateLadder } from "../chart/estimate_ladder.ts";
 * import assert from "node:assert/strict";
 *
 * const step: LadderStep = {
 *   period: "2024",
 *   estimate: {
 *     label: "A blogger",
 *     title: "2,000",
 *     low: 2000,
 *     high: 2000,
 *     status: "unverified",
 *   },
 *   officials: [{
 *     label: "The register",
 *     title: "900",
 *     low: 900,
 *     high: 900,
 *     ratioLow: 2.2,
 *     ratioHigh: 2.3,
 *   }],
 * };
 * assert.match(estimateLadder([step]).svg, /The register/);
 * ```
 */
export interface LadderStep {
  /** The days that are compared, in words. */
  readonly period: string;
  /** The estimate. */
  readonly estimate: EstimateRung;
  /** The official counts. */
  readonly officials: readonly OfficialRung[];
}

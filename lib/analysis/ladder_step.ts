import type { Status } from "../quantity/claim.ts";
import type { Range } from "../quantity/phrase_bounds.ts";

/** A count on the ladder. */
export interface Rung extends Range {
  /** Who gives it, or which count it is. */
  readonly label: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
}

/** An estimate as a rung. */
export interface EstimateRung extends Rung {
  /** How well its origin is known. */
  readonly status: Status | null;
}

/** An official count as a rung, and what the estimate is of it. */
export interface OfficialRung extends Rung {
  /** Estimate / count, at least; `null`: nothing is implied. */
  readonly ratioLow: number | null;
  /** Estimate / count, at most; `null` is open. */
  readonly ratioHigh: number | null;
}

/** An estimate and the official counts it is held against. */
export interface LadderStep {
  /** The days that are compared, in words. */
  readonly period: string;
  /** The estimate. */
  readonly estimate: EstimateRung;
  /** The official counts. */
  readonly officials: readonly OfficialRung[];
}

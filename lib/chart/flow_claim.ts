import type { Status } from "../quantity/claim.ts";

/**
 * A claim, the outlet that carries it and where it comes from.
 *
 * @example
 * ```ts
 * import type { FlowClaim } from "./flow_claim.ts";
 * import { originFlow } from "./origin_flow.ts";
 * import assert from "node:assert/strict";
 *
 * const claim: FlowClaim = {
 *   origin: "The register",
 *   outlet: "The Paper",
 *   status: "official",
 *   label: "61,872 cases",
 *   title: "61,872 cases, The Paper",
 * };
 * assert.match(originFlow([claim], { title: "Who repeats whom?" }).svg, /61,872/);
 * ```
 */
export interface FlowClaim {
  /** The origin, as readers are to see it; `null`: none is named. */
  readonly origin: string | null;
  /** Who publishes it. */
  readonly outlet: string;
  /** How well its origin is known. */
  readonly status: Status | null;
  /** Its number and what it counts, in a few words. */
  readonly label: string;
  /** What its mark shows when it is pointed at. */
  readonly title: string;
}

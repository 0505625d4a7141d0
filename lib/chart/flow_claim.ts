import type { Status } from "../quantity/claim.ts";

/** A claim, the outlet that carries it and where it comes from. */
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

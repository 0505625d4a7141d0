import type { Range } from "../quantity/phrase_bounds.ts";

/** What could be known on a date. */
export interface KnownByRow {
  /** The date, in words. */
  readonly date: string;
  /** Who published something then. */
  readonly appeared: string;
  /** How many claims were known. */
  readonly claims: number;
  /** How many conflicts there were; 0: the claims agreed. */
  readonly conflicts: number;
  /** Whether no conflict is missing; false: there were at least so many. */
  readonly complete: boolean;
  /** The share by which every bound must give; 0 where the claims agreed. */
  readonly slack: number;
  /** The bounds of each count, in the order of their names. */
  readonly bounds: readonly Range[];
  /** The claims that the bounds leave out where the claims conflict. */
  readonly without: readonly string[];
}

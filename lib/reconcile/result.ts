/**
 * A whole number of times: a number, or a string of its digits where it passes
 * 2^53, so that a proof adds up to the last digit. `BigInt` takes either.
 *
 * @example
 * ```ts
 * import type { Times } from "./result.ts";
 * import assert from "node:assert/strict";
 *
 * const times: Times[] = [3, "9007199254740993"];
 * assert.deepEqual(times.map(BigInt), [3n, 9007199254740993n]);
 * ```
 */
export type Times = number | string;

/** A condition of a claim in a proof, as JSON has it. */
export interface ProofRowJson {
  /** Claim id. */
  readonly claim: string;
  /** Which side of the claim's interval. */
  readonly side: "low" | "high";
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** How many times the row is taken; digits where it passes 2^53. */
  readonly times: Times;
  /** What the row says about the count, or the factor of a ratio. */
  readonly value: number;
}

/**
 * A background fact in a proof, as JSON has it; signs as in {@linkcode BackgroundRow}.
 */
export interface BackgroundJson {
  /**
   * `flow` ≥ 0, `level` ≥ 0 on a day, whole = sum of `full` parts, `part` ≤
   * whole; `balance`: over the days after `start` ins less outs less the rise of
   * the level, which is ≥ 0 where all ins are known, ≤ 0 where all outs are.
   */
  readonly fact: "flow" | "full" | "part" | "level" | "balance";
  /** The measure; of `full` the whole, of `part` the part, else the level. */
  readonly measure: string;
  /** The dimension of the parts, where it has a name or there are several. */
  readonly dimension?: string;
  /** The whole as the tables name it, where that is not plain. */
  readonly whole?: string;
  /** First day. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** How many times, as in a row; negative only for `full` and `balance`. */
  readonly times: Times;
}

/** A minimal set of claims that cannot all be true. */
export interface ConflictJson {
  /** Claim ids, sorted; by origin those of the proof. */
  readonly claims: string[];
  /** By origin: the witnesses, named by origin or by a claim without one. */
  readonly origins?: string[];
  /** A sentence that does the arithmetic. */
  readonly text: string;
  /** Conditions whose sum is the contradiction. */
  readonly proof: ProofRowJson[];
  /** Background facts used. */
  readonly background: BackgroundJson[];
}

/** A claim as used, and what the others imply for it. */
export interface ClaimJson {
  /** Claim id. */
  readonly claim: string;
  /** Reading id. */
  readonly reading: string;
  /**
   * Low of its interval, in its own unit; `null` is open, as only a difference
   * can be, or there is no number (`highest`, `lowest`).
   */
  readonly low: number | null;
  /** High; `null` is open. */
  readonly high: number | null;
  /** What the others imply at least; `null` where that has no meaning. */
  readonly implied_low: number | null;
  /** What the others imply at most; `null` is open. */
  readonly implied_high: number | null;
}

/** A minimal set of claims whose removal makes the rest consistent. */
export interface RepairJson {
  /** Claim ids, sorted; by origin all claims of the witnesses. */
  readonly drop: string[];
  /** By origin: the witnesses, named by origin or by a claim without one. */
  readonly drop_origins?: string[];
  /** Total weight. */
  readonly weight: number;
}

/** Bounds of a count. */
export interface BoundsJson {
  /** Measure id. */
  readonly measure: string;
  /** First day. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** At least. */
  readonly low: number;
  /** At most; `null` is open. */
  readonly high: number | null;
}

/**
 * What the time sufficed for. Where one is false it ran out; what is given
 * still holds, and more might be found with more `seconds`.
 */
export interface CertainJson {
  /** The slack is the least; otherwise it suffices. */
  readonly slack: boolean;
  /** The search for conflicts was not cut by the time. */
  readonly conflicts: boolean;
  /** Nor that for repairs. */
  readonly repairs: boolean;
  /** What is left out of the bounds is the cheapest repair. */
  readonly cheapest: boolean;
  /** What the others imply is the tightest for each claim. */
  readonly implied: boolean;
  /** The bounds are the tightest, after the cheapest repair. */
  readonly bounds: boolean;
}

/**
 * A claim that is not taken, because the data itself says what replaced it.
 */
export interface SetAsideJson {
  /** Claim id. */
  readonly claim: string;
  /** The claim that replaced it; `null` where none is named. */
  readonly by: string | null;
  /** Why it is set aside. */
  readonly why: "corrected" | "superseded" | "vintage" | "revised";
}

/** The result of a reconciliation as one JSON object. */
export interface ResultJson {
  /** Of this form. */
  readonly version: 2;
  /** Whether all claims can be true. */
  readonly consistent: boolean;
  /** The least share by which every bound must give. */
  readonly slack: number;
  /** What the time sufficed for. */
  readonly certain: CertainJson;
  /** Claims not taken because others replaced them, in file order. */
  readonly set_aside: SetAsideJson[];
  /** Modelled claims in file order. */
  readonly claims: ClaimJson[];
  /** By size, then ids. */
  readonly conflicts: ConflictJson[];
  /** Whether no conflict is missing. */
  readonly conflicts_complete: boolean;
  /** By weight, size, ids. */
  readonly repairs: RepairJson[];
  /** Whether no repair is missing. */
  readonly repairs_complete: boolean;
  /**
   * For every measure in play, every calendar month (or other unit asked for)
   * touched by the claims of its independent part.
   */
  readonly bounds: BoundsJson[];
  /** The claims left out of the bounds: the cheapest repair. */
  readonly bounds_without: string[];
}

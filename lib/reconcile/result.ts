import type { Rational } from "../quantity/rational.ts";

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
  readonly claims: readonly string[];
  /** By origin: the witnesses, named by origin or by a claim without one. */
  readonly origins?: readonly string[];
  /** A sentence that does the arithmetic. */
  readonly text: string;
  /** Conditions whose sum is the contradiction. */
  readonly proof: readonly ProofRowJson[];
  /** Background facts used. */
  readonly background: readonly BackgroundJson[];
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
  readonly drop: readonly string[];
  /** By origin: the witnesses, named by origin or by a claim without one. */
  readonly drop_origins?: readonly string[];
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
  readonly set_aside: readonly SetAsideJson[];
  /** Modelled claims in file order. */
  readonly claims: readonly ClaimJson[];
  /** By size, then ids. */
  readonly conflicts: readonly ConflictJson[];
  /** Whether no conflict is missing. */
  readonly conflicts_complete: boolean;
  /** By weight, size, ids. */
  readonly repairs: readonly RepairJson[];
  /** Whether no repair is missing. */
  readonly repairs_complete: boolean;
  /**
   * For every measure in play, every calendar month (or other unit asked for)
   * touched by the claims of its independent part.
   */
  readonly bounds: readonly BoundsJson[];
  /** The claims left out of the bounds: the cheapest repair. */
  readonly bounds_without: readonly string[];
}

/** The proof of one side of a bound, in the claims' own names. */
export interface SideProof {
  /** Conditions of claims. */
  readonly proof: readonly ProofRowJson[];
  /** Background facts. */
  readonly background: readonly BackgroundJson[];
  /** The count is taken this many times in the sum; digits beyond 2^53. */
  readonly times: Times;
}

/** The tightest bounds of a count, each side with its proof. */
export interface Bounds extends BoundsJson {
  /** The low, exactly. */
  readonly exactLow: Rational;
  /** The high, exactly; `null` is open. */
  readonly exactHigh: Rational | null;
  /** Why it is at least the low. */
  readonly lowProof: SideProof;
  /** Why it is at most the high; `null` where that is open or needs no claim. */
  readonly highProof: SideProof | null;
  /** Whether both sides are certainly the tightest. */
  readonly tight: boolean;
  /**
   * Claims left out because they conflict: the cheapest repair, as far as it is
   * of the measure's independent part.
   */
  readonly without: readonly string[];
}

/** What the others imply for a claim, in its own unit. */
export interface Implied {
  /** Claim id. */
  readonly claim: string;
  /** Its own low; `null` is open, or there is no number. */
  readonly low: number | null;
  /** Its own high; `null` is open. */
  readonly high: number | null;
  /** At least, by the others; `null` where no such count is possible. */
  readonly impliedLow: number | null;
  /** At most, by the others; `null` is open. */
  readonly impliedHigh: number | null;
  /**
   * Whether the others, where they conflict among themselves, certainly were
   * brought to agree by their cheapest repair: false when the time ran out.
   */
  readonly certain: boolean;
  /**
   * How much the claim adds: the share of the others' range that it rules out,
   * from 0 (nothing) to 1 (all of it, or all but a point). `null` where the
   * others leave the range open and the claim closes it or not.
   */
  readonly narrows: number | null;
}

/** The cheapest repair. */
export interface CheapestRepair extends RepairJson {
  /** Whether it certainly is the cheapest: false when the time ran out. */
  readonly certain: boolean;
}

/** A measure that the data takes to be another. */
export interface SameAs {
  /** The measure. */
  readonly measure: string;
  /** The one that it is taken to be. */
  readonly same_as: string;
  /** Why. */
  readonly grounds: string | null;
}

/** How much a claim is to blame. */
export interface Blame {
  /** Claim id. */
  readonly claim: string;
  /** The share of the repairs of its independent component that drop it. */
  readonly share: number;
}

/** From which width on the claims of a conflict can all be true. */
export interface Dissolves {
  /** Claim ids of the conflict. */
  readonly claims: readonly string[];
  /** The width; `null` when none is wide enough. */
  readonly width: number | null;
  /** Whether it is exact rather than within a billionth. */
  readonly exact: boolean;
}

/** Extremes of an estimate over an official count. */
export interface Coverage {
  /** The estimate's claim id. */
  readonly estimate: string;
  /** The official measure. */
  readonly official: string;
  /** First day compared. */
  readonly start: string;
  /** Last day compared. */
  readonly end: string;
  /** Estimate / official, at least; `null` is open. */
  readonly low: number | null;
  /** Estimate / official, at most; `null` is open. */
  readonly high: number | null;
}

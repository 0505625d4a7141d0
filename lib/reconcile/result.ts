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
  /** How many times the row is taken. */
  readonly times: number;
  /** What the row says about the count, or the factor of a ratio. */
  readonly value: number;
}

/** A background fact in a proof, as JSON has it; signs as in {@linkcode BackgroundRow}. */
export interface BackgroundJson {
  /** `flow` ≥ 0, whole = sum of `full` parts, `part` ≤ whole. */
  readonly fact: "flow" | "full" | "part";
  /** The measure; of `full` the whole, of `part` the part. */
  readonly measure: string;
  /** First day. */
  readonly start: string;
  /** Last day. */
  readonly end: string;
  /** How many times; negative only for `full`. */
  readonly times: number;
}

/** A minimal set of claims that cannot all be true. */
export interface ConflictJson {
  /** Claim ids, sorted. */
  readonly claims: string[];
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
  /** Low of its interval, in its own unit. */
  readonly low: number;
  /** High; `null` is open. */
  readonly high: number | null;
  /** What the others imply at least; `null` where that has no meaning. */
  readonly implied_low: number | null;
  /** What the others imply at most; `null` is open. */
  readonly implied_high: number | null;
}

/** A minimal set of claims whose removal makes the rest consistent. */
export interface RepairJson {
  /** Claim ids, sorted. */
  readonly drop: string[];
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

/** The result of a reconciliation as one JSON object. */
export interface ResultJson {
  /** Of this form. */
  readonly version: 1;
  /** Whether all claims can be true. */
  readonly consistent: boolean;
  /** The least share by which every bound must give. */
  readonly slack: number;
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
  /** Every calendar month touched by the claims, for every measure in play. */
  readonly bounds: BoundsJson[];
  /** The claims left out of the bounds: the cheapest repair. */
  readonly bounds_without: string[];
}

import type { Rational } from "../../quantity/rational.ts";
import type { Certificate } from "../proof/certificate.ts";

/** One measure over the cells `from` (included) to `to` (excluded). */
export interface CellRange {
  /** The measure. */
  readonly measure: number;
  /** First cell. */
  readonly from: number;
  /** The cell after the last. */
  readonly to: number;
}

/** The extreme value of a count, with the multipliers that prove it. */
export interface Extreme {
  /** The value; `null` is open. */
  readonly value: Rational | null;
  /**
   * Why it cannot lie beyond; `null` where the value is open. Written when it is
   * read: most often the value alone is wanted.
   */
  readonly certificate: Certificate | null;
  /** Whether the value is certainly the tightest one. */
  readonly tight: boolean;
}

/** The extreme of a count over another one. */
export type RatioExtreme = Pick<Extreme, "value" | "tight">;

/**
 * Which reason is wanted where claims cannot all be true: one that is had
 * quickly, one that sums all bounds which take part where bounds alone do, and
 * so tells how much must give, or the plainest.
 */
export type Manner = "quick" | "summed" | "plain";

/**
 * Answers about one component. `active[i]` is 1 when the component's i-th item
 * takes part. A solver keeps its model warm between answers; it must be
 * disposed of. That claims agree or do not is always certain; where the time
 * runs out before it is, {@linkcode OutOfTime} is thrown.
 */
export interface Solver extends Disposable {
  /**
   * Why the active claims cannot all be true; `null` when they can.
   *
   * @param manner Default: `"quick"`.
   */
  refute(active: Uint8Array, manner?: Manner): Certificate | null;
  /**
   * The active claims that seem to refute each other, `null` where they seem to
   * agree: nothing certain, and had in a moment. `undefined` where nothing can
   * be told so quickly.
   */
  seems?(active: Uint8Array): Uint8Array | null | undefined;
  /**
   * The least or greatest sum of counts of one measure; the active claims must
   * agree. Where the time runs out the bound is a weaker one, and not tight.
   *
   * @param afresh Whether what was asked before must not show in the proof.
   */
  extreme(
    ranges: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
    afresh?: boolean,
  ): Extreme;
  /**
   * The least or greatest value of a count less another one; `null` is open.
   * Both start and end with claims.
   */
  difference?(
    count: CellRange,
    less: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): RatioExtreme;
  /**
   * The least or greatest value of count / other count over all flows that the
   * active claims allow and that leave the other count above zero. `undefined`
   * where no such flow exists.
   */
  ratio?(
    count: CellRange,
    of: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): RatioExtreme | undefined;
}

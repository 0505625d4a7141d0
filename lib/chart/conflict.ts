import { type ClaimInterval, claimIntervals } from "../dataset/intervals.ts";
import type { TakenClaims } from "../dataset/intervals.ts";
import { InputError } from "../quantity/input_error.ts";
import { showValue } from "../quantity/show_value.ts";
import type { ConflictJson, ProofRowJson } from "../reconcile/result.ts";
import { type ChartClaim, namedClaim } from "./chart_claim.ts";
import { labelsOf } from "./labels_of.ts";

/** A claim's part in a conflict. */
export interface ConflictPart extends ChartClaim {
  /**
   * `low`: it says that there are at least so many; `high`: at most; `factor`:
   * it says how many times one count is the other.
   */
  readonly side: "low" | "high" | "factor";
  /** How many times it is taken in the sum. */
  readonly times: number;
  /** Smallest count that it allows; of a factor, the factor. */
  readonly low: number;
  /** Largest; `null` is open. */
  readonly high: number | null;
}

/** Claims that cannot all be true. */
export interface Conflict {
  /** Each claim's part, in the order of the sum. */
  readonly parts: readonly ConflictPart[];
  /** A sentence that does the arithmetic. */
  readonly text: string;
}

/**
 * Conflicts, and the claims as they were taken. The result of a reconciliation is
 * one.
 */
export interface Disagreement extends TakenClaims {
  /** As the engine lists them. */
  readonly conflicts: readonly ConflictJson[];
}

/** What the low sides add up to, what the high sides allow, and the gap. */
export interface ConflictSums {
  /** What the low sides add up to. */
  readonly atLeast: number;
  /** What the high sides allow. */
  readonly atMost: number;
  /** How far the one is above the other. */
  readonly apart: number;
}

/** What the parts of a conflict add up to. */
export function conflictSums(parts: readonly ConflictPart[]): ConflictSums {
  let [atLeast, atMost] = [0, 0];
  for (const { side, times, low, high } of parts) {
    if (side === "low") atLeast += times * low;
    if (side === "high") atMost += times * (high ?? 0);
  }
  return { atLeast, atMost, apart: atLeast - atMost };
}

/** The claim's interval as the row of the proof has it: a rate times its months. */
function intervalOf(row: ProofRowJson, claim: ClaimInterval | undefined) {
  const own = claim?.[row.side];
  const by = own ? row.value / own : 1;
  const other = claim?.[row.side === "low" ? "high" : "low"] ?? null;
  return row.side === "low"
    ? { low: row.value, high: other === null ? null : other * by }
    : { low: (other ?? 0) * by, high: row.value };
}

/**
 * The conflicts of a reconciliation as the charts take them: claims by the names
 * and in the readings that were reconciled. Rows in which a claim says the same
 * of several periods become one part.
 *
 * @throws {InputError} When it is not a result.
 *
 * @example
 * ```ts
 * import { conflictsOf } from "./conflict.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = {
 *   kind: "total",
 *   measure: "cases",
 *   hedge: "exact",
 *   start: "2024-01",
 *   end: "2024-03",
 * } as const;
 * using result = await reconcile([
 *   { ...claim, claim_id: "few", stated: "70" },
 *   { ...claim, claim_id: "many", stated: "100" },
 * ]);
 * const [conflict] = conflictsOf(result);
 * assert.deepEqual(
 *   conflict?.parts.map(({ claim, side, low }) => [claim, side, low]),
 *   [["many", "low", 100], ["few", "high", 70]],
 * );
 * ```
 */
export function conflictsOf(from: Disagreement): Conflict[] {
  if (!isDisagreement(from)) {
    throw new InputError(
      `${showValue(from)} has no conflicts; give what reconcile() gives${
        (from as unknown) instanceof Promise ? ", awaited" : ""
      }`,
    );
  }
  const rows = claimIntervals(from);
  const intervals = new Map(rows.map((row) => [row.claim.claim_id, row]));
  const named = new Map(
    rows.map((row) => [row.claim.claim_id, namedClaim(row, labelsOf(from))]),
  );
  // Their proofs state a factor, not a count: that of what stands out is one.
  const kinds = new Map(rows.map(({ claim }) => [claim.claim_id, claim.kind]));
  const isFactor = (claim: string) => {
    const kind = kinds.get(claim);
    return kind === "ratio" || kind === "share" || standsOut(claim);
  };
  const standsOut = (claim: string) => {
    const kind = kinds.get(claim);
    return kind === "highest" || kind === "lowest";
  };
  const order = { low: 0, factor: 1, high: 2 };
  return from.conflicts.map(({ proof, text }) => {
    const counts = proof.filter(({ claim }) => !isFactor(claim));
    // With ratios the whole multipliers grow large: of the highs the one that is
    // taken least often counts once, as in the sentence.
    const highs = counts.filter(({ side }) => side === "high");
    const taken = (highs.length > 0 ? highs : counts)
      .map(({ times }) => Number(times));
    const unit = proof.some(({ claim }) => isFactor(claim) && !standsOut(claim))
      ? Math.min(...taken)
      : 1;
    const parts = new Map<string, ConflictPart>();
    for (const row of proof) {
      const factor = isFactor(row.claim);
      const side = factor ? "factor" : row.side;
      const key = [row.claim, side, row.value].join("\n");
      const twin = parts.get(key);
      const times = Number(row.times) / unit;
      const name = named.get(row.claim) ?? {
        claim: row.claim,
        label: row.claim,
        title: row.claim,
        status: null,
      };
      parts.set(
        key,
        twin ? { ...twin, times: twin.times + times } : {
          ...name,
          side,
          times: factor ? 1 : times,
          ...(factor
            ? standsOut(row.claim)
              ? { low: 1, high: 1 }
              : { low: row.value, high: row.value }
            : intervalOf(row, intervals.get(row.claim))),
        },
      );
    }
    return {
      parts: [...parts.values()].toSorted((a, b) =>
        order[a.side] - order[b.side]
      ),
      text,
    };
  });
}

function isDisagreement(value: unknown): value is Disagreement {
  return typeof value === "object" && value !== null &&
    !(value instanceof Promise) && "asRead" in value && "conflicts" in value;
}

/** The conflicts that were given, or those of the result that was. */
export function conflictsIn(
  from: readonly Conflict[] | Disagreement,
): readonly Conflict[] {
  return Array.isArray(from) ? from : conflictsOf(from as Disagreement);
}

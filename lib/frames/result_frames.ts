import {
  countColumn,
  dateColumn,
  numberColumn,
  textColumn,
} from "./columns.ts";
import { type DataFrame, polars } from "./polars.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import type { Blame, Implied } from "../reconcile/reconciliation.ts";
import type {
  BoundsJson,
  ClaimJson,
  ConflictJson,
  ProofRowJson,
  RepairJson,
} from "../reconcile/result.ts";
import type { ToldConflict } from "../reconcile/proof/tell_conflicts.ts";
import { timesColumn } from "./times_column.ts";

/**
 * Conflicts as a frame, a row each: number, how many claims, their ids, and the
 * sentence that does the arithmetic.
 *
 * @example
 * ```ts
 * import { conflictFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * const conflict = { claims: ["a", "b"], text: "2 is more than 1.", proof: [], background: [] };
 * assert.equal(conflictFrame([conflict]).height, 1);
 * ```
 */
export function conflictFrame(conflicts: readonly ConflictJson[]): DataFrame {
  return polars().DataFrame([
    countColumn("conflict", conflicts.map((_, i) => i + 1)),
    countColumn("size", conflicts.map(({ claims }) => claims.length)),
    textColumn("claims", conflicts.map(({ claims }) => claims.join(", "))),
    textColumn("arithmetic", conflicts.map(({ text }) => text)),
  ]);
}

/**
 * Conflicts as `tellConflicts` tells them as a frame, a row each: number, the ids
 * of its claims, those of others that make the same conflict, how many conflicts
 * of the list it stands for, and the sentence.
 *
 * @example
 * ```ts
 * import { toldFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * const told = { claims: ["a", "b"], text: "2 is more than 1.", also: ["c"], conflicts: [0, 1] };
 * const frame = toldFrame([told]);
 * assert.deepEqual(frame.getColumn("also_with").toArray(), ["c"]);
 * assert.deepEqual(frame.getColumn("conflicts").toArray(), [2]);
 * ```
 */
export function toldFrame(told: readonly ToldConflict[]): DataFrame {
  return polars().DataFrame([
    countColumn("told", told.map((_, i) => i + 1)),
    countColumn("conflicts", told.map(({ conflicts }) => conflicts.length)),
    textColumn("claims", told.map(({ claims }) => claims.join(", "))),
    textColumn("also_with", told.map(({ also }) => also.join(", ") || null)),
    textColumn("arithmetic", told.map(({ text }) => text)),
  ]);
}

/**
 * The rows of a proof as a frame: which side of which claim, over which days,
 * how many times, and what it says.
 *
 * @example
 * ```ts
 * import { proofFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(proofFrame([]).height, 0);
 * ```
 */
export function proofFrame(proof: readonly ProofRowJson[]): DataFrame {
  return polars().DataFrame([
    textColumn("claim", proof.map((row) => row.claim)),
    textColumn("side", proof.map((row) => row.side)),
    dateColumn("start", proof.map((row) => firstDay(row.start))),
    dateColumn("end", proof.map((row) => lastDay(row.end))),
    timesColumn(proof.map((row) => row.times)),
    numberColumn("value", proof.map((row) => row.value)),
  ]);
}

/**
 * Repairs as a frame, a row each: the claims left out and their weight.
 *
 * @example
 * ```ts
 * import { repairFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * const frame = repairFrame([{ drop: ["a"], weight: 1 }]);
 * assert.deepEqual(frame.getColumn("leaves_out").toArray(), ["a"]);
 * ```
 */
export function repairFrame(repairs: readonly RepairJson[]): DataFrame {
  return polars().DataFrame([
    countColumn("repair", repairs.map((_, i) => i + 1)),
    textColumn("leaves_out", repairs.map(({ drop }) => drop.join(", "))),
    numberColumn("weight", repairs.map(({ weight }) => weight)),
  ]);
}

/**
 * Bounds as a frame: a row a measure and period, `high` null where it is open.
 *
 * @example
 * ```ts
 * import { boundsFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * const month = { measure: "cases", start: "2024-01-01", end: "2024-01-31" };
 * const frame = boundsFrame([{ ...month, low: 0, high: null }]);
 * assert.deepEqual(frame.getColumn("high").toArray(), [null]);
 * ```
 */
export function boundsFrame(bounds: readonly BoundsJson[]): DataFrame {
  return polars().DataFrame([
    textColumn("measure", bounds.map((row) => row.measure)),
    dateColumn("start", bounds.map((row) => firstDay(row.start))),
    dateColumn("end", bounds.map((row) => lastDay(row.end))),
    numberColumn("low", bounds.map((row) => row.low)),
    numberColumn("high", bounds.map((row) => row.high)),
  ]);
}

/**
 * The claims of a result as a frame: the interval of each, in its own unit, and
 * what the others imply for it.
 *
 * @example
 * ```ts
 * import { impliedFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(impliedFrame([]).height, 0);
 * ```
 */
export function impliedFrame(claims: readonly ClaimJson[]): DataFrame {
  return polars().DataFrame([
    textColumn("claim", claims.map((row) => row.claim)),
    textColumn("reading", claims.map((row) => row.reading)),
    numberColumn("low", claims.map((row) => row.low)),
    numberColumn("high", claims.map((row) => row.high)),
    numberColumn("implied_low", claims.map((row) => row.implied_low)),
    numberColumn("implied_high", claims.map((row) => row.implied_high)),
  ]);
}

/**
 * What each claim adds as a frame, the one that adds most first: what the others
 * imply for it, in its own unit, and the share of that range which it rules out,
 * null where the others leave the range open.
 *
 * @example
 * ```ts
 * import { addedFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * const others = { impliedLow: 0, impliedHigh: 200 };
 * const frame = addedFrame([
 *   { claim: "a", low: 0, high: 300, ...others, narrows: 0 },
 *   { claim: "b", low: 50, high: 100, ...others, narrows: 0.75 },
 * ]);
 * assert.deepEqual(frame.getColumn("claim").toArray(), ["b", "a"]);
 * ```
 */
export function addedFrame(
  implied: readonly Omit<Implied, "certain">[],
): DataFrame {
  const rows = implied.toSorted((a, b) =>
    (b.narrows ?? Infinity) - (a.narrows ?? Infinity) || 0
  );
  return polars().DataFrame([
    textColumn("claim", rows.map((row) => row.claim)),
    numberColumn("low", rows.map((row) => row.low)),
    numberColumn("high", rows.map((row) => row.high)),
    numberColumn("implied_low", rows.map((row) => row.impliedLow)),
    numberColumn("implied_high", rows.map((row) => row.impliedHigh)),
    numberColumn("rules_out", rows.map((row) => row.narrows)),
  ]);
}

/**
 * Blame as a frame: the share of repairs that leave each claim out.
 *
 * @example
 * ```ts
 * import { blameFrame } from "./result_frames.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(blameFrame([{ claim: "a", share: 0.5 }]).height, 1);
 * ```
 */
export function blameFrame(blame: readonly Blame[]): DataFrame {
  return polars().DataFrame([
    textColumn("claim", blame.map((row) => row.claim)),
    numberColumn("share", blame.map((row) => row.share)),
  ]);
}

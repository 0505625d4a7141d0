import {
  checkOptions,
  isRecord,
  type OptionTypes,
} from "../quantity/check_options.ts";
import type { Claim, Source } from "../quantity/claim.ts";
import { lastDay } from "../quantity/date.ts";
import { givenRows } from "../quantity/given_rows.ts";
import { type Hedges, hedgesOf } from "../quantity/hedge.ts";
import { InputError } from "../quantity/input_error.ts";
import { interval } from "../quantity/interval.ts";
import { type Period, period } from "../quantity/period.ts";
import { type Rational, toNumber } from "../quantity/rational.ts";
import { takesWidth } from "../quantity/takes.ts";
import { parseWidth, type Width } from "../quantity/width.ts";
import type { Dataset } from "./load.ts";
import type { Row } from "./rows.ts";
import { takesDataset } from "./takes_dataset.ts";

/** A claim with the interval that its default reading allows. */
export interface ClaimInterval {
  /** The claim's row. */
  readonly claim: Row<"claims">;
  /** The document it stands in, where the dataset names it. */
  readonly source: Row<"sources"> | undefined;
  /** The period; `null` for `none` claims without one. */
  readonly period: Period | null;
  /**
   * Smallest value allowed, in the claim's own unit; `null` for `none`, for what
   * stands out without a number, and where a difference is open downwards.
   */
  readonly low: number | null;
  /** Largest value allowed; `null` is open, or `none`. */
  readonly high: number | null;
}

/** How claims are turned into intervals. */
export interface WidthOptions {
  /** Scales every hedge and rounding, 0 or more. Default 1. */
  readonly width?: Width | undefined;
}

const OPTION_TYPES: OptionTypes<WidthOptions> = { width: takesWidth };

/** Claims that were taken at some width already. */
function takenOf(from: Claims): readonly ClaimInterval[] | undefined {
  if (Array.isArray(from)) return from;
  return isRecord(from) && "asRead" in from
    ? from.asRead as readonly ClaimInterval[]
    : undefined;
}

function ends(claim: Claim, width: Rational, hedges: Hedges) {
  if (claim.kind === "none" || !claim.stated) return { low: null, high: null };
  const { low, high } = interval(
    { ...claim, stated: claim.stated },
    { width, hedges },
  );
  return { low: low && toNumber(low), high: high && toNumber(high) };
}

/** The days that a claim names: of a level the one at whose end it is. */
function daysOf({ kind, start, end }: Claim): Period | null {
  if (kind === "level" && start) {
    const day = lastDay(end || start);
    return { start: day, end: day };
  }
  return start && end ? period(start, end) : null;
}

/**
 * Whatever has claims: a dataset or a part of it, the result of a
 * reconciliation, which has them as it took them, or rows picked from these.
 */
export type Claims = Dataset | TakenClaims | readonly ClaimInterval[];

/** What has claims as they were taken: the result of a reconciliation. */
export interface TakenClaims {
  /** Each claim in its reading. */
  readonly asRead: readonly (Omit<ClaimInterval, "claim" | "source"> & {
    readonly claim: Claim;
    readonly source: Source | undefined;
  })[];
}

/**
 * Every claim of a dataset with the interval that its default reading allows at
 * a width, in file order. A claim of kind `none` has none. Of a result the
 * claims that it speaks of, in the readings and at the width that it took them.
 *
 * @throws {RangeError} When the width is not a number of at least 0.
 * @throws {InputError} When it is neither a dataset nor a result, or a width is
 * given for a result, which has its own.
 *
 * @example
 * ```ts
 * import { claimIntervals } from "./intervals.ts";
 * import { loadDataset } from "./load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const found = claimIntervals(data).find(({ claim }) =>
 *   claim.claim_id === "kyivpost-19922-desertion"
 * );
 * assert.equal(found?.low, found?.high);
 * ```
 */
export function claimIntervals(
  from: Claims,
  options: WidthOptions = {},
): ClaimInterval[] {
  checkOptions(options, OPTION_TYPES);
  const taken = takenOf(from);
  if (taken) {
    if (options.width === undefined) return [...taken];
    throw new InputError(
      "width: these claims have the width that they were taken at; give it " +
        "where they are read or reconciled",
    );
  }
  const dataset = from as Dataset;
  takesDataset(dataset);
  const width = parseWidth(options.width);
  const hedges = hedgesOf(dataset.hedges);
  const sources = new Map(dataset.sources.map((row) => [row.source_id, row]));
  const claims = givenRows("claims", dataset.claims) as Dataset["claims"];
  return claims.map((claim) => ({
    claim,
    source: claim.source_id ? sources.get(claim.source_id) : undefined,
    period: daysOf(claim),
    ...ends(claim, width, hedges),
  }));
}

import type { Kind } from "../quantity/claim.ts";
import { formatNumber } from "../quantity/phrase.ts";

/** A low and a high; `null` is open. */
export interface Range {
  /** At least. */
  readonly low: number | null;
  /** At most. */
  readonly high: number | null;
}

function number(value: number, kind: Kind): string {
  const shown = kind === "share" ? value * 100 : value;
  const small = shown !== 0 && Math.abs(shown) < 0.001;
  const text = small
    ? String(Number(shown.toPrecision(3)))
    : formatNumber(shown);
  return kind === "share" ? `${text}%` : text;
}

/**
 * A range in words, in the unit of a kind of claim: "55,000 to 65,000", "at
 * least 2×", "exactly 15,000 a month".
 *
 * @example
 * ```ts
 * import { describeRange } from "./range.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(describeRange({ low: 2, high: null }, "ratio"), "at least 2×");
 * assert.equal(describeRange({ low: 0.15, high: 0.25 }, "share"), "15% to 25%");
 * assert.equal(describeRange({ low: 7, high: 7 }, "total"), "exactly 7");
 * ```
 */
export function describeRange({ low, high }: Range, kind: Kind): string {
  const unit = kind === "rate" ? " a month" : kind === "ratio" ? "×" : "";
  if (low === null) {
    return high === null ? "nothing" : `at most ${number(high, kind)}${unit}`;
  }
  if (high === null) return `at least ${number(low, kind)}${unit}`;
  const [from, to] = [number(low, kind), number(high, kind)];
  if (low === high) return `exactly ${from}${unit}`;
  return `${from} to ${to}${unit}`;
}

/**
 * How what a claim says stands to what the others imply, in a sentence that
 * takes no side.
 *
 * @example
 * ```ts
 * import { compareRanges } from "./range.ts";
 * import assert from "node:assert/strict";
 *
 * const words = compareRanges({ low: 10, high: 20 }, { low: 0, high: 5 });
 * assert.equal(words, "The claim lies above all that the others allow.");
 * ```
 */
export function compareRanges(own: Range, others: Range): string {
  const [low, high] = [own.low ?? 0, own.high ?? Infinity];
  const [from, to] = [others.low ?? 0, others.high ?? Infinity];
  if (low > to) return "The claim lies above all that the others allow.";
  if (high < from) return "The claim lies below all that the others allow.";
  if (low === from && high === to) return "Both are the same.";
  if (low >= from && high <= to) {
    return "The claim lies within what the others allow.";
  }
  if (from >= low && to <= high) {
    return "What the others allow lies within the claim.";
  }
  return "The two overlap in part.";
}

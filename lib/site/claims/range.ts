import type { Kind } from "../../quantity/claim.ts";

/** A low and a high; `null` is open. */
export interface Range {
  /** At least. */
  readonly low: number | null;
  /** At most. */
  readonly high: number | null;
}

/** Digits after the point, where a number is neither small nor near another. */
const DIGITS = 3;

/** Of thousands a reader wants none. */
function digitsOf(value: number): number {
  return Math.abs(value) >= 1000 ? 0 : DIGITS;
}

function number(value: number, kind: Kind, digits = digitsOf(value)): string {
  const shown = kind === "share" ? value * 100 : value;
  const small = shown !== 0 &&
    Math.abs(shown) < 10 ** -Math.max(DIGITS, digits);
  const text = small
    ? String(Number(shown.toPrecision(3)))
    : formatDigits(shown, digits);
  return kind === "share" ? `${text}%` : text;
}

function formatDigits(value: number, digits: number): string {
  return new Intl.NumberFormat("en-US", { maximumFractionDigits: digits })
    .format(value);
}

/** Two numbers that differ, with as many digits as it takes to see it. */
function numbers(low: number, high: number, kind: Kind): [string, string] {
  const short = [number(low, kind), number(high, kind)];
  for (let digits = DIGITS, both = short;; digits++) {
    if (both[0] !== both[1] || low === high || digits > 12) {
      return both as [string, string];
    }
    both = [low, high].map((value) => number(value, kind, digits));
  }
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
 * const near = describeRange({ low: 1, high: 1.00004 }, "ratio");
 * assert.equal(near, "1 to 1.00004×");
 * ```
 */
export function describeRange(
  { low, high }: Range,
  kind: Kind,
  per: string | null = null,
): string {
  const unit = kind === "rate"
    ? ` a ${per || "month"}`
    : kind === "ratio"
    ? "×"
    : "";
  if (low === null) {
    return high === null ? "nothing" : `at most ${number(high, kind)}${unit}`;
  }
  if (high === null) return `at least ${number(low, kind)}${unit}`;
  if (low === high) return `exactly ${number(low, kind, DIGITS)}${unit}`;
  const [from, to] = numbers(low, high, kind);
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
  const [low, high] = [own.low ?? -Infinity, own.high ?? Infinity];
  const [from, to] = [others.low ?? -Infinity, others.high ?? Infinity];
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

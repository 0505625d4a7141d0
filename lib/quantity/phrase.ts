import type { Claim, Kind } from "./claim.ts";
import { parseDecimal } from "./decimal.ts";
import { formatRational } from "./format_rational.ts";
import { ownValue } from "./own_value.ts";
import { multiply, type Rational, rational } from "./rational.ts";

/**
 * A number with thousands separators and at most three digits after the point,
 * the same on every machine; what these would show as 0 has three digits that
 * count.
 *
 * @example
 * ```ts
 * import { formatNumber } from "./phrase.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatNumber(61872), "61,872");
 * assert.equal(formatNumber(0.25), "0.25");
 * assert.equal(formatNumber(0.0004), "0.0004");
 * ```
 */
export function formatNumber(value: number): string {
  const small = value !== 0 && Math.abs(value) < 0.0005;
  return (small ? SMALL : NUMBER).format(value);
}

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

const SMALL = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

const HEDGE_WORDS: Readonly<Record<string, string>> = {
  "": "",
  exact: "",
  bare: "",
  about: "about ",
  nearly: "nearly ",
  over: "over ",
  at_least: "at least ",
  up_to: "up to ",
  plural: "",
};

/** What numbers with the hedge `plural` are said as. */
const PLURALS: Readonly<Record<string, string>> = {
  12: "dozens",
  100: "hundreds",
  1000: "thousands",
  10000: "tens of thousands",
  100000: "hundreds of thousands",
  1000000: "millions",
};

/** Most digits after the point: a stated number is not rounded again. */
const DIGITS = 6;

/**
 * An exact value in the unit of a claim's kind: a share as a percentage, a
 * ratio as a factor, any other as it is.
 *
 * @example
 * ```ts
 * import { phraseValue } from "./phrase.ts";
 * import { rational } from "./rational.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(phraseValue(rational(1, 5), "share"), "20%");
 * assert.equal(phraseValue(rational(2), "ratio"), "2×");
 * ```
 */
export function phraseValue(value: Rational, kind: Kind): string {
  if (kind === "share") {
    return `${formatRational(multiply(value, rational(100)), DIGITS)}%`;
  }
  return `${formatRational(value, DIGITS)}${kind === "ratio" ? "×" : ""}`;
}

/**
 * The number of a claim's reading in a few words: "about 60,000", "15,000 to
 * 18,000 a month", "at least 2×", "about 20%". A hedge of the dataset's own is
 * named by its id. A claim without a number gives "no number".
 *
 * @throws {InputError} When the number is not plain digits.
 *
 * @example
 * ```ts
 * import { phraseNumber } from "./phrase.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   phraseNumber({ kind: "rate", stated: "12", hedge: "about" }),
 *   "about 12 a month",
 * );
 * ```
 */
export function phraseNumber(
  { kind, stated, stated_high, hedge, per, spread }: Pick<
    Claim,
    "kind" | "stated" | "stated_high" | "hedge" | "per" | "spread"
  >,
): string {
  if (kind === "highest" || kind === "lowest") {
    return `the ${kind} ${per || "month"}`;
  }
  if (!stated) return "no number";
  const number = (text: string) => {
    const fall = text.startsWith("-");
    const { value } = parseDecimal(fall ? text.slice(1) : text);
    return (fall ? "−" : "") + phraseValue(value, kind);
  };
  const id = hedge ?? "";
  const before = ownValue(HEDGE_WORDS, id) ?? `${id.replaceAll("_", " ")} `;
  const range = stated_high && stated_high !== stated
    ? `${number(stated)} to ${number(stated_high)}`
    : number(stated);
  const each = `${spread === "each" ? " every" : " a"} ${per || "month"}`;
  const many = id === "plural"
    ? ownValue(PLURALS, stated) ?? `${range} to ten times as many`
    : range;
  return `${before}${many}${kind === "rate" ? each : ""}`;
}

import type { Claim } from "./claim.ts";

/**
 * A number with thousands separators and at most three digits after the point,
 * the same on every machine.
 *
 * @example
 * ```ts
 * import { formatNumber } from "./phrase.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatNumber(61872), "61,872");
 * assert.equal(formatNumber(0.25), "0.25");
 * ```
 */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

const HEDGE_WORDS: Readonly<Record<string, string>> = {
  about: "about ",
  nearly: "nearly ",
  over: "over ",
  at_least: "at least ",
  up_to: "up to ",
};

function number(text: string, kind: string): string {
  if (kind === "share") return `${formatNumber(Number(text) * 100)}%`;
  return formatNumber(Number(text));
}

/**
 * The number of a claim's reading in a few words: "about 60,000", "15,000 to
 * 18,000 a month", "at least 2×". A claim without a number gives "no
 * number".
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
  { kind, stated, stated_high, hedge }: Pick<
    Claim,
    "kind" | "stated" | "stated_high" | "hedge"
  >,
): string {
  if (!stated) return "no number";
  const range = stated_high
    ? `${number(stated, kind)} to ${number(stated_high, kind)}`
    : number(stated, kind);
  const words = `${HEDGE_WORDS[hedge ?? ""] ?? ""}${range}`;
  if (kind === "rate") return `${words} a month`;
  if (kind === "ratio") return `${words}×`;
  return words;
}

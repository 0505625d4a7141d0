import type { Claim, Kind } from "../../quantity/claim.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { toNumber } from "../../quantity/rational.ts";
import { type SaidNumber, saidNumbers } from "./said_numbers.ts";

/** Months in a day, a week, a year: what a monthly rate was computed with. */
const PER: readonly (readonly [RegExp, low: number, high: number])[] = [
  [/\b(?:hours?|hourly)\b/i, 24 * 28, 24 * 31],
  [/\b(?:days?|daily|night|nightly)\b/i, 28, 31],
  [/\b(?:weeks?|weekly)\b/i, 4, 4.5],
  [/\b(?:fortnight|fortnightly)\b/i, 2, 2.25],
  [/\b(?:quarters?|quarterly)\b/i, 1 / 3, 1 / 3],
  [/\b(?:years?|yearly|annual|annually|annum)\b/i, 1 / 12, 1 / 12],
];

/** What the numbers of a wording can mean in a claim of a kind. */
function readAs(
  kind: Kind,
  wording: string,
  said: readonly SaidNumber[],
): SaidNumber[] {
  const times = (factor: number, more = 0) =>
    said.map(({ low, high, part = false }) => ({
      low: low * factor + more,
      high: high * factor + more,
      part,
    }));
  switch (kind) {
    case "share":
      return [...said, ...times(1 / 100)];
    case "ratio":
      // "84% more" is 1.84 times as many.
      return [
        ...said,
        ...times(1 / 100),
        ...times(1 / 100, 1),
        ...times(-1 / 100, 1),
      ];
    case "rate":
      return [
        ...said,
        ...PER.filter(([words]) => words.test(wording)).flatMap((
          [, low, high],
        ) =>
          said.map((one) => ({
            low: one.low * low,
            high: one.high * high,
            part: true,
          }))
        ),
      ];
    default:
      return kind === "none" ? [...said, ...times(1 / 100)] : [...said];
  }
}

/** Whether one of the numbers said is the one in a cell. */
function holds(
  said: readonly SaidNumber[],
  cell: string,
  scales: readonly number[],
): boolean {
  // A fall by 3,000 is a difference of -3000.
  const decimal = parseDecimal(cell.replace(/^-/, ""));
  const [value, unit] = [toNumber(decimal.value), toNumber(decimal.unit)];
  return scales.some((by) =>
    said.some(({ low, high, part }) => {
      // A part, or a rate by the day, was rounded when it became digits.
      const slack = part
        ? Math.min(0.999 * unit, 0.15 * value)
        : 1e-9 * Math.max(1, value);
      return low / by - slack <= value && value <= high / by + slack;
    })
  );
}

/**
 * Whether words hold the number of a claim, in any of the ways that fit its
 * kind: a share as a percentage, a ratio as what is more or less, a monthly
 * rate by the day or the year.
 *
 * @param scales What the measure's counts are kept in, such as 1000.
 *
 * @example
 * ```ts
 * import { holdsNumber } from "./holds_number.ts";
 * import assert from "node:assert/strict";
 *
 * const share = { kind: "share", stated: "0.2" } as const;
 * assert.equal(holdsNumber(share, "stated", "a fifth of them"), true);
 * assert.equal(holdsNumber(share, "stated", "every third"), false);
 * ```
 */
export function holdsNumber(
  claim: Pick<Claim, "kind" | "stated" | "stated_high">,
  field: "stated" | "stated_high",
  words: string,
  scales: readonly number[] = [],
): boolean {
  const cell = claim[field];
  return !cell ||
    holds(readAs(claim.kind, words, saidNumbers(words)), cell, [1, ...scales]);
}

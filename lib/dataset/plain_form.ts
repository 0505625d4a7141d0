import { parseDecimal } from "../quantity/decimal.ts";
import { compare } from "../quantity/rational.ts";
import { SCALES } from "./warnings/number_words.ts";

/** A number in plain digits. */
export interface PlainNumber {
  readonly digits: string;
  /** The unit it is rounded to, where its plain digits show another one. */
  readonly rounding?: string;
}

/** How far a point is moved: an exponent is none of a count beyond it. */
const FARTHEST = 15;

/** What separates thousands in print: spaces of all kinds, apostrophes. */
const GAP = /(?<=\d)[ '’_\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** A number, an exponent or a word that multiplies it, a percent sign. */
const NUMBER =
  /^([\d.][\d.,'’_\s]*?)(?:e([+-]?\d{1,2})|\s*-?\s*(\p{L}+))?\s*(?:(%|per ?cent|pct)|(\u2030|per ?mille))?$/iu;

const isPlain = (digits: string) => /^(?:\d+\.?\d*|\.\d+)$/.test(digits);

/** Digits with the point moved: 12.5 two places to the left is 0.125. */
function movePoint(digits: string, places: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point < 1
    ? "0".repeat(1 - point) + all
    : all.padEnd(point, "0");
  const at = Math.max(1, point);
  const moved = `${padded.slice(0, at)}.${padded.slice(at)}`
    .replace(/^0+(?=\d)/, "");
  // Zeros behind a point were stated; those that moving made were not.
  return (fraction ? moved : moved.replace(/0+$/, "")).replace(/\.$/, "");
}

/**
 * Plain digits of a percentage as the fraction that it is.
 *
 * @example
 * ```ts
 * import { percentDigits } from "./plain_form.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(["45", "20", "12.50"].map(percentDigits), [
 *   "0.45",
 *   "0.2",
 *   "0.1250",
 * ]);
 * ```
 */
export function percentDigits(digits: string): string {
  return movePoint(digits, -2);
}

/** A power of ten in plain digits. */
const power = (places: number) => movePoint("1", places);

/** Digits times a power of ten, and what they are rounded to. */
function scaled(digits: string, places: number): PlainNumber {
  const moved = movePoint(digits, places);
  const fraction = digits.split(".")[1] ?? "";
  if (fraction === "") return { digits: moved };
  const rounding = power(places - fraction.length);
  const shown = parseDecimal(moved).unit;
  return compare(shown, parseDecimal(rounding).value) === 0
    ? { digits: moved }
    : { digits: moved, rounding };
}

/** The plain forms that digits with commas and points may stand for. */
function forms(digits: string): string[] {
  if (isPlain(digits)) return [digits];
  // 60,000 and 1,234.56; but 0,250 has no thousands.
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) {
    const joined = digits.replaceAll(",", "");
    // Nobody writes zeros behind a decimal comma to the third place.
    const thousands = /,\d{3},|,000|\./.test(digits);
    return thousands ? [joined] : [joined, digits.replace(",", ".")];
  }
  // 12,34,567: by lakhs.
  if (/^[1-9]\d?(,\d{2})+,\d{3}(\.\d+)?$/.test(digits)) {
    return [digits.replaceAll(",", "")];
  }
  // 1.234,56 and 1.234.567.
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(digits)) {
    return [digits.replaceAll(".", "").replace(",", ".")];
  }
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(digits)) {
    return [digits.replaceAll(".", "")];
  }
  if (/^\d+,\d+$/.test(digits)) return [digits.replace(",", ".")];
  return [];
}

/** The powers of ten that an exponent or a word multiplies with. */
function powers(exponent?: string, word?: string): number[] {
  if (exponent !== undefined) return [Number(exponent)];
  if (word === undefined) return [0];
  const known = SCALES.get(word.toLowerCase()) ?? [];
  return known.filter((factor) => factor > 1 && /^10+$/.test(`${factor}`))
    .map((factor) => `${factor}`.length - 1);
}

/**
 * The plain digits that a number with separators, a decimal comma, an exponent,
 * a word such as "million" or a percent sign stands for, and the unit that it
 * is rounded to where they hide it: several where it is ambiguous, as "1,234"
 * is, and none where it is no number.
 *
 * @example
 * ```ts
 * import { plainNumbers } from "./plain_form.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(plainNumbers("1.5m"), [{ digits: "1500000" }]);
 * assert.deepEqual(plainNumbers("7.80E+09"), [
 *   { digits: "7800000000", rounding: "10000000" },
 * ]);
 * ```
 */
export function plainNumbers(value: string): PlainNumber[] {
  // Nobody means so long a cell as a number.
  if (value.length > 40) return [];
  const [, number, exponent, word, percent, thousandth] =
    NUMBER.exec(value.trim().replace(/^\+/, "")) ?? [];
  if (number === undefined) return [];
  return powers(exponent, word).flatMap((places) => {
    const moved = places - (percent ? 2 : thousandth ? 3 : 0);
    return Math.abs(places) > FARTHEST
      ? []
      : forms(number.replace(GAP, "")).map((digits) =>
        moved === 0 ? { digits } : scaled(digits, moved)
      );
  });
}

/**
 * The digits of {@linkcode plainNumbers}, where they are not the text itself.
 *
 * @example
 * ```ts
 * import { plainForms } from "./plain_form.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(plainForms("231 000"), ["231000"]);
 * assert.deepEqual(plainForms("1,84"), ["1.84"]);
 * assert.deepEqual(plainForms("1,234"), ["1234", "1.234"]);
 * assert.deepEqual(plainForms("12.5 %"), ["0.125"]);
 * ```
 */
export function plainForms(value: string): string[] {
  return plainNumbers(value).map(({ digits }) => digits)
    .filter((digits) => digits !== value);
}

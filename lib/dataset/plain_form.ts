/** Digits with the point moved two places to the left: 12.5 is 0.125. */
function hundredth(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = whole.padStart(3, "0");
  const moved = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
  return moved.replace(/^0+(?=\d)/, "").replace(/\.?0+$/, "");
}

/** Digits with an exponent, written out. */
function writtenOut(digits: string, exponent: number): string | undefined {
  const [whole = "", fraction = ""] = digits.split(".");
  if (exponent < fraction.length || exponent > 15) return undefined;
  const joined = whole + fraction + "0".repeat(exponent - fraction.length);
  return joined.replace(/^0+(?=\d)/, "");
}

/** What separates thousands in print: spaces of all kinds, apostrophes. */
const GAP = /(?<=\d)[ '’_\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** The plain forms that digits with commas and points may stand for. */
function forms(digits: string): string[] {
  if (/^\d+(\.\d+)?$/.test(digits)) return [digits];
  // 60,000 and 1,234.56; but 0,250 has no thousands.
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) {
    const joined = digits.replaceAll(",", "");
    // Nobody writes zeros behind a decimal comma to the third place.
    const thousands = /,\d{3},|,000|\./.test(digits);
    return thousands ? [joined] : [joined, digits.replace(",", ".")];
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

/**
 * The plain digits that a number with separators, a decimal comma, an exponent
 * or a percent sign stands for: several where it is ambiguous, as "1,234" is,
 * and none where it is no number.
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
  // Nobody means so long a cell as a number.
  if (value.length > 40) return [];
  const trimmed = value.trim().replace(/^\+/, "");
  const exponent = /^(\d+(?:\.\d+)?)[eE]\+?(\d{1,2})$/.exec(trimmed);
  if (exponent) {
    const plain = writtenOut(exponent[1]!, Number(exponent[2]));
    return plain === undefined ? [] : [plain];
  }
  const percent = /\s*%$/.test(trimmed);
  const found = forms(trimmed.replace(/\s*%$/, "").replace(GAP, ""))
    .map((plain) => percent ? hundredth(plain) : plain);
  return found.filter((plain) => plain !== value);
}

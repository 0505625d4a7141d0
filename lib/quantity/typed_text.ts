/** A digit of another script. */
const DIGIT = /(?![0-9])\p{Nd}/gu;

const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** The digits of a script stand in a row from its nought; rows may meet. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (isDigit(first - 1)) first--;
  return `${(code - first) % 10}`;
}

/**
 * A short text with digits of any script and width, dashes and spaces as a
 * keyboard has them. A fraction in one letter keeps apart from the number before
 * it, and a raised number stays as it is: neither is a digit more.
 *
 * @example
 * ```ts
 * import { typedText } from "./typed_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(typedText("４５\u00a0–\u00a060"), "45 - 60");
 * assert.equal(typedText("٣٠"), "30");
 * assert.equal(typedText("1½"), "1 1/2");
 * assert.equal(typedText("10²"), "10²");
 * ```
 */
export function typedText(text: string): string {
  return text.replace(/[\u00bc-\u00be\u2150-\u215e]/g, " $&")
    // "10²" would become 102.
    .split(/([\u00b2\u00b3\u00b9\u2070-\u209c]+)/)
    .map((piece, i) => i % 2 === 1 ? piece : piece.normalize("NFKC"))
    .join("")
    .replace(DIGIT, plainDigit)
    .replaceAll("\u2044", "/")
    .replace(/[\p{Pd}\u2212]/gu, "-").replace(/\s+/g, " ").trim();
}

/** A word, a mark, or digits with all that they can mean. */
export interface Token {
  /** As written, in small letters. */
  readonly text: string;
  /** What digits can mean. */
  readonly values?: readonly number[];
}

// An exponent, digits in groups of three, other digits, words, and the marks
// that join.
const TOKEN =
  /\d+(?:\.\d+)?e[+-]?\d{1,2}(?!\d)|\d{1,3}([ .,'])\d{3}(?!\d)(?:\1\d{3}(?!\d))*(?:[.,]\d+)?|\d+(?:[.,]\d+)?|\p{L}+|[-%+/]/gu;

/** All that digits in groups of three can mean. */
function meanings(text: string, separator: string | undefined): number[] {
  const plain = Number(text.replace(",", "."));
  if (text.includes("e")) return [plain];
  if (separator === undefined) return [plain];
  const groups = text.split(separator);
  const whole = Number(groups.join("").replace(",", "."));
  // "1.234" and, where a comma divides, "1,234"; "60,000" is no 60.
  const divided = separator === "." || /^\d,\d\d[1-9]$/.test(text);
  if (divided && !Number.isNaN(plain)) return [whole, plain];
  // Two numbers may stand side by side: "on October 31 200 people".
  return separator === " " && /^(?:[12]?\d|3[01]) [1-9]\d\d$/.test(text)
    ? [whole, ...groups.map(Number)]
    : [whole];
}

/**
 * The words, numbers and marks of a wording, whichever spaces, dashes and
 * quotes it is written with. Hyphens at letters part words like spaces do.
 *
 * @example
 * ```ts
 * import { numberTokens } from "./number_tokens.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(numberTokens("About 1’500-strong"), [
 *   { text: "about" },
 *   { text: "1'500", values: [1500] },
 *   { text: "strong" },
 * ]);
 * ```
 */
export function numberTokens(wording: string): Token[] {
  // "2½" would become 21/2.
  const text = wording.replace(/[\u00bc-\u00be\u2150-\u215e]/g, " $&")
    .normalize("NFKC").toLowerCase()
    .replace(/[’‘´`]/g, "'").replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/(?<=\p{L})-|-(?=\p{L})/gu, " ")
    .replaceAll("⁄", "/").replace(/\s+/g, " ");
  return Array.from(
    text.matchAll(TOKEN),
    ([text, separator]) =>
      /^\d/.test(text) ? { text, values: meanings(text, separator) } : { text },
  );
}

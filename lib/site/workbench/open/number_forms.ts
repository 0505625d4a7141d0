import { typedText } from "../../../quantity/typed_text.ts";

/** What a cell says in plain digits, by the sign that stands before decimals. */
export interface NumberForms {
  /** With a decimal point, 1,234.5; null where it is none so. */
  readonly point: string | null;
  /** With a decimal comma, 1.234,5; null likewise. */
  readonly comma: string | null;
}

/** What separates thousands beside the other sign: blanks and apostrophes. */
const GAP = /(?<=\d)[ '’_](?=\d{3}(?!\d))/g;

/** Digits with a decimal point and commas between thousands, or lakhs. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/;

function withPoint(digits: string): string | null {
  if (/^\d+(\.\d+)?$/.test(digits)) return digits;
  return GROUPED.test(digits) ? digits.replaceAll(",", "") : null;
}

/** The same digits with points for commas and commas for points. */
const turned = (digits: string): string =>
  digits.replace(/[.,]/g, (sign) => sign === "." ? "," : ".");

/**
 * A number as a spreadsheet shows it, in plain digits: `1.234,5`, `1,234.5`,
 * `1 234`. Null where it is no such number.
 *
 * @example
 * ```ts
 * import { numberForms } from "./number_forms.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(numberForms("1.234,5"), { point: null, comma: "1234.5" });
 * assert.deepEqual(numberForms("1 234"), { point: "1234", comma: "1234" });
 * // One thousand and some, or one and some thousandths.
 * assert.deepEqual(numberForms("1,234"), { point: "1234", comma: "1.234" });
 * assert.equal(numberForms("many"), null);
 * ```
 */
export function numberForms(cell: string): NumberForms | null {
  if (cell.length > 40) return null;
  const text = typedText(cell).replace(GAP, "");
  const [, sign, digits] = /^(-?)(\d[\d.,]*)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const point = withPoint(digits);
  const comma = withPoint(turned(digits));
  if (point === null && comma === null) return null;
  return {
    point: point && sign + point,
    comma: comma && sign + comma,
  };
}

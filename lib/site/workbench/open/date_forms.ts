import { firstDay } from "../../../quantity/date.ts";
import { adviseDate } from "../../../quantity/other_dates.ts";
import { typedText } from "../../../quantity/typed_text.ts";

/** What a cell says as a date, by what its first number is. */
export interface DateForms {
  /** The day before the month, 31.10.2025; null where that is no date. */
  readonly day: string | null;
  /** The month before the day, 10/31/2025; null likewise. */
  readonly month: string | null;
}

/** Which end of a span a date is, where its cell names a year or a quarter. */
export type End = "start" | "end";

const NUMBERS =
  /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?: \d{1,2}[:.h]\d{2}.*)?$/i;

/** What the advice on other dates gives as the one date. */
const ONE = /^write (\d{4}-\d{2}(?:-\d{2})?)$/;

/** And of a year, a quarter, a week. */
const SPAN = /^a .+ starts on (\d{4}-[\d-]+) and ends on (\d{4}-[\d-]+)$/;

function isDate(text: string): boolean {
  try {
    firstDay(text);
    return true;
  } catch {
    return false;
  }
}

const two = (digits: string): string => digits.padStart(2, "0");

function dateOf(year: string, month: string, day: string): string | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  return isDate(text) ? text : null;
}

const both = (text: string): DateForms => ({ day: text, month: text });

/**
 * A date as a spreadsheet shows it, as `YYYY-MM-DD` or `YYYY-MM`: `1.2.2023`,
 * `2/1/2023`, `Oct 2025`, a year. Null where it is no date; a year of two digits
 * is never guessed.
 *
 * @param end Which end of a span it is: a year begins and ends.
 *
 * @example
 * ```ts
 * import { dateForms } from "./date_forms.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(dateForms("1.2.2023"), {
 *   day: "2023-02-01",
 *   month: "2023-01-02",
 * });
 * assert.deepEqual(dateForms("31/10/2025"), { day: "2025-10-31", month: null });
 * assert.equal(dateForms("2023", "end")!.day, "2023-12");
 * assert.equal(dateForms("1.2.23"), null);
 * ```
 */
export function dateForms(cell: string, end?: End): DateForms | null {
  if (cell.length > 40) return null;
  const text = typedText(cell);
  if (isDate(text)) return both(text);
  const [, a, , b, year] = NUMBERS.exec(text) ?? [];
  if (year !== undefined) {
    const [day, month] = [dateOf(year, b!, a!), dateOf(year, a!, b!)];
    return day === null && month === null ? null : { day, month };
  }
  const advice = adviseDate(text) ?? "";
  const one = ONE.exec(advice)?.[1];
  if (one !== undefined) return both(one);
  const [, first, last] = SPAN.exec(advice) ?? [];
  if (end === undefined || first === undefined) return null;
  return both(end === "start" ? first : last!);
}

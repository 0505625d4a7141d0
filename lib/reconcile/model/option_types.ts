import {
  checkOptions,
  isRecord,
  refuse,
} from "../../quantity/check_options.ts";
import type { OptionTypes, Takes } from "../../quantity/check_options.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import {
  takesCount,
  takesDate,
  takesId,
  takesList,
  takesNothing,
  takesNumber,
  takesPair,
  takesRecord,
  takesRows,
  takesText,
  takesWidth,
  takesWord,
} from "../../quantity/takes.ts";
import { STATUSES } from "../../quantity/words.ts";
import { unknownId } from "./input_error.ts";
import type { ReconcileOptions } from "./tables.ts";

const ids = takesList(takesId, "ids");

/** Factors by status: numbers above 0, or their digits. */
const weights: Takes = (value, name) => {
  if (!isRecord(value)) refuse(name, value, "an object of numbers by status");
  for (const [status, factor] of Object.entries(value)) {
    if (!STATUSES.some((known) => known === status)) {
      throw unknownId("status", status, STATUSES);
    }
    try {
      if (parseDecimal(factor as string | number).value.n > 0n) continue;
    } catch { /* said below */ }
    refuse(`${name}.${status}`, factor, "a number above 0");
  }
};

/** What may be asked to be shown. */
export const takesShow: Takes = (value, name) =>
  checkOptions(value, {
    from: takesDate,
    to: takesDate,
    per: takesWord(["day", "week", "month", "quarter", "year"]),
    measures: ids,
  }, name);

/** A width: a number or an exact fraction; text is no number here. */
const width: Takes = (value, name) => {
  if (typeof value === "string") {
    refuse(name, value, "a number of 0 or more, such as 1 or 0.5");
  }
  takesWidth(value, name);
};

/** What each option of a reconciliation takes. */
export const OPTION_TYPES = {
  width,
  collections: takesList(takesText, "ids"),
  knownBy: takesDate,
  without: ids,
  withoutSources: ids,
  reading: takesRecord(takesId, "reading ids by claim id"),
  same: takesList(takesPair, "pairs of ids, [['a', 'b']]"),
  echoes: takesWord(["once"]),
  vintages: takesWord(["all"]),
  by: takesWord(["origin"]),
  weights,
  show: takesShow,
  most: takesCount,
  seconds: takesNumber,
  measures: takesRows,
  readings: takesRows,
  sources: takesRows,
  hedges: takesRows,
  relations: takesRows,
  splits: takesRows,
  balances: takesRows,
} satisfies OptionTypes<ReconcileOptions> & Readonly<Record<string, Takes>>;

/**
 * Checks the options of a reconciliation.
 *
 * @param set Options that the caller sets itself, and why.
 * @throws {InputError} When one is unknown or of the wrong type.
 */
export function checkReconcileOptions(
  options: unknown,
  set?: { readonly [K in keyof ReconcileOptions]?: string },
): void {
  if (!set) return checkOptions(options, OPTION_TYPES);
  const types: Record<string, Takes> = { ...OPTION_TYPES };
  for (const [name, why] of Object.entries(set)) {
    types[name] = takesNothing(why);
  }
  checkOptions(options, types);
}

import type { Day } from "../quantity/date.ts";
import { polars, type Series } from "./polars.ts";

/**
 * A column of dates. Built from whole days rather than from `Date` objects,
 * which are instants and can come out a day off west of Greenwich.
 *
 * @example
 * ```ts
 * import { dateColumn } from "./columns.ts";
 * import { firstDay } from "../quantity/date.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const start = dateColumn("start", [firstDay("2022-02-24"), null]);
 * assert.deepEqual(start.cast(pl.Utf8).toArray(), ["2022-02-24", null]);
 * ```
 */
export function dateColumn(
  name: string,
  days: readonly (Day | null)[],
): Series {
  // Through doubles: nodejs-polars makes zeros of the nulls of an Int32 column,
  // and 1970-01-01 of a missing date.
  const pl = polars();
  return pl.Series(name, [...days], pl.Float64).cast(pl.Int32).cast(pl.Date);
}

/**
 * A column of whole counts.
 *
 * @example
 * ```ts
 * import { countColumn } from "./columns.ts";
 * import assert from "node:assert/strict";
 *
 * const cases = countColumn("cases", [61_872, null]);
 * assert.deepEqual(cases.toArray(), [61_872, null]);
 * assert.equal(cases.dtype.toString(), "DataType(Int64)");
 * ```
 */
export function countColumn(
  name: string,
  counts: readonly (number | null)[],
): Series {
  const pl = polars();
  return pl.Series(name, [...counts], pl.Int64);
}

/**
 * A column of numbers that may have fractions.
 *
 * @example
 * ```ts
 * import { numberColumn } from "./columns.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(numberColumn("share", [0.25, null]).toArray(), [0.25, null]);
 * ```
 */
export function numberColumn(
  name: string,
  values: readonly (number | null)[],
): Series {
  const pl = polars();
  return pl.Series(name, [...values], pl.Float64);
}

/**
 * A column of text.
 *
 * @example
 * ```ts
 * import { textColumn } from "./columns.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(textColumn("said", ["many", null]).toArray(), ["many", null]);
 * ```
 */
export function textColumn(
  name: string,
  cells: readonly (string | null)[],
): Series {
  const pl = polars();
  return pl.Series(name, [...cells], pl.Utf8);
}

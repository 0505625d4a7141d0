import { lastDayOrYear } from "../quantity/date.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { wholeMonths } from "../quantity/period.ts";
import { toNumber } from "../quantity/rational.ts";
import {
  countColumn,
  dateColumn,
  numberColumn,
  textColumn,
} from "./columns.ts";
import { claimIntervals, type WidthOptions } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { type DataFrame, polars } from "./polars.ts";

/**
 * A frame with a row a claim and the interval that its default reading allows
 * at a width: `low` and `high` in the claim's own unit (a count, a count per
 * month, a factor), `high` null where it is open, both null for `none`;
 * `months` counts whole calendar months and is null where the period is none.
 *
 * @throws {RangeError} When the width is not a number of at least 0.
 *
 * @example
 * ```ts
 * import { intervalFrame } from "./interval_frame.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * assert.equal(intervalFrame(data, { width: 0.5 }).height, data.claims.length);
 * ```
 */
export function intervalFrame(
  dataset: Dataset,
  options: WidthOptions = {},
): DataFrame {
  const rows = claimIntervals(dataset, options);
  const cells = (name: string) =>
    textColumn(
      name,
      rows.map(({ claim }) => (claim[name] as string | null) ?? null),
    );
  return polars().DataFrame([
    cells("claim_id"),
    cells("source_id"),
    dateColumn(
      "published",
      rows.map(({ source }) =>
        source?.published ? lastDayOrYear(source.published) : null
      ),
    ),
    cells("collection"),
    cells("status"),
    cells("origin"),
    cells("kind"),
    cells("measure"),
    dateColumn("start", rows.map((row) => row.period?.start ?? null)),
    dateColumn("end", rows.map((row) => row.period?.end ?? null)),
    countColumn(
      "months",
      rows.map((row) => (row.period && wholeMonths(row.period)) ?? null),
    ),
    cells("hedge"),
    numberColumn(
      "stated",
      rows.map(({ claim: { stated } }) =>
        stated ? toNumber(parseDecimal(stated).value) : null
      ),
    ),
    numberColumn("low", rows.map((row) => row.low)),
    numberColumn("high", rows.map((row) => row.high)),
  ]);
}

import { speaksBefore } from "../analysis/speaks_before.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import type { Claim, GivenClaim } from "../quantity/claim.ts";
import { type Day, monthOf } from "../quantity/date.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { givenRows } from "../quantity/given_rows.ts";
import { period, wholeMonths } from "../quantity/period.ts";
import { toNumber } from "../quantity/rational.ts";
import { takesFlag, takesId, takesList, takesWord } from "../quantity/takes.ts";
import { countColumn, dateColumn, textColumn } from "./columns.ts";
import { type DataFrame, polars } from "./polars.ts";

/** What a table by calendar shows. */
export interface CalendarOptions {
  /** The measures, a column each, in order. */
  readonly measures: readonly string[];
  /** A row a month, or a row a year. */
  readonly by: "month" | "year";
  /** Whether a column `…_claim` after each measure names the claim. */
  readonly claims?: boolean;
}

const OPTION_TYPES: OptionTypes<CalendarOptions> = {
  measures: takesList(takesId, "ids"),
  by: takesWord(["month", "year"]),
  claims: takesFlag,
};

/**
 * The totals that claims state for single months or calendar years, a row a
 * period and a column a measure, as integers; null where no claim states one.
 * Where several claims state the same count, what nobody contests goes before
 * what is contested, the exact before the rounded, the official before others,
 * then the first. Nothing is computed: a month that nobody states stays empty.
 *
 * @example
 * ```ts
 * import { calendarFrame } from "./calendar_frame.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const frame = calendarFrame([
 *   { ...total, claim_id: "a", stated: "5", start: "2024-01", end: "2024-01" },
 *   { ...total, claim_id: "b", stated: "9", start: "2024-03", end: "2024-03" },
 * ], { measures: ["cases"], by: "month" });
 * assert.deepEqual(frame.getColumn("cases").toArray(), [5, 9]);
 * ```
 */
export function calendarFrame(
  claims: Iterable<GivenClaim>,
  options: CalendarOptions,
): DataFrame {
  checkNeeded(options, OPTION_TYPES, ["measures", "by"]);
  const { measures, by, claims: named = false } = options;
  const rows = new Map<Day, { end: Day; best: Map<string, Claim> }>();
  for (const claim of givenRows("claims", [...claims])) {
    const { kind, measure, start, end, stated, stated_high } = claim;
    if (kind !== "total" || !stated || stated_high || !start || !end) continue;
    if (!measures.includes(measure)) continue;
    const over = period(start, end);
    const months = wholeMonths(over);
    const fits = by === "month"
      ? months === 1
      : months === 12 && monthOf(over.start) % 12 === 0;
    if (!fits) continue;
    const row = rows.get(over.start) ?? { end: over.end, best: new Map() };
    rows.set(over.start, row);
    const best = row.best.get(measure);
    if (!best || speaksBefore(claim, best)) row.best.set(measure, claim);
  }
  const sorted = [...rows].toSorted(([a], [b]) => a - b);
  return polars().DataFrame([
    dateColumn("start", sorted.map(([start]) => start)),
    dateColumn("end", sorted.map(([, { end }]) => end)),
    ...measures.flatMap((measure) => {
      const best = sorted.map(([, { best }]) => best.get(measure));
      const counts = best.map((claim) =>
        claim?.stated ? toNumber(parseDecimal(claim.stated).value) : null
      );
      const ids = best.map((claim) => claim?.claim_id ?? null);
      return [
        countColumn(measure, counts),
        ...(named ? [textColumn(`${measure}_claim`, ids)] : []),
      ];
    }),
  ]);
}

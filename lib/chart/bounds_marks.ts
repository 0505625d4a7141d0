import { claimTitle, publisher } from "../analysis/claim_title.ts";
import { type MonthlyFigure, monthlyFigures } from "../analysis/monthly.ts";
import type { ClaimInterval } from "../dataset/intervals.ts";
import { formatDay } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { phraseRange } from "./bounds_runs.ts";
import type { MonthlyMark, StandingMark } from "./bounds_types.ts";
import type { Shown } from "./unit_words.ts";

/**
 * The monthly figures of a dataset as marks, or those per another unit: what each
 * claim says of a month of its period, stated or on average.
 *
 * @example
 * ```ts
 * import { monthlyMarks } from "./bounds_marks.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "../analysis/monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const figures = monthlyFigures(claimIntervals(data)).filter(({ row }) =>
 *   row.claim.claim_id === "wtat-180000-since-january"
 * );
 * const [mark] = monthlyMarks(figures);
 * assert.deepEqual([mark?.start, mark?.low], ["2025-01-01", 17_000]);
 * ```
 */
export function monthlyMarks(
  figures: readonly MonthlyFigure[],
): MonthlyMark[] {
  return figures.map(({ row, per, low, high, stated, units }) => {
    const over = describePeriod(row.period!, { short: true });
    const phrase = phraseNumber(row.claim);
    const divided = !stated && units > 1;
    const average = divided
      ? `\non average ${phraseRange(low, high)} a ${per}`
      : "";
    return {
      start: formatDay(row.period!.start),
      end: formatDay(row.period!.end),
      low,
      high,
      status: row.claim.status ?? null,
      label: `${publisher(row)}: ${phrase} · ${over}`,
      title: claimTitle(row) + average,
    };
  });
}

/** Marks of what was given, of the figures that were given as such too. */
export function marksOf(
  given: readonly (MonthlyMark | MonthlyFigure)[],
): MonthlyMark[] {
  return given.flatMap((one) => "row" in one ? monthlyMarks([one]) : [one]);
}

/** "Kyiv Post: 13,208 · 3 Mar 2024". */
function labelOf(row: ClaimInterval): string {
  const over = describePeriod(row.period!, { short: true });
  return `${publisher(row)}: ${phraseNumber(row.claim)} · ${over}`;
}

/**
 * The claims of one measure as marks beside its bounds: of a level those of a
 * day, of a flow what each says of a unit, and of both the units that are said
 * to stand out.
 */
export function claimMarks(
  rows: readonly ClaimInterval[],
  { per, level }: Shown,
): { readonly claims: MonthlyMark[]; readonly standing: StandingMark[] } {
  const days = rows.flatMap((row): MonthlyMark[] => {
    const { claim, period, low, high } = row;
    if (claim.kind !== "level" || !period || low === null) return [];
    const day = formatDay(period.end);
    return [{
      start: day,
      end: day,
      low,
      high,
      status: claim.status ?? null,
      label: labelOf(row),
      title: claimTitle(row),
    }];
  });
  const standing = rows.flatMap((row): StandingMark[] => {
    const { claim: { kind }, period } = row;
    if ((kind !== "highest" && kind !== "lowest") || !period) return [];
    return [{
      start: formatDay(period.start),
      end: formatDay(period.end),
      kind,
      label: labelOf(row),
      title: claimTitle(row),
    }];
  });
  return {
    claims: level ? days : monthlyMarks(monthlyFigures(rows, { per })),
    standing,
  };
}

import type { Day } from "../quantity/date.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import type { Range } from "../quantity/phrase_bounds.ts";
import { nextUnit, type Unit, unitStart } from "../quantity/units.ts";
import type { MonthBound } from "./bounds_types.ts";
import type { Shown } from "./unit_words.ts";

/** Neighbouring units for which the same is implied; of a level a single day. */
export interface Run extends Range {
  /** First day. */
  readonly from: Day;
  /** The day after the last. */
  to: Day;
  /** How many units. */
  units: number;
  /** What it says when it is pointed at. */
  readonly title: string;
}

/**
 * Bounds of units in their order, those of neighbours that say the same as one;
 * of a level each by itself, as the day at whose end it holds.
 */
export function runsOf(
  bounds: readonly MonthBound[],
  { per, level }: Shown,
): Run[] {
  const runs: Omit<Run, "title">[] = [];
  const units = bounds.map(({ start, low, high }) => {
    const day = level ? lastDay(start) : firstDay(start);
    return {
      from: level ? day : unitStart(day, per),
      to: level ? day + 1 : nextUnit(day, per),
      units: 1,
      low,
      high,
    };
  }).toSorted((a, b) => a.from - b.from);
  for (const unit of units) {
    const last = runs.at(-1);
    if (
      !level && last?.to === unit.from && last.low === unit.low &&
      last.high === unit.high
    ) {
      last.to = unit.to;
      last.units++;
    } else runs.push(unit);
  }
  return runs.map((run) => ({ ...run, title: runTitle(run, per) }));
}

const round = (value: number) => formatNumber(Math.round(value));

/** "15,000 to 18,000", "up to 900", "at least 200", "open". */
export function phraseRange(low: number, high: number | null): string {
  if (high === null) return low > 0 ? `at least ${round(low)}` : "open";
  if (round(low) === round(high)) return round(low);
  return low > 0 ? `${round(low)} to ${round(high)}` : `up to ${round(high)}`;
}

/** What a run says when it is pointed at. */
function runTitle(
  { from, to, units, low, high }: Omit<Run, "title">,
  per: Unit,
): string {
  const over = describePeriod({ start: from, end: to - 1 });
  const each = units > 1 ? `each ${per} from ` : "";
  const said = high === null && low === 0
    ? "any number: no claim sets a limit"
    : phraseRange(low, high);
  return `${each}${over}: ${said}`;
}

import { type Day, dayOf, monthOf, monthStart } from "./day.ts";
import type { Show } from "./input.ts";

/** A whole unit of time, both days included. */
export interface Unit {
  readonly start: Day;
  readonly end: Day;
}

/** The unit that a day falls in. */
function unitAt(day: Day, per: NonNullable<Show["per"]>): Unit {
  if (per === "day") return { start: day, end: day };
  if (per === "week") {
    // 1970-01-01, day 0, was a Thursday; weeks start on Mondays.
    const start = day - ((day + 3) % 7 + 7) % 7;
    return { start, end: start + 6 };
  }
  const months = { month: 1, quarter: 3, year: 12 }[per];
  const first = Math.floor(monthOf(day) / months) * months;
  return { start: monthStart(first), end: monthStart(first + months) - 1 };
}

/** The units that touch a span and the days asked for. */
export function unitsTouched(
  [first, last]: readonly [Day, Day],
  per: NonNullable<Show["per"]>,
  from?: string,
  to?: string,
): Unit[] {
  const units: Unit[] = [];
  for (let day = first; day <= last;) {
    const unit = unitAt(day, per);
    const after = from === undefined || unit.end >= dayOf(from, "start");
    const before = to === undefined || unit.start <= dayOf(to, "end");
    if (after && before) units.push(unit);
    day = unit.end + 1;
  }
  return units;
}

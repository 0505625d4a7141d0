import { firstDay, lastDay } from "../quantity/date.ts";
import type { Period } from "../quantity/period.ts";
import { unitFor } from "../quantity/unit_for.ts";
import {
  countUnits,
  type Unit,
  UNITS,
  unitsTouched,
} from "../quantity/units.ts";
import { InputError, readInput, unknownId } from "./model/input_error.ts";
import type { MeasureModel } from "./model/measure_model.ts";

/**
 * Which bounds are shown: of which measures, in which calendar units, from when
 * to when. It changes nothing that follows from the claims.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { Show } from "./show.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const show: Show = { per: "quarter", from: "2024-05" };
 * using result = await reconcile([
 *   { ...claim, claim_id: "year", stated: "90", start: "2024-01", end: "2024-12" },
 * ], { show });
 * const quarters = result.toJSON().bounds;
 * assert.deepEqual(quarters.map(({ start }) => start), [
 *   "2024-04-01",
 *   "2024-07-01",
 *   "2024-10-01",
 * ]);
 * ```
 */
export interface Show {
  /** Only units that touch this day (`YYYY-MM-DD`, `YYYY-MM`) or later ones. */
  readonly from?: string | undefined;
  /** Only units that touch this day (a month: its last) or earlier ones. */
  readonly to?: string | undefined;
  /** `day`, `week` (from Monday), `month`, `quarter` or `year`. Default: month. */
  readonly per?: Unit | undefined;
  /** Ids of measures. Default: all in play. */
  readonly measures?: readonly string[] | undefined;
}

/** How many bounds a result lists at most: more would not fit into memory. */
export const MOST_BOUNDS = 1_000_000;

// A date has four digits for its year.
const CALENDAR: Period = {
  start: firstDay("0000-01"),
  end: lastDay("9999-12"),
};

/** What is shown, in days and by the numbers of measures. */
export interface Shown {
  /** First and last day; infinite where nothing limits them. */
  readonly days: Period;
  /** The unit. */
  readonly unit: Unit;
  /** Measures by number; `null`: all in play. */
  readonly measures: ReadonlySet<number> | null;
}

/**
 * Reads what is to be shown.
 *
 * @throws {InputError} When a date, the unit or a measure is none.
 */
export function readShow(
  show: Show,
  { indexOf, names }: Pick<MeasureModel, "indexOf" | "names">,
): Shown {
  const { per = "month" } = show;
  const unit = UNITS.find((unit) => unit === per);
  if (!unit) {
    throw new InputError(
      `per: '${per}' is not a unit; give one of ${UNITS.join(", ")}`,
    );
  }
  const days = readDays(show);
  const measures = show.measures && show.measures.length > 0
    ? new Set(show.measures.map((id) => {
      const index = indexOf.get(id);
      if (index === undefined) throw unknownId("measure", id, names);
      return index;
    }))
    : null;
  return { days, unit, measures };
}

/** The days that are shown; infinite where nothing limits them. */
function readDays({ from, to }: Show): Period {
  const day = (name: string, text: string, read: (text: string) => number) =>
    readInput(() => {
      try {
        return read(text);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`);
      }
    });
  const days = {
    start: from === undefined ? -Infinity : day("from", from, firstDay),
    end: to === undefined ? Infinity : day("to", to, lastDay),
  };
  if (days.end < days.start) {
    throw new InputError(`to: ${to} is before ${from}, from which is shown`);
  }
  return days;
}

/**
 * The unit that suits what is shown of a span of days (see `unitFor`);
 * `undefined` where nothing of it is.
 *
 * @throws {InputError} When a date is none.
 */
export function unitShown(show: Show, span: Period): Unit | undefined {
  const days = readDays(show);
  const start = Math.max(span.start, days.start);
  const end = Math.min(span.end, days.end);
  return start <= end ? unitFor({ start, end }) : undefined;
}

/**
 * The units that are shown of some measures, a list each: those that their span
 * touches and that touch the days shown.
 *
 * @param spans The span of each measure.
 * @throws {InputError} When there are too many, or one of them has a day that
 * no date can name.
 */
export function unitsShown(
  { days, unit }: Shown,
  spans: readonly (Period | null)[],
): Period[][] {
  const within = spans.map((span) => span && clip(span, days, unit));
  const total = within.reduce(
    (sum, span) => sum + (span ? countUnits(span, unit) : 0),
    0,
  );
  if (total > MOST_BOUNDS) {
    throw new InputError(
      `There would be ${total} bounds, each for a ${unit} of a measure; ` +
        `${MOST_BOUNDS} is the most. Choose fewer with from, to and measure, ` +
        "or longer units with per",
    );
  }
  return within.map((span) => {
    const units = span ? unitsTouched(span, unit) : [];
    const outside = units.find(({ start, end }) =>
      start < CALENDAR.start || end > CALENDAR.end
    );
    if (!outside) return units;
    throw new InputError(
      `A ${unit} at the end of the calendar has days outside of the years ` +
        "0000 to 9999; choose others with from and to, or another unit with per",
    );
  });
}

/** The units of a span that touch the days shown, as days of theirs. */
function clip(span: Period, days: Period, unit: Unit): Period | null {
  const [first] = unitsTouched({ start: span.start, end: span.start }, unit);
  const [last] = unitsTouched({ start: span.end, end: span.end }, unit);
  const start = Math.max(first!.start, days.start);
  const end = Math.min(last!.end, days.end);
  return start <= end ? { start, end } : null;
}

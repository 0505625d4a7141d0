import type { Reading } from "../quantity/claim.ts";
import { firstDay, lastDay } from "../quantity/date.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { type Period, period } from "../quantity/period.ts";
import { countUnits, wholeUnits } from "../quantity/units.ts";
import { MOST_EACH } from "../quantity/most_each.ts";
import { compare, negate, ONE, type Rational } from "../quantity/rational.ts";
import type { KnownIds } from "./known_ids.ts";
import { shareAboveOne } from "./share_above_one.ts";

/** Something wrong in one field of a reading. */
export interface FieldProblem {
  /** Name of the field. */
  readonly field: keyof Reading;
  /** What is wrong; what would be right. */
  readonly message: string;
}

/** What a reading's ids are checked against. */
export interface Known {
  /** The measures; `undefined` where no such table was read. */
  readonly measures?: KnownIds | undefined;
  /** The hedges; `undefined` where their table could not be read. */
  readonly hedges?: KnownIds | undefined;
}

/** Whether a period ends before it starts. */
function runsBack(start: string, end: string): boolean {
  // Dates in the order of their texts are so in the calendar.
  return end < start && lastDay(end) < firstDay(start);
}

/**
 * Whether nothing can be wrong with a reading, at first sight. Nearly all are
 * so, and to take a million apart takes long.
 */
function isPlain(reading: Reading, { measures, hedges }: Known): boolean {
  const { measure, kind, hedge, stated, start, end } = reading;
  return (kind === "total" || (kind === "rate" && reading.spread !== "each")) &&
    !!stated && !reading.stated_high &&
    !!start && !!end && start <= end && start.length === end.length &&
    // Months are whole; of days that has to be found out.
    (kind === "total" || !reading.per && start.length === "2024-01".length) &&
    !stated.startsWith("-") &&
    !reading.of_measure && !reading.of_start && !reading.of_end &&
    !!measure && (!measures || measures.has(measure)) &&
    (!hedge || !hedges || hedges.has(hedge));
}

type Report = (field: keyof Reading, message: string) => void;

/** Checks that a rate covers whole units, and not too many for one on each. */
function checkRate(
  { per, spread, start, end }: Reading,
  days: Period,
  report: Report,
): void {
  const unit = per || "month";
  const each = spread === "each";
  if (unit === "week" && !each) return;
  const whole = wholeUnits(days, unit);
  if (whole === undefined) {
    const [rate, units, give] = unit === "week"
      ? ["rate of each week", "weeks of seven days", "a last day that ends one"]
      : unit === "month"
      ? ["monthly rate", "calendar months", "the months"]
      : [`rate per ${unit}`, `calendar ${unit}s`, "their first and last month"];
    report(
      "start",
      `a ${rate} needs whole ${units}, not ${start} to ${end}; give ${give}, ` +
        "or state it as a total",
    );
  } else if (each && whole > MOST_EACH) {
    report(
      "end",
      `a rate of each ${unit} covers ${MOST_EACH} ${unit}s at most, not the ` +
        `${whole} from ${start} to ${end}; check the years`,
    );
  }
}

/** The value of a number with or without a sign. */
function valueOf(text: string): Rational {
  return text.startsWith("-")
    ? negate(parseDecimal(text.slice(1)).value)
    : parseDecimal(text).value;
}

/** Checks that the dates of a level are one day: a month stands for its last. */
export function checkDay<F extends string>(
  start: string | null | undefined,
  end: string | null | undefined,
  field: F,
  report: (field: F, message: string) => void,
): void {
  if (!start || !end || lastDay(start) === lastDay(end)) return;
  report(
    field,
    `a level is of the end of one day, not of ${start} to ${end}; leave it ` +
      "empty, or as the other date",
  );
}

/** Checks that what stands out is one unit, among not too many. */
function checkStanding(
  { kind, per, start, end, of_start, of_end }: Reading,
  days: Period,
  report: Report,
): void {
  const unit = per || "month";
  if (wholeUnits(days, unit) !== 1) {
    const one = unit === "week" ? "week of seven days" : `calendar ${unit}`;
    report(
      "start",
      `the period of a ${kind} is one ${one}, not ${start} to ${end}; give ` +
        "that one, or another unit in per",
    );
  }
  if (!of_start || !of_end || runsBack(of_start, of_end)) return;
  const many = countUnits(period(of_start, of_end), unit);
  if (many <= MOST_EACH) return;
  report(
    "of_end",
    `a ${kind} is of ${MOST_EACH} ${unit}s at most, not of the ${many} from ` +
      `${of_start} to ${of_end}; check the years`,
  );
}

/**
 * Checks what no single cell can show: that the fields of a reading whose
 * cells are sound make a statement together. Problems come in column order.
 */
export function checkReading(reading: Reading, known: Known): FieldProblem[] {
  if (isPlain(reading, known)) return [];
  const problems: FieldProblem[] = [];
  const report: Report = (field, message) => problems.push({ field, message });
  const { kind, stated, stated_high, start, end } = reading;
  const modelled = kind !== "none";

  const checkMeasure = (field: "measure" | "of_measure") => {
    const id = reading[field];
    if (id && known.measures && !known.measures.has(id)) {
      report(
        field,
        `'${id}' is not in measures.csv${known.measures.instead(id)}`,
      );
    }
  };
  checkMeasure("measure");

  const stands = kind === "highest" || kind === "lowest";
  if (stands) {
    for (const field of ["stated", "stated_high"] as const) {
      if (!reading[field]) continue;
      report(
        field,
        `a ${kind} states no number; leave it empty, and state the number as ` +
          "a claim of its own",
      );
    }
  } else if (modelled && !stated) {
    report("stated", `is empty; a ${kind} needs a number, or kind none`);
  }
  for (const field of ["stated", "stated_high"] as const) {
    const cell = reading[field];
    if (!cell?.startsWith("-") || kind === "difference") continue;
    report(
      field,
      `${cell} is negative, and a count cannot be negative: is it a ` +
        "correction (state the count that is right, which corrects the other " +
        "in relations.csv) or a fall (kind difference)?",
    );
    return problems;
  }
  if (kind === "share" && stated) {
    for (const field of ["stated", "stated_high"] as const) {
      const cell = reading[field];
      if (cell && compare(parseDecimal(cell).value, ONE) > 0) {
        report(field, shareAboveOne(cell, reading.rounding));
      }
    }
  }
  if (stated_high && !stated) {
    report("stated_high", "is the high end of a range that has no low end");
  } else if (
    stated && stated_high &&
    compare(valueOf(stated_high), valueOf(stated)) < 0
  ) {
    report(
      "stated_high",
      `the range runs downwards, ${stated} to ${stated_high}; swap them`,
    );
  }
  const { hedge } = reading;
  if (hedge && known.hedges && !known.hedges.has(hedge)) {
    report("hedge", `'${hedge}' is not a hedge${known.hedges.instead(hedge)}`);
  }
  for (const field of ["start", "end"] as const) {
    if (!modelled || reading[field]) continue;
    // A level is of one day, its start.
    if (kind === "level" && field === "end") continue;
    report(
      field,
      kind === "level"
        ? "is empty; a level needs the day at whose end it was, or kind none"
        : `is empty; a ${kind} needs a period, or kind none`,
    );
  }
  if (kind === "level") {
    checkDay(start, end, "end", report);
  } else if (
    start && end && (kind === "rate" || stands || runsBack(start, end))
  ) {
    try {
      const days = period(start, end);
      if (kind === "rate") checkRate(reading, days, report);
      if (stands) checkStanding(reading, days, report);
    } catch (error) {
      report("end", (error as Error).message);
    }
  }
  if (kind === "ratio" || kind === "share") {
    if (!reading.of_measure) {
      report("of_measure", `is empty; a ${kind} is of another count: name it`);
    }
  }
  checkMeasure("of_measure");
  const { of_start, of_end } = reading;
  if (stands) {
    for (const field of ["of_start", "of_end"] as const) {
      if (reading[field]) continue;
      report(
        field,
        `is empty; a ${kind} stands out in a span of days: give both its dates`,
      );
    }
  }
  if (!stands && !of_start !== !of_end) {
    report(
      of_start ? "of_end" : "of_start",
      "is empty; give both dates of the other count, or neither",
    );
  } else if (of_start && of_end && runsBack(of_start, of_end)) {
    try {
      period(of_start, of_end);
    } catch (error) {
      report("of_end", (error as Error).message);
    }
  }
  return problems;
}

import type { Claim, Reading } from "../../quantity/claim.ts";
import { type Day, firstDay, lastDay } from "../../quantity/date.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import type { Hedges } from "../../quantity/hedge.ts";
import { type Interval, interval } from "../../quantity/interval.ts";
import { formatPeriod, type Period } from "../../quantity/period.ts";
import {
  multiply,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../../quantity/rational.ts";
import { MOST_EACH } from "../../quantity/most_each.ts";
import {
  countUnits,
  type Unit,
  unitsWithin,
  wholeUnits,
  wholeUnitsIn,
} from "../../quantity/units.ts";
import { KINDS, PERS } from "../../quantity/words.ts";
import { InputError } from "./input_error.ts";
import { isLevel, type MeasureModel } from "./measure_model.ts";

/** A count: a measure over a span of days, both ends included. */
export interface Count {
  /** Id of the measure as the claim names it. */
  readonly measure: string;
  /** First day. */
  readonly start: Day;
  /** Last day. */
  readonly end: Day;
}

/**
 * One linear condition that a claim makes. Without `of`: the count, less that of
 * `less`, is at least (side `low`) or at most (side `high`) `value`. With `of`:
 * the count is at least or at most `value` times the other count.
 */
export interface Constraint {
  /** Index of the item that makes it. */
  readonly item: number;
  /** Which side of the claim's interval. */
  readonly side: "low" | "high";
  /** The count that is bounded. */
  readonly count: Count;
  /** The other count of a ratio or share. */
  readonly of: Count | null;
  /** The count that is taken away; `null`: none is. */
  readonly less: Count | null;
  /** The bound on the count, or the factor of a ratio. */
  readonly value: Rational;
}

/** A claim in one of its readings, as numbers and days. */
export interface Item {
  /** Position among the items of a system. */
  readonly index: number;
  /** The claim. */
  readonly claim: Claim;
  /** Id of the reading. */
  readonly reading: string;
  /** The cells of the reading. */
  readonly cells: Reading;
  /** The interval that the stated number allows, in the claim's own unit. */
  readonly stated: Interval;
  /** The count that the claim is about; of a level, on one day. */
  readonly count: Count;
  /** The other count of a ratio, share or difference. */
  readonly of: Count | null;
  /** From the first to the last day that it names. */
  readonly dates: Period;
  /** The days among whose units the count stands out; else `null`. */
  readonly span: Period | null;
  /** The units of time that a rate covers; 1 for every other kind. */
  readonly units: Rational;
  /** What dropping the claim costs, above 0. */
  readonly weight: Rational;
  /** What the claim says, condition by condition. */
  readonly constraints: readonly Constraint[];
}

type Cell = string | null | undefined;

/** What is made of claims besides their cells. */
export interface ItemOptions {
  /** Scales every hedge and rounding. */
  readonly width: Rational;
  /** Hedges by id. */
  readonly hedges: Hedges;
  /** The measures, which tell flows from levels. */
  readonly measures: MeasureModel;
}

function spanOf(who: string, what: string, start: Cell, end: Cell): Period {
  if (!start || !end) {
    throw new InputError(
      `${who}: the ${what} needs a start and an end, as YYYY-MM-DD or YYYY-MM`,
    );
  }
  try {
    const span = { start: firstDay(start), end: lastDay(end) };
    if (span.end >= span.start) return span;
  } catch (error) {
    throw new InputError(`${who}: ${(error as Error).message}`);
  }
  throw new InputError(
    `${who}: the ${what} ends on ${end}, before it starts: ${start}`,
  );
}

/** The one day that a level is of: a month stands for its last. */
function dayOf(who: string, what: string, start: Cell, end: Cell): Period {
  if (!start) {
    throw new InputError(`${who}: the ${what} needs a day, its start`);
  }
  let day: Day;
  let last: Day;
  try {
    day = lastDay(start);
    last = end ? lastDay(end) : day;
  } catch (error) {
    throw new InputError(`${who}: ${(error as Error).message}`);
  }
  if (day === last) return { start: day, end: day };
  throw new InputError(
    `${who}: a level is of the end of one day, not of ${start} to ${end}; give ` +
      `the day as the start of the ${what} and leave its end empty`,
  );
}

/** What dropping a claim costs; 1 where the cell is empty. */
function weightOf(claim: Claim): Rational {
  if (!claim.weight) return ONE;
  try {
    const weight = parseDecimal(claim.weight).value;
    if (weight.n > 0n) return weight;
  } catch { /* said below */ }
  throw new InputError(
    `${claim.claim_id}: weight '${claim.weight}' is not a number above 0`,
  );
}

function unitOf(who: string, per: Reading["per"]): Unit {
  const unit: Unit = per || "month";
  if (PERS.includes(unit)) return unit;
  throw new InputError(`${who}: per '${per}' is not ${PERS.join(", ")}`);
}

/**
 * How many units of time a rate covers. A mean a day may be over any days, and
 * one a week over parts of weeks; any other over whole units of the calendar.
 */
function unitsOf(
  who: string,
  span: { start: Day; end: Day },
  { per, spread }: Reading,
): Rational {
  if (spread && spread !== "mean" && spread !== "each") {
    throw new InputError(`${who}: spread '${spread}' is not mean or each`);
  }
  const unit = unitOf(who, per);
  if (spread !== "each" && unit === "week") {
    return rational(span.end - span.start + 1, 7);
  }
  const whole = wholeUnits(span, unit);
  if (whole === undefined) {
    const units = unit === "week"
      ? "weeks of seven days from its start"
      : `calendar ${unit}s`;
    throw new InputError(
      `${who}: a rate covers whole ${units}, not ${formatPeriod(span)}`,
    );
  }
  if (spread === "each" && whole > MOST_EACH) {
    throw new InputError(
      `${who}: a rate of each ${unit} covers ${MOST_EACH} ${unit}s at most, ` +
        `not the ${whole} of ${formatPeriod(span)}; check the years`,
    );
  }
  return rational(whole);
}

type Unmade = Omit<Item, "constraints">;

/** The units of a span with which the one that stands out is compared. */
function othersOf({ span, cells }: Unmade): Period[] {
  const unit: Unit = cells.per || "month";
  const start = firstDay(cells.start!);
  return wholeUnitsIn(span!, unit, start).filter((one) => one.start !== start);
}

function constraintsOf(item: Unmade, level: boolean): Constraint[] {
  const { index, stated, count, of, units, cells, span } = item;
  const { kind, spread } = cells;
  const made: Constraint[] = [];
  if (span) {
    const side = kind === "highest" ? "high" : "low";
    for (const { start, end } of othersOf(item)) {
      made.push({
        item: index,
        side,
        count: { measure: count.measure, start: level ? end : start, end },
        of: null,
        less: count,
        value: ZERO,
      });
    }
    return made;
  }
  const difference = kind === "difference";
  const each = kind === "rate" && spread === "each";
  const spans = each
    ? unitsWithin(count, cells.per || "month").map((unit) => ({
      measure: count.measure,
      ...unit,
    }))
    : [count];
  const times = each ? ONE : units;
  const other = difference ? { of: null, less: of } : { of, less: null };
  for (const span of spans) {
    const row = { item: index, count: span, ...other };
    // A low of zero says nothing that the count does not say already.
    if (stated.low && (difference || stated.low.n > 0n)) {
      made.push({ ...row, side: "low", value: multiply(times, stated.low) });
    }
    if (stated.high) {
      made.push({ ...row, side: "high", value: multiply(times, stated.high) });
    }
  }
  return made;
}

const MODELLED = KINDS.filter((kind) => kind !== "none");

/** Checks that flows are not read as levels, nor levels as flows. */
function checkCounting(who: string, kind: string, level: boolean, id: string) {
  if (level && (kind === "total" || kind === "rate")) {
    throw new InputError(
      `${who}: '${id}' is a level, how many there are at the end of a day; a ` +
        `${kind} is of a flow, so state it as a level`,
    );
  }
  if (!level && kind === "level") {
    throw new InputError(
      `${who}: '${id}' is a flow, counted over a period; say in the measures ` +
        "table that it counts a level, or state a total",
    );
  }
}

/** The interval that the cells allow; of what stands out none. */
function statedOf(
  who: string,
  cells: Reading,
  { width, hedges }: ItemOptions,
): Interval {
  const { kind } = cells;
  const stands = kind === "highest" || kind === "lowest";
  if (stands) {
    if (!cells.stated) return { low: null, high: null };
    throw new InputError(
      `${who}: a ${kind} states no number; leave it empty, or state it as a ` +
        "claim of its own",
    );
  }
  if (!cells.stated) throw new InputError(`${who}: the number is missing`);
  const signed = [cells.stated, cells.stated_high].find((cell) =>
    cell?.startsWith("-")
  );
  if (signed && kind !== "difference") {
    throw new InputError(
      `${who}: ${signed} is negative; a count cannot be, only a difference`,
    );
  }
  try {
    return interval({ ...cells, stated: cells.stated }, { width, hedges });
  } catch (error) {
    throw new InputError(`${who}: ${(error as Error).message}`);
  }
}

/**
 * A claim in one of its readings as linear conditions on counts, or `null` when
 * the reading's kind is `none`: such a claim is recorded and not modelled.
 *
 * @throws {InputError} When a number, date, hedge or kind cannot be read, a
 * rate does not cover whole units of time or these are too many for a bound on
 * each, a ratio lacks its other count, or a flow is read as a level.
 */
export function itemOf(
  index: number,
  claim: Claim,
  reading: string,
  cells: Reading,
  options: ItemOptions,
): Item | null {
  const { kind } = cells;
  if (kind === "none") return null;
  const who = reading === "default"
    ? claim.claim_id
    : `${claim.claim_id} (reading ${reading})`;
  if (!MODELLED.includes(kind)) {
    throw new InputError(
      `${who}: kind '${kind}' is not ${MODELLED.join(", ")} or none`,
    );
  }
  const { measures } = options;
  if (!cells.measure) throw new InputError(`${who}: the measure is missing`);
  const level = isLevel(measures, cells.measure);
  checkCounting(who, kind, level, cells.measure);
  const stated = statedOf(who, cells, options);
  const countOf = (what: string, measure: string, start: Cell, end: Cell) => ({
    measure,
    ...(isLevel(measures, measure) ? dayOf : spanOf)(who, what, start, end),
  });
  let count: Count;
  let of: Count | null = null;
  let span: Period | null = null;
  let units = ONE;
  let own: Period;
  if (kind === "highest" || kind === "lowest") {
    own = spanOf(who, "period", cells.start, cells.end);
    span = spanOf(who, "span", cells.of_start, cells.of_end);
    checkStanding(who, cells, own, span, measures);
    const start = level ? own.end : own.start;
    count = { measure: cells.measure, start, end: own.end };
  } else {
    count = countOf("period", cells.measure, cells.start, cells.end);
    own = count;
    if (kind === "rate") units = unitsOf(who, count, cells);
    if (kind === "ratio" || kind === "share" || kind === "difference") {
      const measure = cells.of_measure ||
        (kind === "difference" ? cells.measure : null);
      if (!measure) {
        throw new InputError(`${who}: a ${kind} needs its of_measure`);
      }
      if (!cells.of_start !== !cells.of_end) {
        throw new InputError(
          `${who}: of_start and of_end are given together or not at all`,
        );
      }
      of = cells.of_start
        ? countOf("other period", measure, cells.of_start, cells.of_end)
        : countOf("other period", measure, cells.start, cells.end);
    }
  }
  const other = of ?? span ?? own;
  const item: Unmade = {
    index,
    claim,
    reading,
    cells,
    stated,
    count,
    of,
    dates: {
      start: Math.min(own.start, other.start),
      end: Math.max(own.end, other.end),
    },
    span,
    units,
    weight: weightOf(claim),
  };
  return { ...item, constraints: constraintsOf(item, level) };
}

/** Checks that what stands out is one unit, among not too many. */
function checkStanding(
  who: string,
  { kind, per, measure, of_measure }: Reading,
  own: Period,
  span: Period,
  { indexOf }: MeasureModel,
): void {
  if (of_measure && indexOf.get(of_measure) !== indexOf.get(measure)) {
    throw new InputError(
      `${who}: a ${kind} is of its own measure; leave of_measure empty`,
    );
  }
  const unit = unitOf(who, per);
  if (wholeUnits(own, unit) !== 1) {
    throw new InputError(
      `${who}: the period of a ${kind} is exactly one ${unit}, not ` +
        formatPeriod(own),
    );
  }
  const many = countUnits(span, unit);
  if (many > MOST_EACH) {
    throw new InputError(
      `${who}: a ${kind} is of ${MOST_EACH} ${unit}s at most, not of the ` +
        `${many} of ${formatPeriod(span)}; check the years`,
    );
  }
}

/** The bounds that a claim puts on its own count: a rate's times its units. */
export function countBounds(item: Item): Interval {
  const n = item.units;
  const { low, high } = item.stated;
  return {
    low: low && multiply(n, low),
    high: high && multiply(n, high),
  };
}

/**
 * A difference of two counts of one flow that share a milestone is a count: what
 * lies between their other ends, or that taken away. `null` where it is none.
 *
 * @param same Whether both are of one measure, which is a flow.
 */
export function asCount(
  count: Count,
  less: Count,
  same: boolean,
): { readonly count: Count; readonly sign: 1 | -1 } | null {
  if (!same) return null;
  const { measure } = count;
  if (count.start === less.start) {
    if (count.end === less.end) return null;
    const [short, long] = count.end < less.end ? [count, less] : [less, count];
    const between = { measure, start: short.end + 1, end: long.end };
    return { count: between, sign: long === count ? 1 : -1 };
  }
  if (count.end !== less.end) return null;
  const [early, late] = count.start < less.start
    ? [count, less]
    : [less, count];
  const between = { measure, start: early.start, end: late.start - 1 };
  return { count: between, sign: early === count ? 1 : -1 };
}

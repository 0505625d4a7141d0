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
import { type Unit, unitsWithin, wholeUnits } from "../../quantity/units.ts";
import { PERS } from "../../quantity/words.ts";
import { InputError } from "./input_error.ts";

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
 * One linear condition that a claim makes. Without `of`: the count is at least
 * (side `low`) or at most (side `high`) `value`. With `of`: the count is at
 * least or at most `value` times the other count.
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
  /** The count that the claim is about. */
  readonly count: Count;
  /** The other count of a ratio or share. */
  readonly of: Count | null;
  /** The days among whose units the count stands out; else `null`. */
  readonly span: Period | null;
  /** The units of time that a rate covers; 1 for every other kind. */
  readonly units: Rational;
  /** What dropping the claim costs, above 0. */
  readonly weight: Rational;
  /** What the claim says, condition by condition. */
  readonly constraints: readonly Constraint[];
}

function spanOf(
  who: string,
  what: string,
  start: string | null | undefined,
  end: string | null | undefined,
): { start: Day; end: Day } {
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
  const unit: Unit = per || "month";
  if (!PERS.includes(unit)) {
    throw new InputError(`${who}: per '${per}' is not ${PERS.join(", ")}`);
  }
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

function constraintsOf(
  item: Omit<Item, "constraints">,
  spread: string | null | undefined,
): Constraint[] {
  const { index, stated, count, of, units, cells } = item;
  const each = cells.kind === "rate" && spread === "each";
  const spans = each
    ? unitsWithin(count, cells.per || "month").map((unit) => ({
      measure: count.measure,
      ...unit,
    }))
    : [count];
  const times = each ? ONE : units;
  const made: Constraint[] = [];
  for (const span of spans) {
    // A low of zero says nothing that the flow does not say already.
    if (stated.low.n > 0n) {
      const value = multiply(times, stated.low);
      made.push({ item: index, side: "low", count: span, of, value });
    }
    if (stated.high) {
      const value = multiply(times, stated.high);
      made.push({ item: index, side: "high", count: span, of, value });
    }
  }
  return made;
}

/**
 * A claim in one of its readings as linear conditions on counts, or `null` when
 * the reading's kind is `none`: such a claim is recorded and not modelled.
 *
 * @throws {InputError} When a number, date, hedge or kind cannot be read, a
 * rate does not cover whole units of time or these are too many for a bound on
 * each, or a ratio lacks its other count.
 */
export function itemOf(
  index: number,
  claim: Claim,
  reading: string,
  cells: Reading,
  options: { readonly width: Rational; readonly hedges: Hedges },
): Item | null {
  const { kind } = cells;
  if (kind === "none") return null;
  const who = reading === "default"
    ? claim.claim_id
    : `${claim.claim_id} (reading ${reading})`;
  const paired = kind === "ratio" || kind === "share";
  if (kind !== "total" && kind !== "rate" && !paired) {
    throw new InputError(
      `${who}: kind '${kind}' is not total, rate, ratio, share or none`,
    );
  }
  if (!cells.measure) throw new InputError(`${who}: the measure is missing`);
  if (!cells.stated) throw new InputError(`${who}: the number is missing`);
  const span = spanOf(who, "period", cells.start, cells.end);
  const count: Count = { measure: cells.measure, ...span };
  let of: Count | null = null;
  if (paired) {
    if (!cells.of_measure) {
      throw new InputError(`${who}: a ${kind} needs its of_measure`);
    }
    if (!cells.of_start !== !cells.of_end) {
      throw new InputError(
        `${who}: of_start and of_end are given together or not at all`,
      );
    }
    const other = cells.of_start
      ? spanOf(who, "other period", cells.of_start, cells.of_end)
      : span;
    of = { measure: cells.of_measure, ...other };
  }
  const spread = cells.spread;
  const units = kind === "rate" ? unitsOf(who, span, cells) : ONE;
  let stated: Interval;
  try {
    const { width, hedges } = options;
    stated = interval({ ...cells, stated: cells.stated }, { width, hedges });
  } catch (error) {
    throw new InputError(`${who}: ${(error as Error).message}`);
  }
  const item: Omit<Item, "constraints"> = {
    index,
    claim,
    reading,
    cells,
    stated,
    count,
    of,
    span: null,
    units,
    weight: weightOf(claim),
  };
  return { ...item, constraints: constraintsOf(item, spread) };
}

/** The bounds that a claim puts on its own count: a rate's times its units. */
export function countBounds(item: Item): Interval {
  const n = item.units;
  const { low, high } = item.stated;
  return {
    low: low.n === 0n ? ZERO : multiply(n, low),
    high: high && multiply(n, high),
  };
}

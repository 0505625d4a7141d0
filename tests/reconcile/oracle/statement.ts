import { type Day, dayOf, monthOf, monthStart } from "./day.ts";
import {
  decimal,
  frac,
  type Fraction,
  minus,
  NONE,
  order,
  plus,
  times,
  UNIT,
} from "./fraction.ts";
import { type Input, renamed, type ToTheLetter } from "./input.ts";
import { levelsOf } from "./parts.ts";
import { publishedOn, selected } from "./selection.ts";
import type { Claim, HedgeRow, Reading } from "../../../lib/quantity/claim.ts";

/** A measure's count from one day to another, both included. */
export interface Count {
  readonly measure: string;
  readonly start: Day;
  readonly end: Day;
}

/**
 * One condition: low ≤ count − less ≤ high, or with `of` low · of ≤ count ≤
 * high · of.
 */
export interface Row {
  readonly count: Count;
  readonly less: Count | null;
  readonly of: Count | null;
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

/** What a claim says, in its own unit. */
export interface Statement {
  readonly id: string;
  readonly reading: string;
  readonly kind: Exclude<Reading["kind"], "none">;
  /** The count that it is about: of a level, of one day. */
  readonly count: Count;
  /** The other count of a ratio, share or difference. */
  readonly of: Count | null;
  /** First and last day that it names. */
  readonly dates: readonly [Day, Day];
  /** Units of time that a rate covers; 1 for others. */
  readonly units: Fraction;
  readonly each: boolean;
  /** What tells two claims of one origin apart. */
  readonly key: readonly unknown[];
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  readonly rows: readonly Row[];
  readonly weight: Fraction;
  /** Whom it comes from; `null`: it is a witness of its own. */
  readonly origin: string | null;
}

/** The unit that a number's digits show. */
export function unitOf(text: string): Fraction {
  const [whole = "", part = ""] = text.split(".");
  if (part !== "") return frac(1n, 10n ** BigInt(part.length));
  const zeros = /^0*$/.test(whole) ? "" : /0*$/.exec(whole)?.[0] ?? "";
  return frac(10n ** BigInt(zeros.length));
}

/** Distances of a hedge, in units at width 1; `null` is open. */
function distances(
  id: string,
  rows: readonly HedgeRow[],
): { low: Fraction | null; high: Fraction | null; bare: boolean } {
  const own = rows.find((row) => row.hedge === id);
  if (own) {
    const side = (cell: string | null | undefined) =>
      cell === "inf" ? null : decimal(cell ?? "0");
    return { low: side(own.low), high: side(own.high), bare: false };
  }
  const half = frac(1, 2);
  const table: Record<string, [Fraction | null, Fraction | null]> = {
    exact: [NONE, NONE],
    bare: [half, half],
    about: [UNIT, UNIT],
    nearly: [UNIT, NONE],
    over: [NONE, UNIT],
    at_least: [NONE, null],
    up_to: [null, NONE],
  };
  const [low, high] = table[id]!;
  return { low, high, bare: id === "bare" };
}

interface Interval {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

/** The low and high of one number without a sign. */
function around(
  text: string,
  { hedge, rounding }: Reading,
  rows: readonly HedgeRow[],
  width: Fraction,
): Interval {
  const id = hedge || "bare";
  const value = decimal(text);
  if (id === "plural" && !rows.some((row) => row.hedge === id)) {
    return { low: value, high: times(value, frac(10)) };
  }
  const { low, high, bare } = distances(id, rows);
  const unit = rounding ? decimal(rounding) : unitOf(text);
  const reach = (distance: Fraction) =>
    bare && order(unit, UNIT) === 0
      ? NONE
      : times(times(distance, unit), width);
  const least = low === null ? NONE : minus(value, reach(low));
  return {
    low: least.n < 0n ? NONE : least,
    high: high === null ? null : plus(value, reach(high)),
  };
}

function turned({ low, high }: Interval): Interval {
  return {
    low: high && minus(NONE, high),
    high: low && minus(NONE, low),
  };
}

/** The low and high that a reading's number allows. */
export function intervalOf(
  reading: Reading,
  rows: readonly HedgeRow[],
  width: Fraction,
): Interval {
  const one = (text: string) =>
    text.startsWith("-")
      ? turned(around(text.slice(1), reading, rows, width))
      : around(text, reading, rows, width);
  const first = reading.stated!;
  return {
    low: one(first).low,
    high: one(reading.stated_high || first).high,
  };
}

/** A claim's chosen reading: the cells that differ laid over its own. */
export function chosen(
  input: Input,
  claim: Reading & { claim_id: string },
  reading: string,
): Reading {
  if (reading === "default") return claim;
  const row = input.readings?.find((r) =>
    r.claim_id === claim.claim_id && r.reading === reading
  );
  if (!row) throw new RangeError(`${claim.claim_id}=${reading}`);
  const merged: Record<string, unknown> = { ...claim };
  for (const [column, cell] of Object.entries(row)) {
    if (cell === "-") merged[column] = null;
    else if (cell !== "" && cell != null) merged[column] = cell;
  }
  return merged as unknown as Reading;
}

/** What dropping a claim costs, its status weighed. */
function weightOf(claim: Claim, { weights = {} }: ToTheLetter): Fraction {
  const own = claim.weight ? decimal(claim.weight) : UNIT;
  const by = claim.status ? weights[claim.status] : undefined;
  return by === undefined ? own : times(own, decimal(String(by)));
}

type Span = readonly [Day, Day];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The whole units of time within some days; weeks are counted from a day. */
export function unitsIn(
  [start, end]: Span,
  per: NonNullable<Reading["per"]>,
  from: Day,
): Span[] {
  const found: Span[] = [];
  if (per === "day" || per === "week") {
    const many = per === "day" ? 1 : 7;
    // The first block that does not start before.
    let at = from + Math.ceil((start - from) / many) * many;
    for (; at + many - 1 <= end; at += many) found.push([at, at + many - 1]);
    return found;
  }
  const many = MONTHS[per];
  for (let month = Math.ceil(monthOf(start) / many) * many - many;;) {
    const unit: Span = [monthStart(month), monthStart(month + many) - 1];
    if (unit[0] > end) return found;
    if (unit[0] >= start && unit[1] <= end) found.push(unit);
    month += many;
  }
}

/** What a reading says as conditions, and in which days. */
function stated(
  said: Reading,
  levels: ReadonlySet<string>,
  name: (measure: string) => string,
  own: Interval,
): Pick<Statement, "count" | "of" | "dates" | "units" | "each" | "rows"> {
  /** Of a level the last day alone. */
  const over = (
    id: string,
    from: string,
    to: string | null | undefined,
  ): Count => {
    const measure = name(id);
    if (!levels.has(measure)) {
      return {
        measure,
        start: dayOf(from, "start"),
        end: dayOf(to!, "end"),
      };
    }
    const day = dayOf(to || from, "end");
    return { measure, start: day, end: day };
  };
  const base = { of: null, units: UNIT, each: false };
  const per = said.per || "month";
  if (said.kind === "highest" || said.kind === "lowest") {
    const unit: Span = [dayOf(said.start!, "start"), dayOf(said.end!, "end")];
    const span: Span = [
      dayOf(said.of_start!, "start"),
      dayOf(said.of_end!, "end"),
    ];
    const measure = name(said.measure);
    const at = ([start, end]: Span): Count =>
      levels.has(measure)
        ? { measure, start: end, end }
        : { measure, start, end };
    const others = unitsIn(span, per, unit[0]).filter(([start]) =>
      start !== unit[0]
    );
    const highest = said.kind === "highest";
    return {
      ...base,
      count: at(unit),
      dates: [Math.min(unit[0], span[0]), Math.max(unit[1], span[1])],
      rows: others.map((other) => ({
        count: at(other),
        less: at(unit),
        of: null,
        low: highest ? null : NONE,
        high: highest ? NONE : null,
      })),
    };
  }
  const count = over(said.measure, said.start!, said.end);
  const row = { count, less: null, of: null, ...own };
  const dates: Span = [count.start, count.end];
  if (said.kind === "rate") {
    const days = count.end - count.start + 1;
    const whole = unitsIn(dates, per, count.start);
    if (said.spread === "each") {
      const rows = whole.map(([start, end]) => ({
        ...row,
        count: { measure: count.measure, start, end },
      }));
      const units = frac(whole.length);
      return { ...base, count, dates, units, each: true, rows };
    }
    const units = per === "week" ? frac(days, 7) : frac(whole.length);
    const many = (bound: Fraction | null) => bound && times(bound, units);
    const rows = [{ ...row, low: many(own.low), high: many(own.high) }];
    return { ...base, count, dates, units, rows };
  }
  const pair = said.kind === "ratio" || said.kind === "share";
  if (!pair && said.kind !== "difference") {
    return { ...base, count, dates, rows: [row] };
  }
  const of = over(
    said.of_measure || said.measure,
    said.of_start || said.start!,
    said.of_start ? said.of_end : said.end,
  );
  return {
    ...base,
    count,
    of,
    dates: [Math.min(count.start, of.start), Math.max(count.end, of.end)],
    rows: [{ ...row, ...pair ? { of } : { less: of } }],
  };
}

/** A claim that counts, and when its source appeared. */
interface Told {
  readonly said: Statement;
  readonly published: Day | null;
}

/**
 * Of claims that repeat an origin on one count, the earliest published: those
 * without a date last, then the first of the file.
 */
function once(told: readonly Told[]): Told[] {
  const before = (a: Told, b: Told) =>
    (a.published ?? Infinity) <= (b.published ?? Infinity);
  const key = ({ said }: Told) => JSON.stringify([said.origin, said.key]);
  return told.filter((one, i) => {
    if (one.said.origin === null) return true;
    return told.every((other, j) => {
      if (i === j || key(one) !== key(other)) return true;
      return i < j ? before(one, other) : !before(other, one);
    });
  });
}

/** One claim in a reading as a statement; `null`: it is not modelled. */
export function statementOf(
  input: Input,
  options: ToTheLetter,
  claim: Claim,
  levels: ReadonlySet<string>,
): Statement | null {
  const width = decimal(String(options.width ?? 1));
  const reading = options.reading?.[claim.claim_id] ?? "default";
  const said = chosen(input, claim, reading);
  const { kind } = said;
  if (kind === "none") return null;
  const unstated = kind === "highest" || kind === "lowest";
  const own = unstated
    ? { low: null, high: null }
    : intervalOf(said, input.hedges ?? [], width);
  const name = (id: string) => renamed(options, id, input);
  const made = stated(said, levels, name, own);
  const span = unstated
    ? [dayOf(said.of_start!, "start"), dayOf(said.of_end!, "end")]
    : null;
  return {
    id: claim.claim_id,
    reading,
    kind,
    ...made,
    ...own,
    key: [
      kind,
      made.count,
      made.of,
      span,
      said.per || "month",
      said.spread || "mean",
    ],
    weight: weightOf(claim, options),
    origin: claim.origin || null,
  };
}

/** Every modelled claim of the selection as a statement, in file order. */
export function statements(input: Input, options: ToTheLetter): Statement[] {
  const levels = levelsOf(input, options);
  const list: Told[] = [];
  for (const claim of selected(input, options)) {
    const said = statementOf(input, options, claim, levels);
    if (said) list.push({ said, published: publishedOn(input, claim) });
  }
  return (options.echoes ? once(list) : list).map(({ said }) => said);
}

import { type Day, dayOf, monthEnd, monthOf, monthStart } from "./day.ts";
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
import { publishedOn, selected } from "./selection.ts";
import type { Claim, HedgeRow, Reading } from "../../../lib/quantity/claim.ts";

/** A measure's count from one day to another, both included. */
export interface Count {
  readonly measure: string;
  readonly start: Day;
  readonly end: Day;
}

/** What a claim says, in its own unit. */
export interface Statement {
  readonly id: string;
  readonly reading: string;
  readonly kind: "total" | "rate" | "ratio" | "share";
  readonly count: Count;
  /** The other count of a ratio or share. */
  readonly of: Count | null;
  /** Whole months that a rate covers. */
  readonly months: readonly number[];
  readonly each: boolean;
  readonly low: Fraction;
  readonly high: Fraction | null;
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

/** The low and high that a reading's number allows. */
export function intervalOf(
  reading: Reading,
  rows: readonly HedgeRow[],
  width: Fraction,
): { low: Fraction; high: Fraction | null } {
  const hedge = distances(reading.hedge || "bare", rows);
  const first = reading.stated!;
  const last = reading.stated_high || first;
  const reach = (text: string, distance: Fraction) => {
    const unit = reading.rounding ? decimal(reading.rounding) : unitOf(text);
    if (hedge.bare && order(unit, UNIT) === 0) return NONE;
    return times(times(distance, unit), width);
  };
  let low = hedge.low === null
    ? NONE
    : minus(decimal(first), reach(first, hedge.low));
  if (low.n < 0n) low = NONE;
  const high = hedge.high === null
    ? null
    : plus(decimal(last), reach(last, hedge.high));
  return { low, high };
}

/** A claim's chosen reading: the cells that differ laid over its own. */
function chosen(
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
  const key = ({ said }: Told) => {
    const { origin, kind, count, of, each } = said;
    return JSON.stringify([origin, kind, count, of, each]);
  };
  return told.filter((one, i) => {
    if (one.said.origin === null) return true;
    return told.every((other, j) => {
      if (i === j || key(one) !== key(other)) return true;
      return i < j ? before(one, other) : !before(other, one);
    });
  });
}

/** Every modelled claim of the selection as a statement, in file order. */
export function statements(input: Input, options: ToTheLetter): Statement[] {
  const width = decimal(String(options.width ?? 1));
  const rename = (measure: string) => renamed(options, measure);
  const list: Told[] = [];
  for (const claim of selected(input, options)) {
    const reading = options.reading?.[claim.claim_id] ?? "default";
    const said = chosen(input, claim, reading);
    if (said.kind === "none") continue;
    const start = dayOf(said.start!, "start"), end = dayOf(said.end!, "end");
    const months: number[] = [];
    if (said.kind === "rate") {
      for (let m = monthOf(start); m <= monthOf(end); m++) months.push(m);
      if (
        start !== monthStart(months[0]!) || end !== monthEnd(months.at(-1)!)
      ) {
        throw new RangeError("A rate of broken months");
      }
    }
    const pair = said.kind === "ratio" || said.kind === "share";
    list.push({
      published: publishedOn(input, claim),
      said: {
        id: claim.claim_id,
        reading,
        kind: said.kind,
        count: { measure: rename(said.measure), start, end },
        of: pair
          ? {
            measure: rename(said.of_measure!),
            start: said.of_start ? dayOf(said.of_start, "start") : start,
            end: said.of_end ? dayOf(said.of_end, "end") : end,
          }
          : null,
        months,
        each: said.kind === "rate" && said.spread === "each",
        ...intervalOf(said, input.hedges ?? [], width),
        weight: weightOf(claim, options),
        origin: claim.origin || null,
      },
    });
  }
  return (options.echoes ? once(list) : list).map(({ said }) => said);
}

import { dayOf, monthEnd, monthOf, monthStart } from "./day.ts";
import type { Random } from "./random.ts";
import type { Count } from "./statement.ts";
import { endCell, startCell, type Truth } from "./truth.ts";
import type { Claim, HedgeRow } from "../../../lib/quantity/claim.ts";

/** A claim whose number is still to be stated: what it is true of. */
export interface Draft {
  readonly row: Omit<Claim, "stated" | "stated_high">;
  /** The true least and greatest: two numbers only for each month's rate. */
  readonly low: number;
  readonly high: number;
}

/** Hedges of a table, some of them beside the built-in ones. */
export function hedgeRows(random: Random): HedgeRow[] {
  const rows: HedgeRow[] = [
    { hedge: "dozens", low: "2", high: "0.5" },
    { hedge: "most", low: "inf", high: "1.5" },
    { hedge: "some", low: "0", high: "inf" },
    { hedge: "about", low: "0.25", high: "1.5" },
  ];
  if (random.chance(0.6)) return [];
  return rows.filter(() => random.chance(0.6));
}

/** Days that periods start from and end before. */
export function cuts(random: Random, truth: Truth): number[] {
  const first = monthStart(truth.first), end = monthEnd(truth.last) + 1;
  const found = new Set([first, end]);
  for (let i = random.whole(0, 3); i > 0; i--) {
    found.add(
      random.chance(0.7)
        ? monthStart(random.whole(truth.first, truth.last))
        : random.whole(first + 1, end - 1),
    );
  }
  return [...found].sort((a, b) => a - b);
}

function period(random: Random, days: readonly number[]): [number, number] {
  const from = random.whole(0, days.length - 2);
  const to = random.chance(0.4)
    ? from + 1
    : random.whole(from + 1, days.length - 1);
  return [days[from]!, days[to]! - 1];
}

/** A claim about the truth, of a kind drawn from a list. */
export function draft(
  random: Random,
  truth: Truth,
  days: readonly number[],
  claim_id: string,
  kinds: readonly ("total" | "mean" | "each" | "ratio" | "share")[],
): Draft {
  const ids = truth.measures.map(({ measure }) => measure);
  const kind = random.pick(kinds);
  const measure = random.pick(ids);
  if (kind === "mean" || kind === "each") {
    const whole = days.filter((day) => monthStart(monthOf(day)) === day);
    const [start, end] = period(random, whole);
    const months: number[] = [];
    for (let m = monthOf(start); m <= monthOf(end); m++) {
      months.push(
        truth.count({ measure, start: monthStart(m), end: monthEnd(m) }),
      );
    }
    const mean = months.reduce((a, b) => a + b, 0) / months.length;
    const row = {
      claim_id,
      measure,
      kind: "rate" as const,
      start: startCell(random, start),
      end: endCell(random, end),
      spread: kind === "each" ? kind : random.pick(["mean" as const, null]),
    };
    return kind === "mean"
      ? { row, low: mean, high: mean }
      : { row, low: Math.min(...months), high: Math.max(...months) };
  }
  const [start, end] = period(random, days);
  const count: Count = { measure, start, end };
  const own = truth.count(count);
  const dates = { start: startCell(random, start), end: endCell(random, end) };
  const row = { claim_id, measure, ...dates };
  if (kind === "total") {
    return { row: { ...row, kind }, low: own, high: own };
  }
  let [of_start, of_end] = [start, end];
  let of_measure = measure;
  // A count is a poor yardstick of itself: look for another.
  for (let tries = 0; tries < 6; tries++) {
    of_measure = random.pick(ids);
    [of_start, of_end] = random.chance(0.5)
      ? [start, end]
      : period(random, days);
    if (of_measure !== measure || of_start !== start || of_end !== end) break;
  }
  const other = truth.count({
    measure: of_measure,
    start: of_start,
    end: of_end,
  });
  const share = kind === "share" && own <= other;
  const of = of_start === start && of_end === end && random.chance(0.5) ? {} : {
    of_start: startCell(random, of_start),
    of_end: endCell(random, of_end),
  };
  const factor = other === 0 ? 1 : own / other;
  return {
    row: { ...row, kind: share ? "share" : "ratio", of_measure, ...of },
    low: factor,
    high: factor,
  };
}

/** Whether a row's dates start a month and end one. */
export function wholeMonths(start: string, end: string): boolean {
  const [from, to] = [dayOf(start, "start"), dayOf(end, "end")];
  return from === monthStart(monthOf(from)) && to === monthEnd(monthOf(to));
}

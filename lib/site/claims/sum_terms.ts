import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber, phraseNumber } from "../../quantity/phrase.ts";
import type { ProofRowJson } from "../../reconcile/result.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "./anchor.ts";
import { allOf } from "./count_words.ts";
import type { Entry } from "./entry.ts";
import { byWhom } from "./who_says.ts";

/** A row of a proof with the claim that it is of, taken `n` times. */
export type Row = ProofRowJson & { readonly entry: Entry; readonly n: number };

/** A row as a term of a sum: its number, taken so many times. */
export interface Term {
  readonly row: Row;
  readonly by: number;
  readonly value: number;
}

/** What is added on one side. */
export interface Side {
  readonly terms: readonly Term[];
  readonly sum: number;
}

/** A number of a sum; a minus sign and no hyphen. */
export function number(value: number): string {
  return formatNumber(value).replace("-", "−");
}

/**
 * A number cut so that the sum still shows: of at least a thousand to the unit,
 * of others to three digits. A low is never raised and a high never lowered.
 */
function cut(value: number, side: "low" | "high", digits: number): number {
  const scale = 10 ** digits;
  const scaled = value * scale;
  // What floating point adds to a number that has no more digits.
  const whole = Math.round(scaled);
  if (Math.abs(scaled - whole) < 1e-6) return whole / scale;
  return (side === "low" ? Math.floor(scaled) : Math.ceil(scaled)) / scale;
}

/** Rows of one side as terms, each `unit` of its times once. */
export function sideOf(
  rows: readonly Row[],
  unit: number,
  digits: (value: number) => number,
): Side {
  const terms = rows.map((row): Term => ({
    row,
    by: row.n / unit,
    value: cut(row.value, row.side, digits(row.value)),
    // What is taken away stands last.
  })).sort((a, b) => Number(a.value < 0) - Number(b.value < 0));
  const sum = terms.reduce((s, { by, value }) => s + by * value, 0);
  return { terms, sum: Number(sum.toFixed(6)) };
}

function label({ entry }: Row): string {
  return entry.measure?.label ?? entry.claim.measure;
}

function otherLabel({ entry }: Row): string {
  const { claim, ofMeasure } = entry;
  return claim.of_measure ? ofMeasure?.label ?? claim.of_measure : label(
    { entry } as Row,
  );
}

function whenOf({ entry, start, end }: Row): string {
  const when = describePeriod(period(start, end));
  return start === end && entry.claim.kind === "level"
    ? `end of ${when}`
    : when;
}

function otherWhen(row: Row): string {
  const { of_start, of_end } = row.entry.claim;
  return of_start && of_end
    ? describePeriod(period(of_start, of_end))
    : whenOf(row);
}

/** What a row counts and of when; of a difference, less what. */
function counted(row: Row): Html {
  const own = safe`<bdi>${label(row)}</bdi>, ${whenOf(row)}`;
  return row.entry.claim.kind === "difference"
    ? safe`${own}, less <bdi>${otherLabel(row)}</bdi>, ${otherWhen(row)}`
    : own;
}

/** A claim's number as a link to it, with who says it. */
export function saysWhat({ entry }: Pick<Row, "entry">): Html {
  return safe`<bdi>${byWhom(entry)}</bdi>’s <a href="${
    claimHref(entry.claim.claim_id)
  }">${phraseNumber(entry.claim)}</a>`;
}

/** Over how many units a mean rate is counted, and what it is in each. */
function unitsOf({ row }: Term): { units: number; each: number } | null {
  const { claim, interval } = row.entry;
  const each = interval?.[row.side];
  if (claim.kind !== "rate" || claim.spread === "each" || !each) return null;
  return { units: Number((row.value / each).toFixed(3)), each };
}

/** What the sum takes a number for, where that is not the number itself. */
function read(term: Term, alone: boolean): string | null {
  const { row, value, by } = term;
  const { claim } = row.entry;
  const said = phraseNumber(claim);
  // "Nearly 231,000" is at least 230,000: the sum needs that number.
  const as = (bound: string, ...words: string[]) =>
    words.includes(bound)
      ? ""
      : `, read as at ${row.side === "low" ? "least" : "most"} ${bound}`;
  const over = unitsOf(term);
  if (over && over.units !== 1) {
    const per = claim.per || "month";
    const each = number(over.each);
    return `${as(each, said.split(" a ")[0]!)}, over ${
      number(over.units)
    } ${per}s: ${number(value)}`;
  }
  if (alone && by === 1) return null;
  return as(number(value), said.replace(/^(over|at least|up to) /, ""));
}

/** "Izvestia’s over 107,000 (Criminal proceedings, January to June 2025)". */
function termHtml(term: Term, alone: boolean): Html {
  const { row, by } = term;
  return safe`${by !== 1 && `${number(by)} × `}${saysWhat(row)}${
    read(term, alone)
  } (${counted(row)})`;
}

/** The terms of a side, each with who says it. */
export function termsHtml({ terms }: Side): Html {
  return allOf(
    terms.map((term) => termHtml(term, terms.length === 1)),
    "plus",
  );
}

/** "a + 2 × b = c", or "c" where there is nothing to add. */
export function added({ terms, sum }: Side): string {
  const [only] = terms;
  if (!only) return "0";
  if (terms.length === 1 && only.by === 1) return number(sum);
  const told = terms.map(({ by, value }, i) => {
    const shown = `${by === 1 ? "" : `${number(by)} × `}${
      number(i > 0 ? Math.abs(value) : value)
    }`;
    return i === 0 ? shown : ` ${value < 0 ? "−" : "+"} ${shown}`;
  });
  return `${told.join("")} = ${number(sum)}`;
}

/** What a highest or a lowest unit says of the others, once for all of them. */
export function standing(row: Row): Html {
  const { claim, period: own } = row.entry;
  const { of_start, of_end, kind } = claim;
  const span = of_start && of_end
    ? `, ${describePeriod(period(of_start, of_end))}`
    : "";
  return safe`<bdi>${byWhom(row.entry)}</bdi> has <a href="${
    claimHref(claim.claim_id)
  }">${phraseNumber(claim)}</a> in ${own && describePeriod(own)} (<bdi>${
    label(row)
  }</bdi>${span}): no other has ${kind === "highest" ? "more" : "fewer"}.`;
}

/** "as many", "at least 2 times as many". */
function times(by: number): string {
  return by === 1 ? "as many as" : `${number(by)} times`;
}

/** A ratio as a premise: what it says of its two counts. */
export function comparison(row: Row): Html {
  return safe`By ${saysWhat(row)}, <bdi>${label(row)}</bdi>, ${
    whenOf(row)
  }, is at ${row.side === "low" ? "least" : "most"} ${times(row.value)} <bdi>${
    otherLabel(row)
  }</bdi>, ${otherWhen(row)}.`;
}

/** What a ratio counts, and what it counts against. */
export function sidesOf(
  row: Row,
): { readonly own: string; readonly of: string } {
  return { own: label(row), of: otherLabel(row) };
}

import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import { formatRational, formatWhole } from "../../quantity/format_rational.ts";
import { phraseValue } from "../../quantity/phrase.ts";
import { whenCounted } from "./when_counted.ts";
import type { Proof, ProofRow } from "./proof.ts";
import { sideGrounds, statedWords } from "./stated_words.ts";

/** What measures are called in sentences, by id. */
export type Labels = ReadonlyMap<string, string>;

function list(parts: readonly string[], and = "and"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}

function times(row: ProofRow, unit: Rational): Rational {
  return divide(rational(row.times), unit);
}

/** How much a row adds to its side of the sum. */
function amount(row: ProofRow, unit: Rational): Rational {
  return multiply(times(row, unit), row.constraint.value);
}

/** A fraction is told as one where its numbers are no longer than this. */
const SHORT = 1_000_000n;

/**
 * A factor such that a reader who multiplies by it gets what the sentence says:
 * as a decimal where that ends, else as a fraction, else with as many digits as
 * it takes.
 */
function factorWords(by: Rational, value: Rational): string {
  const error = (digits: number) => {
    const scale = 10n ** BigInt(digits);
    const rounded = rational((by.n * scale * 2n + by.d) / (2n * by.d), scale);
    const off = subtract(rounded, by);
    return off.n < 0n ? rational(-off.n, off.d) : off;
  };
  if (error(4).n === 0n) return formatRational(by, 4);
  if (by.n < SHORT && by.d < SHORT) {
    return `${formatWhole(by.n)}/${formatWhole(by.d)}`;
  }
  let digits = 4;
  while (
    digits < 15 &&
    compare(multiply(error(digits), value), rational(1, 10_000)) > 0
  ) digits++;
  return formatRational(by, digits);
}

/** A row as a term of the sum: its number, whenCounted, and what it rests on. */
function term(row: ProofRow, unit: Rational, name: string): string {
  const { item, constraint } = row;
  const { count, value, side } = constraint;
  const by = times(row, unit);
  const factor = compare(by, ONE) === 0 ? "" : `${factorWords(by, value)} × `;
  const of = name && ` of ${name}`;
  const units = compare(item.units, ONE) !== 0 && item.cells.spread !== "each"
    ? ` (${factorWords(item.units, item.stated[side]!)} × ${
      formatRational(item.stated[side]!, 6)
    })`
    : "";
  const over = item.cells.kind === "level"
    ? whenCounted(count).replace("on ", "at the end of ")
    : whenCounted(count);
  return `${factor}${formatRational(value)}${units}${of} ${over} (${
    sideGrounds(item, side)
  })`;
}

/** A row of a difference as a term: what is more than what, and by how much. */
function differenceTerm(
  row: ProofRow,
  unit: Rational,
  label: (id: string) => string,
): string {
  const { item, constraint } = row;
  const { count, less, value, side } = constraint;
  const by = times(row, unit);
  const factor = compare(by, ONE) === 0 ? "" : `${factorWords(by, value)} × `;
  const other = less!.measure === count.measure
    ? `that ${whenCounted(less!)}`
    : `${label(less!.measure)} ${whenCounted(less!)}`;
  return `${factor}${formatRational(value)} by which ${label(count.measure)} ${
    whenCounted(count)
  } exceeds ${other} (${sideGrounds(item, side)})`;
}

/** Periods of one length that follow each other, as spans with how many each. */
function spansOf(
  counts: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number; units: number }[] {
  const spans: { start: number; end: number; units: number }[] = [];
  for (const { start, end } of counts.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && last.end + 1 === start) {
      last.end = end;
      last.units++;
    } else spans.push({ start, end, units: 1 });
  }
  return spans;
}

/**
 * What stands out as a premise: one unit beside the others that the proof uses,
 * of which a run is named by its span.
 */
function standing(
  rows: readonly ProofRow[],
  label: (id: string) => string,
): string {
  const { item, constraint } = rows[0]!;
  const { count, less, side } = constraint;
  const most = side === "high" ? "at least" : "at most";
  const rest = item.reading === "default" ? "" : ` (reading ${item.reading})`;
  const others = spansOf(rows.map(({ constraint }) => constraint.count)).map(
    ({ units, ...span }) =>
      units === 1
        ? `that ${whenCounted(span)}`
        : `that of each ${item.cells.per || "month"} ${whenCounted(span)}`,
  );
  return `${label(count.measure)} ${
    whenCounted(less!)
  }, the ${item.cells.kind}, is ` +
    `${most} ${list(others)}${rest}`;
}

/** A ratio as a premise: which count is how many times which. */
function premise(row: ProofRow, label: (id: string) => string): string {
  const { item, constraint } = row;
  const { count, of, value, side } = constraint;
  const most = side === "low" ? "at least" : "at most";
  const same = of!.start === count.start && of!.end === count.end;
  const over = whenCounted(count);
  const other = same ? "" : ` ${whenCounted(of!)}`;
  const factor = compare(value, ONE) === 0
    ? "as many as"
    : `${formatRational(value, 6)} times`;
  const text = `${label(count.measure)} ${over} is ${most} ${factor} ${
    label(of!.measure)
  }${other}`;
  const said = statedWords(item);
  const plain = said === `${most} ${phraseValue(value, item.cells.kind)}`;
  const rest = plain
    ? item.reading === "default" ? "" : ` (reading ${item.reading})`
    : ` (${sideGrounds(item, side)})`;
  return text + rest;
}

function facts(proof: Proof, label: (id: string) => string): string[] {
  const wholes = new Set<string>();
  const parts = new Set<string>();
  const levels = new Set<string>();
  for (const { fact, measure } of proof.background) {
    if (fact === "full") wholes.add(measure);
    if (fact === "part") parts.add(measure);
    if (fact === "balance") levels.add(measure);
  }
  const said: string[] = [];
  for (const m of wholes) said.push(`the parts of ${label(m)} add up to it`);
  for (const m of parts) said.push(`${label(m)} is part of its whole`);
  for (const m of levels) {
    said.push(`what goes in and out makes up the rise of ${label(m)}`);
  }
  return said;
}

/**
 * A contradiction in plain English, with its arithmetic: what the low sides add
 * up to, and that the high sides allow less. Each number says which stated
 * number and hedge it rests on, and which reading where that is not the default.
 *
 * @param proof A contradiction.
 * @param labels What measures are called; their ids where there is none.
 */
export function sentenceOf(proof: Proof, labels: Labels = new Map()): string {
  const name = (id: string) => labels.get(id) ?? id;
  const stands = proof.rows.filter((row) => row.item.span);
  const counts = proof.rows.filter((row) =>
    !row.constraint.of && !row.item.span
  );
  const ratios = proof.rows.filter((row) => row.constraint.of);
  const lows = counts.filter((row) => row.constraint.side === "low");
  const highs = counts.filter((row) => row.constraint.side === "high");
  // With ratios the whole multipliers grow large: of the highs the one that is
  // taken least often counts once.
  const unit = ratios.length === 0 ? ONE : rational(
    (highs.length > 0 ? highs : lows).map((row) => row.times)
      .reduce<bigint | undefined>(
        (least, own) => least === undefined || own < least ? own : least,
        undefined,
      ) ?? 1n,
  );
  const measures = new Set(counts.map((row) => row.constraint.count.measure));
  const one = ratios.length === 0 && measures.size === 1 &&
    !counts.some((row) => row.constraint.less);
  const label = (row: ProofRow) =>
    one ? "" : name(row.constraint.count.measure);
  const sum = (rows: readonly ProofRow[]) =>
    rows.reduce((s, row) => add(s, amount(row, unit)), ZERO);
  const terms = (rows: readonly ProofRow[]) =>
    rows.map((row) =>
      row.constraint.less
        ? differenceTerm(row, unit, name)
        : term(row, unit, label(row))
    );

  const left = terms(lows);
  const single = left.length === 1 && compare(times(lows[0]!, unit), ONE) === 0;
  let text = left.length === 0
    ? "0 is more than "
    : single
    ? `${left[0]} is more than `
    : left.length === 1
    ? `${left[0]} is ${formatRational(sum(lows))}, more than `
    : left.length === 2
    ? `${left[0]} plus ${left[1]} is ${formatRational(sum(lows))}, more than `
    : `${list(left)} add up to ${formatRational(sum(lows))}, more than `;
  const right = terms(highs);
  const plain = right.length === 1 &&
    compare(times(highs[0]!, unit), ONE) === 0;
  text += right.length === 0
    ? "0, all that is left for it"
    : plain
    ? right[0]
    : `the ${formatRational(sum(highs))} that ${list(right)} ${
      right.length === 1 ? "comes to" : "come to"
    }`;
  const because = [
    ...ratios.map((row) => premise(row, name)),
    ...Array.from(
      Map.groupBy(
        stands,
        ({ item, constraint: { side } }) => `${item.claim.claim_id}\0${side}`,
      ).values(),
      (rows) => standing(rows, name),
    ),
    ...facts(proof, name),
  ];
  const [only] = measures;
  const opening = one && only !== undefined ? `${name(only)}: ` : "";
  const since = because.length > 0 ? `, since ${list(because)}` : "";
  return `${opening}${text}${since}.`;
}

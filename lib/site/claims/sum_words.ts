import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import type { BackgroundJson, ProofRowJson } from "../../reconcile/result.ts";
import { type Html, safe } from "../../text/html.ts";
import type { Entry } from "./entry.ts";
import {
  added,
  comparison,
  number,
  type Row,
  saysWhat,
  type Side,
  sideOf,
  sidesOf,
  standing,
  termsHtml,
} from "./sum_terms.ts";

/** A contradiction as an editor would tell it. */
export interface SumWords {
  /** Who says what, and what that makes. */
  readonly sentence: Html;
  /** The same as one line of sums. */
  readonly line: string;
}

/** The rows of a proof by what they are in its sum. */
interface Sorted {
  readonly lows: readonly Row[];
  readonly highs: readonly Row[];
  readonly ratios: readonly Row[];
  /** What is said of a highest or lowest unit, once a claim and side. */
  readonly stands: readonly Row[];
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Numbers of at least a thousand to the unit, others to three digits. */
const short = (value: number) => Math.abs(value) >= 1000 ? 0 : 3;
const long = () => 3;

/** A factor that a reader can multiply by. */
function isPlain(by: number): boolean {
  return near(by, Number(by.toFixed(4)));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** What of the rows' times counts once: of the highs the least, or of all. */
function unitOf({ lows, highs }: Sorted): number | null {
  const times = [...lows, ...highs].map(({ n }) => n);
  if (times.length === 0) return null;
  const least = Math.min(...(highs.length > 0 ? highs : lows).map((r) => r.n));
  return [least, times.reduce(gcd)].find((unit) =>
    times.every((n) => isPlain(n / unit))
  ) ?? null;
}

function make({ terms: [first, ...more] }: Side): string {
  return more.length > 0 || first!.by !== 1 ? "make" : "is";
}

function allow({ terms: [first, ...more] }: Side): string {
  return more.length > 0
    ? "together allow"
    : first!.by === 1
    ? "allows"
    : "allow";
}

function least(side: Side): Html {
  return side.terms.length === 0
    ? safe`A count is at least 0.`
    : safe`${termsHtml(side)} ${make(side)} at least ${number(side.sum)}.`;
}

function most(side: Side): Html {
  return side.terms.length === 0
    ? safe`Nothing is left for it: at most 0.`
    : safe`${termsHtml(side)} ${allow(side)} at most ${number(side.sum)}.`;
}

function premises({ stands, ratios }: Sorted): Html {
  return safe`${stands.map((row) => safe`${standing(row)} `)}${
    ratios.map((row) => safe`${comparison(row)} `)
  }`;
}

/** A sum of lows against a sum of highs, under what else is said. */
function summed(sorted: Sorted): SumWords | null {
  const unit = unitOf(sorted);
  if (unit === null) return null;
  for (const digits of [short, long]) {
    const lows = sideOf(sorted.lows, unit, digits);
    const highs = sideOf(sorted.highs, unit, digits);
    if (lows.sum <= highs.sum) continue;
    return {
      sentence: safe`${premises(sorted)}${least(lows)} ${most(highs)}`,
      line: `${added(lows)} > ${added(highs)}`,
    };
  }
  return null;
}

/** One step from a count to another that it is compared with. */
interface Step {
  readonly row: Row;
  /** Whether the count is the one compared against: it is multiplied. */
  readonly up: boolean;
}

/** The ratios in the order in which one count leads to the next. */
function stepsOf(
  ratios: readonly Row[],
  from: number,
  to: number,
  side: "low" | "high",
): Step[] | null {
  const left = new Set(ratios);
  const steps: Step[] = [];
  let times = from;
  while (left.size > 0) {
    const row = [...left].find(({ side: own, n, value }) =>
      near(times, own === side ? value * n : n)
    );
    if (!row) return null;
    left.delete(row);
    const up = row.side === side;
    steps.push({ row, up });
    times = up ? row.n : row.value * row.n;
  }
  return near(times, to) ? steps : null;
}

function sameTimes(rows: readonly Row[]): number | null {
  const [first] = rows;
  return first && rows.every(({ n }) => n === first.n) ? first.n : null;
}

function stepHtml(
  { row, up }: Step,
  bound: string,
  product: number,
): Html {
  const by = row.value === 1 ? "as many" : `${number(row.value)} times as many`;
  const { own, of } = sidesOf(row);
  return up
    ? safe`At ${bound} ${by} (<bdi>${own}</bdi>), by ${saysWhat(row)}: ${
      number(product)
    }. `
    : safe`That is at ${
      bound === "least" ? "most" : "least"
    } ${by} as <bdi>${of}</bdi>, by ${
      saysWhat(row)
    }, of which there are at ${bound} ${number(product)}. `;
}

/** A sum led from count to count by comparisons, against another sum. */
function compared(sorted: Sorted): SumWords | null {
  const { lows, highs, ratios, stands } = sorted;
  const [nLow, nHigh] = [sameTimes(lows), sameTimes(highs)];
  if (nLow === null || nHigh === null || stands.length > 0) return null;
  // Upward from what is at least, unless all comparisons are of the most.
  const up = ratios.some(({ side }) => side === "low");
  const steps = up
    ? stepsOf(ratios, nLow, nHigh, "low")
    : stepsOf(ratios, nHigh, nLow, "high");
  if (!steps) return null;
  for (const digits of [short, long]) {
    const [low, high] = [
      sideOf(lows, nLow, digits),
      sideOf(highs, nHigh, digits),
    ];
    const [from, to] = up ? [low, high] : [high, low];
    const bound = up ? "least" : "most";
    const told: Html[] = [];
    let product = from.sum;
    let sum = number(from.sum);
    for (const step of steps) {
      const { value } = step.row;
      product = step.up ? product * value : product / value;
      if (value !== 1) {
        sum = step.up
          ? `${number(value)} × ${sum}`
          : `${sum} ÷ ${number(value)}`;
      }
      told.push(stepHtml(step, bound, product));
    }
    if (up ? product <= to.sum : product >= to.sum) continue;
    const factors = steps.some(({ row }) => row.value !== 1);
    return {
      sentence: safe`${
        up
          ? least(from)
          : safe`${termsHtml(from)} ${make(from)} at most ${number(from.sum)}.`
      } ${told}${up ? most(to) : least(to)}`,
      line: `${
        factors
          ? `${from.terms.length === 1 ? "" : `${added(from)}; `}${sum} = ${
            number(product)
          }`
          : added(from)
      } ${up ? ">" : "<"} ${added(to)}`,
    };
  }
  return null;
}

/** The rows of a proof with their claims; `null` where one is not known. */
function rowsOf(
  proof: readonly ProofRowJson[],
  of: ReadonlyMap<string, Entry>,
): Row[] | null {
  const rows = proof.flatMap((row): Row[] => {
    const entry = of.get(row.claim);
    const n = Number(row.times);
    return entry && Number.isSafeInteger(n) ? [{ ...row, entry, n }] : [];
  });
  return rows.length === proof.length ? rows : null;
}

function sort(rows: readonly Row[]): Sorted {
  const kind = ({ entry }: Row) => entry.claim.kind;
  const stands = new Map<string, Row>();
  for (const row of rows) {
    if (/^(highest|lowest)$/.test(kind(row))) stands.set(row.claim, row);
  }
  const counts = rows.filter((row) =>
    !/^(highest|lowest|ratio|share)$/.test(kind(row))
  );
  return {
    lows: counts.filter(({ side }) => side === "low"),
    highs: counts.filter(({ side }) => side === "high"),
    ratios: rows.filter((row) => /^(ratio|share)$/.test(kind(row))),
    stands: [...stands.values()],
  };
}

/**
 * A contradiction in an editor's words, with who says each number, and as one
 * line of sums: what is at least, what is at most, and by which comparisons and
 * extremes the one may not be more than the other. Numbers of a thousand and
 * more are cut to the unit where the sum still shows. `null` where no reader
 * could add it up; then its own sentence tells it.
 *
 * @param proof Rows of a conflict's proof.
 * @param of The claims' entries, by id.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import { byId, entryGroups } from "./entry.ts";
 * import { sumWords } from "./sum_words.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../examples/outbreak", import.meta.url));
 * using result = await reconcile(data);
 * const { entries } = entryGroups(data, [])[0]!;
 * const [first] = result.conflicts;
 * assert.equal(sumWords(first!.proof, byId(entries))?.line, "9,000 > 7,000");
 * ```
 */
export function sumWords(
  proof: readonly ProofRowJson[],
  of: ReadonlyMap<string, Entry>,
): SumWords | null {
  const rows = rowsOf(proof, of);
  if (!rows) return null;
  const sorted = sort(rows);
  return sorted.ratios.length > 0 && compared(sorted) || summed(sorted);
}

const FACTS: Readonly<Record<BackgroundJson["fact"], string>> = {
  flow: "is never negative",
  full: "is the sum of its parts",
  part: "is at most its whole",
  level: "is never negative",
  balance: "changes by what goes in and out",
};

/** The facts behind a sum, each once: "Cases is the sum of its parts, 2024". */
export function factWords(
  background: readonly BackgroundJson[],
  label: (measure: string) => string,
): string[] {
  return [
    ...new Set(
      background.map(({ fact, measure, start, end }) =>
        `${label(measure)} ${FACTS[fact]}: ${
          describePeriod(period(start, end))
        }`
      ),
    ),
  ];
}

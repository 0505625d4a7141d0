import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatNumber, phraseNumber } from "../../quantity/phrase.ts";
import type { BackgroundJson, ProofRowJson } from "../../reconcile/result.ts";
import { type Html, safe } from "../../text/html.ts";
import { claimHref } from "./anchor.ts";
import type { Entry } from "./entry.ts";
import { allOf } from "./count_words.ts";
import { byWhom } from "./who_says.ts";

/** A contradiction as an editor would tell it. */
export interface SumWords {
  /** Who says what, and what that makes. */
  readonly sentence: Html;
  /** The same as one line of sums. */
  readonly line: string;
}

type Row = ProofRowJson & { readonly entry: Entry; readonly n: number };

/** Rows of counts on one side, taken equally often. */
interface Side {
  readonly rows: readonly Row[];
  readonly times: number;
  readonly sum: number;
}

function sideOf(rows: readonly Row[]): Side | null {
  const [first] = rows;
  if (!first || rows.some(({ n }) => n !== first.n)) return null;
  return { rows, times: first.n, sum: rows.reduce((s, r) => s + r.value, 0) };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** "Izvestia’s over 107,000 (Criminal proceedings, January to June 2025)". */
function term(row: Row, alone: boolean): Html {
  const { entry, start, end, side, value } = row;
  const { claim, measure } = entry;
  const said = phraseNumber(claim);
  const bound = formatNumber(value);
  // "Nearly 231,000" is at least 230,000: the sum needs that number.
  const read = alone || said.replace(/^(over|at least|up to) /, "") === bound
    ? null
    : `, read as at ${side === "low" ? "least" : "most"} ${bound}`;
  const when = describePeriod(period(start, end));
  return safe`<bdi>${byWhom(entry)}</bdi>’s <a href="${
    claimHref(claim.claim_id)
  }">${said}</a>${read} (<bdi>${measure?.label ?? claim.measure}</bdi>, ${
    start === end && claim.kind === "level" ? `end of ${when}` : when
  })`;
}

function terms({ rows }: Side): Html {
  return allOf(rows.map((row) => term(row, rows.length === 1)), "plus");
}

function plus({ rows }: Side): string {
  return rows.map(({ value }) => formatNumber(value)).join(" + ");
}

/** "a + b = c", or "c" where there is nothing to add. */
function added(side: Side): string {
  const sum = formatNumber(side.sum);
  return side.rows.length === 1 ? sum : `${plus(side)} = ${sum}`;
}

function make({ rows }: Side): string {
  return rows.length === 1 ? "is" : "make";
}

function allow({ rows }: Side): string {
  return rows.length === 1 ? "allows" : "together allow";
}

function factor(by: number): string {
  return by === 1 ? "as many" : `${formatNumber(by)} times as many`;
}

/** One comparison between a sum of lows and a sum of highs. */
function compared(lows: Side, highs: Side, ratio: Row): SumWords | null {
  const { value: by, side, entry } = ratio;
  const least = side === "low";
  const [from, to] = least ? [lows, highs] : [highs, lows];
  if (!near(from.times, by * ratio.n) || to.times !== ratio.n) return null;
  const product = formatNumber(by * from.sum);
  const label = entry.measure?.label ?? entry.claim.measure;
  const end = formatNumber(to.sum);
  const last = least
    ? safe`${terms(to)} ${allow(to)} at most ${end}.`
    : safe`${terms(to)} ${make(to)} at least ${end}.`;
  return {
    sentence: safe`${terms(from)} ${make(from)} at ${
      least ? "least" : "most"
    } ${formatNumber(from.sum)}. At ${least ? "least" : "most"} ${
      factor(by)
    } (<bdi>${label}</bdi>), by <bdi>${byWhom(entry)}</bdi>’s <a href="${
      claimHref(entry.claim.claim_id)
    }">${phraseNumber(entry.claim)}</a>: ${product}. ${last}`,
    line: `${
      by === 1
        ? added(from)
        : `${from.rows.length === 1 ? "" : `${added(from)}; `}${
          formatNumber(by)
        } × ${formatNumber(from.sum)} = ${product}`
    } ${least ? ">" : "<"} ${added(to)}`,
  };
}

/**
 * A contradiction in an editor's words, with who says each number, where it is a
 * plain sum, or one with a single comparison between two counts; `null` where the
 * arithmetic is another, which its own sentence tells.
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
  const rows = proof.flatMap((row): Row[] => {
    const entry = of.get(row.claim);
    const n = Number(row.times);
    return entry && Number.isSafeInteger(n) ? [{ ...row, entry, n }] : [];
  });
  const kind = ({ entry }: Row) => entry.claim.kind;
  if (
    rows.length !== proof.length ||
    rows.some((row) => /^(highest|lowest|difference)$/.test(kind(row)))
  ) return null;
  const ratios = rows.filter((row) => /^(ratio|share)$/.test(kind(row)));
  const counts = rows.filter((row) => !ratios.includes(row));
  const lows = sideOf(counts.filter(({ side }) => side === "low"));
  const highs = sideOf(counts.filter(({ side }) => side === "high"));
  if (!lows || !highs || ratios.length > 1) return null;
  const [ratio] = ratios;
  if (ratio) return compared(lows, highs, ratio);
  if (lows.times !== highs.times) return null;
  return {
    sentence: safe`${terms(lows)} ${make(lows)} at least ${
      formatNumber(lows.sum)
    }. ${terms(highs)} ${allow(highs)} at most ${formatNumber(highs.sum)}.`,
    line: `${added(lows)} > ${added(highs)}`,
  };
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

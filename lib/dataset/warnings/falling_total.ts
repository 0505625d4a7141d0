import type { Row } from "../rows.ts";
import { hedgesOf } from "../../quantity/hedge.ts";
import { interval } from "../../quantity/interval.ts";
import { compare, type Rational } from "../../quantity/rational.ts";
import { lastDay } from "../../quantity/date.ts";
import type { Rule } from "./rule.ts";

/** Fewer figures are not yet running ones. */
const FEWEST_RUNNING = 3;

/**
 * A keeper's running total that is above one of a later day, without a series:
 * it was revised, and with a series the older figure would be set aside. Said
 * of the figure that is too high.
 */
export const fallingTotal: Rule = (
  { claims, sources, hedges, relations },
  warn,
) => {
  const publishers = new Map(
    sources?.rows.map((row) => [row.source_id, row.publisher]),
  );
  // Where no status is told, whose figures they are shows a speaker alone; and
  // what is official with nobody to name is one register's.
  const keeperOf = ({ status, source_id, speaker }: Row<"claims">) =>
    status === "official"
      ? publishers.get(source_id ?? "") ?? speaker ?? "official"
      : status
      ? null
      : speaker;
  // What is related is explained.
  const related = new Set(
    relations?.rows.flatMap(({ from, to }) => [from, to]),
  );
  const running = new Map<string, number[]>();
  claims.rows.forEach((claim, i) => {
    const { kind, stated, series, measure, start, end } = claim;
    if (kind !== "total" || series || !stated || !start || !end) return;
    const keeper = keeperOf(claim);
    if (!keeper || related.has(claim.claim_id)) return;
    const key = `${measure}\0${start}\0${keeper}`;
    const rows = running.get(key);
    if (rows) rows.push(i);
    else running.set(key, [i]);
  });
  const known = { hedges: hedgesOf(hedges?.rows ?? []) };
  for (const rows of running.values()) {
    const ends = new Map(rows.map((i) => [i, lastDay(claims.rows[i]!.end!)]));
    if (new Set(ends.values()).size < FEWEST_RUNNING) continue;
    const backwards = rows.toSorted((a, b) => ends.get(b)! - ends.get(a)!);
    // An interval holds its number: where those rise, nothing falls.
    const numbers = backwards.map((i) => Number(claims.rows[i]!.stated));
    if (numbers.every((n, k) => k === 0 || n <= numbers[k - 1]!)) continue;
    let lowest: { high: Rational; row: number } | undefined;
    // Figures of one day are told apart by no fall.
    let pending: { high: Rational; row: number }[] = [];
    let day: number | undefined;
    for (const row of backwards) {
      if (ends.get(row) !== day) {
        for (const one of pending) {
          if (!lowest || compare(one.high, lowest.high) < 0) lowest = one;
        }
        pending = [];
        day = ends.get(row);
      }
      const { stated, ...cells } = claims.rows[row]!;
      const { low, high } = interval({ ...cells, stated: stated! }, known);
      if (lowest && low && compare(low, lowest.high) > 0) {
        const later = claims.rows[lowest.row]!;
        warn(
          "claims",
          row,
          "series",
          `${stated} by ${cells.end} is above ${later.stated} by ${later.end} ` +
            `(line ${claims.lineOf(lowest.row)}), and a running total does ` +
            "not fall; if its keeper revised it, give both one series",
        );
        // The later figures go on to be compared with.
        continue;
      }
      if (high) pending.push({ high, row });
    }
  }
};

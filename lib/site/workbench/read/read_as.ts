import { lastDay } from "../../../quantity/date.ts";
import { describePeriod } from "../../../quantity/describe_period.ts";
import type { HedgeRow, Kind } from "../../../quantity/claim.ts";
import {
  BUILT_IN_HEDGES,
  type Hedges,
  hedgesOf,
} from "../../../quantity/hedge.ts";
import { type Interval, interval } from "../../../quantity/interval.ts";
import { period } from "../../../quantity/period.ts";
import { phraseValue } from "../../../quantity/phrase.ts";
import { compare, ZERO } from "../../../quantity/rational.ts";
import { cellsOf, type Tables } from "../tables.ts";

/** The cells of a claim by column; one that is missing is empty. */
export type ClaimCells = Readonly<Record<string, string | undefined>>;

/** What cells are read as, or what is missing or wrong in them. */
export interface ReadAs {
  /** "250,000 to 350,000", or null where the number cannot be read. */
  readonly number: string | null;
  /** "from 24 February 2022 to 31 July 2025", or null likewise. */
  readonly period: string | null;
  /** What is missing or wrong, a sentence each. */
  readonly problems: readonly string[];
}

/** An interval in words, a share in per cent. */
function phraseInterval({ low, high }: Interval, kind: Kind): string {
  if (low === null) return high ? `at most ${phraseValue(high, kind)}` : "any";
  const from = phraseValue(low, kind);
  if (high === null) return `at least ${from}`;
  const to = phraseValue(high, kind);
  if (from === to) return from;
  return compare(low, ZERO) === 0 ? `at most ${to}` : `${from} to ${to}`;
}

/** What a count is per, or compared with. */
function unitWords(cells: ClaimCells, kind: Kind): string {
  if (kind === "rate") {
    const per = cells.per || "month";
    return cells.spread === "each" ? ` every ${per}` : ` a ${per} on average`;
  }
  if (kind === "ratio" || kind === "share" || kind === "difference") {
    const { of_start, of_end } = cells;
    const other = of_start && of_end
      ? ` ${periodWords(of_start, of_end, "total")}`
      : "";
    const count = cells.of_measure || (other ? "the count" : "another count");
    return kind === "difference"
      ? ` more than ${count}${other}`
      : ` of ${count}${other}`;
  }
  return "";
}

/** A period in words: "in May 2031", "from 24 February 2022 to 31 July 2025". */
function periodWords(start: string, end: string, kind: string): string {
  if (kind === "level") {
    const day = lastDay(start);
    return `at the end of ${describePeriod({ start: day, end: day })}`;
  }
  const span = period(start, end);
  const words = describePeriod(span);
  if (span.start === span.end) return `on ${words}`;
  return words.includes(" to ") ? `from ${words}` : `in ${words}`;
}

/** What runs, or its complaint. */
function attempt(run: () => string, problems: string[]): string | null {
  try {
    return run();
  } catch (error) {
    problems.push((error as Error).message);
    return null;
  }
}

/**
 * What the cells of a claim will be read as, at width 1, in words.
 *
 * @example
 * ```ts
 * import { readAs } from "./read_as.ts";
 * import assert from "node:assert/strict";
 *
 * const cells = { kind: "total", stated: "250000", stated_high: "350000" };
 * const { number, period } = readAs({
 *   ...cells,
 *   hedge: "exact",
 *   start: "2022-02-24",
 *   end: "2025-07",
 * });
 * assert.equal(number, "250,000 to 350,000");
 * assert.equal(period, "from 24 February 2022 to 31 July 2025");
 * ```
 */
export function readAs(
  cells: ClaimCells,
  hedges: Hedges = BUILT_IN_HEDGES,
): ReadAs {
  const problems: string[] = [];
  const kind = (cells.kind || "total") as Kind;
  if (kind === "none") {
    return { number: "recorded, not modelled", period: null, problems };
  }
  const { stated = "", start = "", end = "" } = cells;
  const standing = kind === "highest" || kind === "lowest";
  const number = standing
    ? `the ${kind} ${cells.per || "month"}`
    : stated === ""
    ? null
    : attempt(() => {
      const { stated_high, hedge, rounding } = cells;
      const said = interval(
        { kind, stated, stated_high, hedge, rounding },
        { hedges },
      );
      return phraseInterval(said, kind) + unitWords(cells, kind);
    }, problems);
  if (number === null && stated === "") problems.push("The number is missing.");
  if (start === "") {
    problems.push(
      kind === "level" ? "The day is missing." : "When it begins is missing.",
    );
  }
  if (end === "" && kind !== "level") problems.push("When it ends is missing.");
  const dated = start !== "" && (end !== "" || kind === "level");
  const words = dated
    ? attempt(() => periodWords(start, end || start, kind), problems)
    : null;
  return { number, period: words, problems };
}

/** The hedges of a dataset; the built-in ones where its table has problems. */
export function hedgesIn({ hedges }: Tables): Hedges {
  try {
    return hedgesOf(cellsOf(hedges) as unknown as HedgeRow[]);
  } catch {
    return BUILT_IN_HEDGES;
  }
}

import type {
  AlternativeReading,
  Balance,
  Claim,
  HedgeRow,
  Measure,
  Relation,
  Source,
  Split,
} from "../../../lib/quantity/claim.ts";

/** What a reconciliation is given: rows of the tables. */
export interface Input {
  readonly claims: readonly Claim[];
  readonly measures?: readonly Measure[];
  readonly readings?: readonly AlternativeReading[];
  readonly sources?: readonly Source[];
  readonly hedges?: readonly HedgeRow[];
  readonly relations?: readonly Relation[];
  readonly splits?: readonly Split[];
  readonly balances?: readonly Balance[];
}

/** Which bounds are shown. */
export interface Show {
  /** Only units that touch the days from here on. */
  readonly from?: string;
  /** Only units that touch the days up to here. */
  readonly to?: string;
  readonly per?: "day" | "week" | "month" | "quarter" | "year";
  readonly measures?: readonly string[];
}

/** How it is to be read. */
export interface Options {
  readonly width?: number;
  /** Only claims of these collections. */
  readonly collections?: readonly string[];
  /** Only claims whose source was published by this date. */
  readonly knownBy?: string;
  /** Claims left out. */
  readonly without?: readonly string[];
  /** Sources left out. */
  readonly withoutSources?: readonly string[];
  /** Pairs `[a, b]`: measure a is taken to be measure b. */
  readonly same?: readonly (readonly [string, string])[];
  /** Readings chosen, by claim. */
  readonly reading?: Readonly<Record<string, string>>;
  /** Of claims that repeat one origin only the earliest counts. */
  readonly echoes?: "once";
  /** Every claim, as if nobody knew what was replaced. */
  readonly vintages?: "all";
  /** Conflicts and repairs are put to witnesses. */
  readonly by?: "origin";
  /** Multiplies the weight of claims of a status. */
  readonly weights?: Readonly<Record<string, number>>;
  /** How many conflicts and how many repairs are listed. */
  readonly most?: number;
  readonly seconds?: number;
  readonly show?: Show;
}

/** The same for the oracle, which takes a width to the letter too. */
export interface ToTheLetter extends Omit<Options, "width"> {
  readonly width?: number | string;
}

/**
 * The measure that an id stands for, step after step: by the options, where they
 * say something of it, else by the table. Where the two go round in a circle the
 * options have the last word.
 */
export function renamed(
  options: ToTheLetter,
  measure: string,
  { measures }: Pick<Input, "measures">,
): string {
  const seen = new Set([measure]);
  for (;;) {
    const pair = options.same?.find(([a]) => a === measure);
    const next = pair?.[1] ||
      measures?.find((row) => row.measure === measure)?.same_as;
    if (!next) return measure;
    if (seen.has(next)) return pair ? next : measure;
    seen.add(next);
    measure = next;
  }
}

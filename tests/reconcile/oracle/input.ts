import type {
  AlternativeReading,
  Claim,
  HedgeRow,
  Measure,
  Source,
} from "../../../lib/quantity/claim.ts";

/** What a reconciliation is given: rows of the tables. */
export interface Input {
  readonly claims: readonly Claim[];
  readonly measures?: readonly Measure[];
  readonly readings?: readonly AlternativeReading[];
  readonly sources?: readonly Source[];
  readonly hedges?: readonly HedgeRow[];
}

/** How it is to be read. */
export interface Options {
  readonly width?: number;
  /** Pairs `[a, b]`: measure a is taken to be measure b. */
  readonly same?: readonly (readonly [string, string])[];
  /** Readings chosen, by claim. */
  readonly reading?: Readonly<Record<string, string>>;
}

/** The measure that an id stands for, pair after pair. */
export function renamed(options: Options, measure: string): string {
  for (let hops = 0; hops <= (options.same?.length ?? 0); hops++) {
    const pair = options.same?.find(([a]) => a === measure);
    if (!pair) return measure;
    measure = pair[1];
  }
  throw new RangeError(`${measure} goes round in a circle`);
}

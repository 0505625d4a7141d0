import type {
  AlternativeReading,
  Claim,
  HedgeRow,
  Measure,
  Relation,
  Source,
} from "../quantity/claim.ts";
import type { Width } from "../quantity/width.ts";

/**
 * The tables of a dataset as arrays of rows; only the claims are required.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { Tables } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const year = { kind: "total", start: "2024-01", end: "2024-12", hedge: "exact" } as const;
 * const tables: Tables = {
 *   claims: [{ ...year, claim_id: "all", measure: "cases", stated: "90" }],
 *   measures: [
 *     { measure: "cases" },
 *     { measure: "desertion", part_of: "cases", split: "part" },
 *   ],
 * };
 * using result = await reconcile(tables);
 * assert.equal(result.bounds("desertion", "2024-01", "2024-12").high, 90);
 * ```
 */
export interface Tables {
  /** Rows of `claims.csv`. */
  readonly claims: readonly Claim[];
  /** Rows of `measures.csv`. */
  readonly measures?: readonly Measure[] | undefined;
  /** Rows of `readings.csv`. */
  readonly readings?: readonly AlternativeReading[] | undefined;
  /** Rows of `sources.csv`. */
  readonly sources?: readonly Source[] | undefined;
  /** Rows of `hedges.csv`. */
  readonly hedges?: readonly HedgeRow[] | undefined;
  /** Rows of `relations.csv`; they explain and never constrain. */
  readonly relations?: readonly Relation[] | undefined;
}

/**
 * Which claims are reconciled, under which assumptions, and for how long.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { ReconcileOptions } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const year = { ...claim, start: "2024-01", end: "2024-12" };
 * const options: ReconcileOptions = { without: ["b"], width: 0.5 };
 * using result = await reconcile([
 *   { ...year, claim_id: "a", stated: "70" },
 *   { ...year, claim_id: "b", stated: "90" },
 * ], options);
 * assert.equal(result.consistent, true);
 * ```
 */
export interface ReconcileOptions extends Partial<Omit<Tables, "claims">> {
  /** Scales every hedge and rounding, at least 0. Default 1. */
  readonly width?: Width | undefined;
  /** Only claims of these collections. Default: all. */
  readonly collections?: readonly string[] | undefined;
  /**
   * Only claims whose source was published by this date (`YYYY-MM-DD` or
   * `YYYY-MM`, its last day). A source without a date is left out.
   */
  readonly knownBy?: string | undefined;
  /** Ids of claims to leave out. */
  readonly without?: readonly string[] | undefined;
  /** Ids of sources whose claims are left out. */
  readonly withoutSources?: readonly string[] | undefined;
  /** Which reading a claim is taken in: reading ids by claim id. */
  readonly reading?: Readonly<Record<string, string>> | undefined;
  /** Pairs `[a, b]`: measure a is taken to be measure b. */
  readonly same?: readonly (readonly [a: string, b: string])[] | undefined;
  /** `"once"`: of claims that repeat one origin only the earliest counts. */
  readonly echoes?: "once" | undefined;
  /**
   * `"origin"`: conflicts and repairs are sets of witnesses, each of which is
   * kept or dropped with all its claims.
   */
  readonly by?: "origin" | undefined;
  /** Multiplies the weight of claims of a status: factors above 0 by status. */
  readonly weights?: Readonly<Record<string, number | string>> | undefined;
  /** How many conflicts and how many repairs are listed. Default 100. */
  readonly most?: number | undefined;
  /**
   * Seconds after which lists are cut and flagged incomplete. Default 30.
   */
  readonly seconds?: number | undefined;
}

/**
 * What can be reconciled: claims alone, or the tables of a dataset.
 *
 * @example
 * ```ts
 * import { reconcile } from "./reconcile.ts";
 * import type { ReconcileInput } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const input: ReconcileInput = [];
 * using result = await reconcile(input);
 * assert.equal(result.consistent, true);
 * ```
 */
export type ReconcileInput = readonly Claim[] | Tables;

/** The tables of an input, with those given in the options filled in. */
export function tablesOf(
  input: ReconcileInput,
  options: ReconcileOptions,
): Required<{ [K in keyof Tables]: NonNullable<Tables[K]> }> {
  const given: Tables = "claims" in input ? input : { claims: input };
  return {
    claims: given.claims,
    measures: given.measures ?? options.measures ?? [],
    readings: given.readings ?? options.readings ?? [],
    sources: given.sources ?? options.sources ?? [],
    hedges: given.hedges ?? options.hedges ?? [],
    relations: given.relations ?? options.relations ?? [],
  };
}

import { isRecord } from "../../quantity/check_options.ts";
import type {
  AlternativeReading,
  Balance,
  Claim,
  GivenClaim,
  HedgeRow,
  Measure,
  Relation,
  Source,
  Split,
} from "../../quantity/claim.ts";
import { givenRows } from "../../quantity/given_rows.ts";
import { instead } from "../../quantity/nearest.ts";
import { showValue } from "../../quantity/show_value.ts";
import type { Width } from "../../quantity/width.ts";
import { InputError } from "./input_error.ts";
import type { Show } from "../show.ts";

/**
 * The tables of a dataset as arrays of rows; only the claims are required.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile.ts";
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
  /** Rows of `claims.csv`; numbers may be given as such. */
  readonly claims: readonly GivenClaim[];
  /** Rows of `measures.csv`. */
  readonly measures?: readonly Measure[] | undefined;
  /** Rows of `readings.csv`. */
  readonly readings?: readonly AlternativeReading[] | undefined;
  /** Rows of `sources.csv`. */
  readonly sources?: readonly Source[] | undefined;
  /** Rows of `hedges.csv`. */
  readonly hedges?: readonly HedgeRow[] | undefined;
  /** Rows of `relations.csv`; they never constrain, two set claims aside. */
  readonly relations?: readonly Relation[] | undefined;
  /** Rows of `splits.csv`: parts of wholes in several dimensions. */
  readonly splits?: readonly Split[] | undefined;
  /** Rows of `balances.csv`: flows that add to levels and take from them. */
  readonly balances?: readonly Balance[] | undefined;
}

/**
 * Which claims are reconciled, under which assumptions, and for how long.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile.ts";
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
  readonly width?: Exclude<Width, string> | undefined;
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
  /** `"all"`: what others replaced is taken too, as if nobody knew. */
  readonly vintages?: "all" | undefined;
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
  /** Which bounds the result lists. Default: every month of every measure. */
  readonly show?: Show | undefined;
}

/**
 * What can be reconciled: claims alone, or the tables of a dataset.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile.ts";
 * import type { ReconcileInput } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const input: ReconcileInput = [];
 * using result = await reconcile(input);
 * assert.equal(result.consistent, true);
 * ```
 */
export type ReconcileInput = readonly GivenClaim[] | Tables;

/** All tables of an input, an empty one for each that it lacks. */
export type AllTables =
  & {
    readonly [K in Exclude<keyof Tables, "claims">]-?: NonNullable<Tables[K]>;
  }
  & { readonly claims: readonly Claim[] };

/** What the tables of a dataset may be called, and the folder they came from. */
const KEYS: Readonly<Record<keyof Tables | "folder", true>> = {
  claims: true,
  measures: true,
  readings: true,
  sources: true,
  hedges: true,
  relations: true,
  splits: true,
  balances: true,
  folder: true,
};

function given(input: unknown): Tables {
  if (Array.isArray(input)) return { claims: input };
  if (!isRecord(input) || !("claims" in input)) {
    const advice = input instanceof Promise ? "; await it first" : "";
    throw new InputError(
      `${showValue(input)} is neither a list of claims nor the tables of a ` +
        `dataset, an object with claims${advice}`,
    );
  }
  for (const key in input) {
    if (Object.hasOwn(KEYS, key)) continue;
    throw new InputError(
      `${showValue(key)} is not a table${instead(key, Object.keys(KEYS))}`,
    );
  }
  return input as unknown as Tables;
}

/**
 * The tables of an input, with those given in the options filled in, and the
 * numbers in them as text.
 *
 * @throws {InputError} When the input holds something else than rows.
 */
export function tablesOf(
  input: ReconcileInput,
  options: ReconcileOptions,
): AllTables {
  const tables = given(input);
  const rows = <T extends Exclude<keyof Tables, "claims">>(name: T) =>
    givenRows(name, tables[name] ?? options[name] ?? []);
  return {
    claims: givenRows("claims", tables.claims),
    measures: rows("measures"),
    readings: rows("readings"),
    sources: rows("sources"),
    hedges: rows("hedges"),
    relations: rows("relations"),
    splits: rows("splits"),
    balances: rows("balances"),
  };
}

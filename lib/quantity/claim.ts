/** What kind of number a claim states. */
export type Kind =
  | "total"
  | "rate"
  | "ratio"
  | "share"
  | "level"
  | "difference"
  | "highest"
  | "lowest"
  | "none";

/** The unit of time of a rate. */
export type Per = "day" | "week" | "month" | "quarter" | "year";

/** Whether a rate holds on average or in each of its units of time. */
export type Spread = "mean" | "each";

/** How well the origin of a number is known. */
export type Status = "official" | "attributed" | "unverified" | "contested";

/** A cell: its text, or nothing where the cell is empty. */
export type Cell = string | null | undefined;

/**
 * What a claim is taken to mean, in the columns of the claims table. Numbers
 * and dates are the text of their cells: digits show the rounding, and a month
 * stands for its first day as a start and its last as an end.
 */
export interface Reading {
  /** Kind of number. */
  readonly kind: Kind;
  /** What is counted. */
  readonly measure: string;
  /** The number, plain digits; empty only for `none`. */
  readonly stated?: Cell;
  /** The upper number of a range. */
  readonly stated_high?: Cell;
  /** Id of a hedge; empty is `bare`. */
  readonly hedge?: Cell;
  /** The unit the number is rounded to; empty: read from the digits. */
  readonly rounding?: Cell;
  /** First day or month; empty only for `none`. */
  readonly start?: Cell;
  /** Last day or month; empty only for `none`. */
  readonly end?: Cell;
  /** The unit of time of a `rate`; empty is `month`. */
  readonly per?: Per | null | undefined;
  /** For a `rate`; empty is `mean`. */
  readonly spread?: Spread | null | undefined;
  /** The other count of a `ratio` or `share`. */
  readonly of_measure?: Cell;
  /** Start of the other count; empty: the claim's own. */
  readonly of_start?: Cell;
  /** End of the other count; empty: the claim's own. */
  readonly of_end?: Cell;
}

/** One numeric statement in a source, with its default reading. */
export interface Claim extends Reading {
  /** Unique, stable, readable. */
  readonly claim_id: string;
  /** The words for the period. */
  readonly period_said?: Cell;
  /** When the speaker says it holds: a day, a month or a year. */
  readonly as_of?: Cell;
  /** How well its origin is known. */
  readonly status?: Status | null | undefined;
  /** The keeper's running figures that it is one of. */
  readonly series?: Cell;
  /** Cost of dropping the claim in a repair, above 0; empty is 1. */
  readonly weight?: Cell;
  /** Which collection of the dataset it belongs to. */
  readonly collection?: Cell;
  /** The source it stands in. */
  readonly source_id?: Cell;
  /** The place in the source, such as `p5`. */
  readonly locator?: Cell;
  /** The few words that hold the number. */
  readonly wording?: Cell;
  /** Who says it. */
  readonly speaker?: Cell;
  /** Whom the number comes from. */
  readonly origin?: Cell;
  /** Anything a reader must know. */
  readonly note?: Cell;
}

/**
 * A number as it may be given in memory: the text of its cell, or a number
 * whose digits can be told. Text alone keeps a last zero: 0.20 is stated more
 * finely than 0.2.
 *
 * @example
 * ```ts
 * import type { GivenNumber } from "./claim.ts";
 * import assert from "node:assert/strict";
 *
 * const given: GivenNumber[] = ["3000", 3000, 3000n];
 * assert.deepEqual(new Set(given.map(String)), new Set(["3000"]));
 * ```
 */
export type GivenNumber = Cell | number | bigint;

/**
 * A claim as it may be given in memory.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import type { GivenClaim } from "./claim.ts";
 * import assert from "node:assert/strict";
 *
 * const claim: GivenClaim = {
 *   claim_id: "a",
 *   kind: "total",
 *   measure: "cases",
 *   stated: 3000,
 *   start: "2024-01",
 *   end: "2024-12",
 * };
 * using result = await reconcile([claim]);
 * // 3000 is rounded to thousands: half of one either way.
 * assert.deepEqual(
 *   [result.claims[0]?.low, result.claims[0]?.high],
 *   [2500, 3500],
 * );
 * ```
 */
export interface GivenClaim
  extends Omit<Claim, "stated" | "stated_high" | "rounding" | "weight"> {
  /** The number; empty only for `none`. */
  readonly stated?: GivenNumber;
  /** The upper number of a range. */
  readonly stated_high?: GivenNumber;
  /** The unit the number is rounded to; empty: read from the digits. */
  readonly rounding?: GivenNumber;
  /** Cost of dropping the claim in a repair, above 0; empty is 1. */
  readonly weight?: GivenNumber;
}

/**
 * Another reading of a claim: the columns that differ. An empty cell inherits
 * the claim's own; `-` empties it.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import type { AlternativeReading } from "./claim.ts";
 * import assert from "node:assert/strict";
 *
 * const wider: AlternativeReading = {
 *   claim_id: "a",
 *   reading: "at-least",
 *   hedge: "at_least",
 *   grounds: "The headline says at least.",
 * };
 * const year = { measure: "cases", start: "2024-01", end: "2024-12" };
 * const claims = [{ ...year, claim_id: "a", kind: "total", stated: "60000" }] as const;
 * using result = await reconcile({ claims, readings: [wider] }, {
 *   reading: { a: "at-least" },
 * });
 * assert.equal(result.claims[0]?.high, null);
 * ```
 */
export interface AlternativeReading
  extends Partial<Readonly<Record<keyof Reading, Cell>>> {
  /** The claim it reads. */
  readonly claim_id: string;
  /** Id, unique among the claim's readings; `default` is the claim's own. */
  readonly reading: string;
  /** Why the words allow it. */
  readonly grounds?: Cell;
}

/** What is counted, and how it is part of another count. */
export interface Measure {
  /** Id. */
  readonly measure: string;
  /** Name for readers. */
  readonly label?: Cell;
  /** Unit of the count. */
  readonly unit?: Cell;
  /** What is counted, in a sentence. */
  readonly definition?: Cell;
  /** `flow`: counted over a period; `level`: how many at a moment. */
  readonly counts?: "flow" | "level" | null | undefined;
  /** The measure it is part of. */
  readonly part_of?: Cell;
  /** `full` parts sum to their whole; each `part` alone is at most the whole. */
  readonly split?: "full" | "part" | null | undefined;
  /** The measure that it is taken to be, by the data itself. */
  readonly same_as?: Cell;
  /** Why it is taken to be that one. */
  readonly same_grounds?: Cell;
  /** The register the count is kept in. */
  readonly register?: Cell;
}

/** A document that holds claims. */
export interface Source {
  /** Id. */
  readonly source_id: string;
  /** Who publishes it. */
  readonly publisher?: Cell;
  /** What kind of publisher. */
  readonly publisher_kind?: Cell;
  /** Title as published. */
  readonly title?: Cell;
  /** Author as published. */
  readonly author?: Cell;
  /** Day, month or year of publication. */
  readonly published?: Cell;
  /** Day, month or year it was read. */
  readonly accessed?: Cell;
  /** Language of the text. */
  readonly language?: Cell;
  /** Who or what translated it. */
  readonly translated_by?: Cell;
  /** Address. */
  readonly url?: Cell;
  /** Collection. */
  readonly collection?: Cell;
  /** Anything a reader must know. */
  readonly note?: Cell;
}

/**
 * A part of a whole in one dimension of it: by district, by sex.
 *
 * @example
 * ```ts
 * import type { Split } from "./claim.ts";
 * import assert from "node:assert/strict";
 *
 * const split: Split = {
 *   whole: "cases",
 *   dimension: "sex",
 *   part: "cases-women",
 *   split: "full",
 * };
 * assert.equal(split.dimension, "sex");
 * ```
 */
export interface Split {
  /** The whole. */
  readonly whole: string;
  /** The dimension; each adds up by itself. */
  readonly dimension?: Cell;
  /** The part. */
  readonly part: string;
  /** `full` parts sum to their whole; each `part` alone is at most the whole. */
  readonly split?: "full" | "part" | null | undefined;
}

/**
 * A flow that adds to a level or takes from it.
 *
 * @example
 * ```ts
 * import type { Balance } from "./claim.ts";
 * import assert from "node:assert/strict";
 *
 * const balance: Balance = {
 *   level: "in-hospital",
 *   flow: "admissions",
 *   direction: "in",
 *   split: "full",
 * };
 * assert.equal(balance.direction, "in");
 * ```
 */
export interface Balance {
  /** The level. */
  readonly level: string;
  /** The flow. */
  readonly flow: string;
  /** Whether it adds or takes. */
  readonly direction: "in" | "out";
  /** Whether nothing else goes that way; `full` for all rows of a direction. */
  readonly split?: "full" | "part" | null | undefined;
}

/** How one claim bears on another; explains, never constrains. */
export interface Relation {
  /** The claim that relates. */
  readonly from: string;
  /** How. */
  readonly relation:
    | "contests"
    | "restates"
    | "same_origin"
    | "corrects"
    | "supersedes"
    | "relabels"
    | "compares"
    | null;
  /** The claim it relates to. */
  readonly to: string;
  /** Why. */
  readonly note?: Cell;
}

/**
 * A row of the hedges table; distances are text, `inf` is open. An empty
 * distance inherits the built-in hedge's.
 */
export interface HedgeRow {
  /** Id. */
  readonly hedge: string;
  /** The words it stands for. */
  readonly words?: Cell;
  /** Distance below, in rounding units. */
  readonly low?: Cell;
  /** Distance above, in rounding units. */
  readonly high?: Cell;
  /** Why this wide. */
  readonly grounds?: Cell;
}

/** What kind of number a claim states. */
export type Kind = "total" | "rate" | "ratio" | "share" | "none";

/** Whether a monthly rate holds on average or in each month. */
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
  /** When the speaker says it holds. */
  readonly as_of?: Cell;
  /** How well its origin is known. */
  readonly status?: Status | null | undefined;
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
 * Another reading of a claim: the columns that differ. An empty cell inherits
 * the claim's own; `-` empties it.
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
  /** The measure it is part of. */
  readonly part_of?: Cell;
  /** `full` parts sum to their whole; each `part` alone is at most the whole. */
  readonly split?: "full" | "part" | null | undefined;
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
  /** Day or month of publication. */
  readonly published?: Cell;
  /** Day it was read. */
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

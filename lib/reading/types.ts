/** What a draft can count: the kinds of a claim that a text can state. */
export type DraftKind =
  | "total"
  | "rate"
  | "ratio"
  | "share"
  | "level"
  | "difference";

/** Which way a number went, where the text says so. */
export type Trend = "up" | "down";

/**
 * A place in a text: offset and length count UTF-16 units of the paragraph.
 */
export interface Place {
  /** The paragraph: `p5` is the fifth line that is not empty. */
  readonly locator: string;
  /** Where it begins. */
  readonly offset: number;
  /** How many units it has. */
  readonly length: number;
}

/** Every number of a text, whether it is a claim or not. */
export interface Quantity extends Place {
  /** As said with its magnitude word: 19 for 19 %, 2300000 for 2.3 million. */
  readonly value: number;
  /** The upper number of a range. */
  readonly value_high: number | null;
  /** Id of the hedge; `bare` where the number stands bare. */
  readonly hedge: string;
  /** Which way it went, where a word says so. */
  readonly trend: Trend | null;
  /** The noun or the unit that is counted. */
  readonly unit: string | null;
  /** Whether it is proposed as a claim. */
  readonly draft: boolean;
  /** Why it is, or why not. */
  readonly why: string;
}

/**
 * What the reader proposes as a claim, until a person has accepted it. Numbers
 * are text as in `claims.csv`, dates are days `YYYY-MM-DD`, and `null` is what
 * the text does not settle.
 */
export interface Draft extends Place {
  /** The words that hold the number, letter for letter. */
  readonly wording: string;
  /** What it states. */
  readonly kind: DraftKind;
  /** The number, a fall with a minus, a share between 0 and 1. */
  readonly stated: string;
  /** The upper number of a range. */
  readonly stated_high: string | null;
  /** Id of the hedge; `bare` where the number stands bare. */
  readonly hedge: string;
  /** The unit it is rounded to, where its digits do not tell. */
  readonly rounding: string | null;
  /** Unit of time of a rate. */
  readonly per: string | null;
  /** The noun that is counted. */
  readonly unit: string | null;
  /** First day. */
  readonly start: string | null;
  /** Last day. */
  readonly end: string | null;
  /** The day for which it is said. */
  readonly as_of: string | null;
  /** The words for the period. */
  readonly period_said: string | null;
  /** The words for the period compared with. */
  readonly of_period_said: string | null;
  /** First day of what it is compared with. */
  readonly of_start: string | null;
  /** Last day of what it is compared with. */
  readonly of_end: string | null;
  /** Who says it. */
  readonly speaker: string | null;
  /** Whom the speaker cites. */
  readonly origin: string | null;
  /** The grounds of each choice. */
  readonly why: readonly string[];
}

/**
 * How a text is read.
 *
 * @example
 * ```ts
 * import type { ReadOptions } from "./types.ts";
 * import { readText } from "./read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const options: ReadOptions = { published: "2031-11-10" };
 * const [draft] = readText("300 homes were flooded last month.", options).drafts;
 * assert.equal(draft?.end, "2031-10-31");
 * ```
 */
export interface ReadOptions {
  /**
   * The day of publication, `YYYY-MM-DD`: what "last month" is measured from. A
   * month or a year stands for its last day.
   */
  readonly published?: string | null;
  /**
   * The language of the text: `en`, `uk` or `ru`; without it, the letters of
   * the text tell.
   */
  readonly language?: string;
}

import type { KIND_WORDS } from "./kinds.ts";

/** What a draft can count: the kinds of a claim that a text can state. */
export type DraftKind = typeof KIND_WORDS[number];

/** Which way a number went, where the text says so. */
export type Trend = "up" | "down";

/** A place in a text: offset and length count UTF-16 units of the paragraph. */
export interface Place {
  /** The paragraph: `p5` is the fifth line that is not empty. */
  readonly locator: string;
  readonly offset: number;
  readonly length: number;
}

/** Every number of a text, whether it is a claim or not. */
export interface Quantity extends Place {
  /** As said with its magnitude word: 19 for 19 %, 2300000 for 2.3 million. */
  readonly value: number;
  /** The upper number of a range. */
  readonly value_high: number | null;
  readonly hedge: string;
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
  readonly wording: string;
  readonly kind: DraftKind;
  readonly stated: string;
  readonly stated_high: string | null;
  readonly hedge: string;
  readonly rounding: string | null;
  readonly per: string | null;
  readonly unit: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly as_of: string | null;
  readonly period_said: string | null;
  readonly of_period_said: string | null;
  readonly of_start: string | null;
  readonly of_end: string | null;
  readonly speaker: string | null;
  readonly origin: string | null;
  /** The grounds of each choice. */
  readonly why: readonly string[];
}

/** Options of {@linkcode readText}. */
export interface ReadOptions {
  /** The day of publication, `YYYY-MM-DD`: what "last month" is measured from. */
  readonly published?: string | null;
  /** The language of the text; English (`en`) is the one that is known. */
  readonly language?: string;
}

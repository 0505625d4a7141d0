import type { NamedPeriod } from "./period.ts";
import type { TextNumber } from "./number.ts";
import type { Sentence } from "./sentences.ts";
import type { Trend } from "./types.ts";

/** A hedge of a number and the tokens that hold it. */
export interface FoundHedge {
  readonly hedge: string;
  /** First and one after the last token of number and hedge. */
  readonly from: number;
  readonly to: number;
  /** The hedge's own words. */
  readonly words: string | null;
}

/** Which way a number went, and the words that say so. */
export interface FoundTrend {
  readonly trend: Trend;
  /** The token that says it. */
  readonly at: number;
  /** `verb` fell by 3,000; `after` 3,000 more; `noun` a rise of 450. */
  readonly form: "verb" | "after" | "noun";
}

/** What a number counts. */
export interface FoundUnit {
  readonly text: string;
  /** Head noun in lower case. */
  readonly head: string;
  readonly from: number;
  readonly to: number;
  readonly sort: "count" | "time" | "money" | "measure" | "stuff" | "other";
}

/** A number of a text with what stands around it. */
export interface Mention {
  readonly number: TextNumber;
  readonly hedge: FoundHedge;
  readonly trend: FoundTrend | null;
  readonly unit: FoundUnit | null;
  readonly sentence: Sentence;
}

/** A sentence with its periods and numbers. */
export interface ReadSentence extends Sentence {
  readonly periods: readonly NamedPeriod[];
  readonly mentions: readonly Mention[];
}

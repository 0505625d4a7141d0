import { type FoundHedge, hedgeOf } from "./hedging.ts";
import { TIME } from "./english/nouns.ts";
import { findNumbers } from "./find_numbers.ts";
import type { TextNumber } from "./number.ts";
import type { Writing } from "./numeral.ts";
import type { NamedPeriod } from "./period.ts";
import type { CalendarReader } from "./calendar.ts";
import { type Beginning, findPeriods } from "./periods.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Token } from "./token.ts";
import { type FoundTrend, trendOf } from "./trend.ts";
import { type FoundUnit, unitAfter } from "./unit.ts";

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

/** The sentences of a paragraph, with periods and numbers. */
export function readSentences(
  tokens: readonly Token[],
  text: string,
  calendar: CalendarReader,
  writing: Writing,
  beginnings: readonly Beginning[],
): ReadSentence[] {
  return sentencesOf(tokens).map((sentence) => {
    const { from, to } = sentence;
    const periods = findPeriods(tokens, from, to, calendar, beginnings);
    const dated = new Set<number>();
    for (const period of periods) {
      for (let i = period.from; i < period.to; i++) dated.add(i);
    }
    const numbers = findNumbers(
      tokens,
      from,
      to,
      writing,
      (i) => dated.has(i) && !TIME.has(tokens[i + 1]?.lower ?? ""),
    );
    const mentions = numbers.map((number) => ({
      number,
      hedge: hedgeOf(tokens, number, from, to),
      trend: trendOf(tokens, number, from, to),
      unit: unitAfter(tokens, text, number, to),
      sentence,
    }));
    return { from, to, periods, mentions };
  });
}

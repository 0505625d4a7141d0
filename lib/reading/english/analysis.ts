import { isShort } from "./words/short_words.ts";
import type { ReadSentence } from "../mention.ts";
import { hedgeOf } from "./hedging.ts";
import { TIME } from "./words/nouns.ts";
import { findNumbers } from "./numbers/find_numbers.ts";
import type { NamedNumber } from "./numbers/no_quantity.ts";
import type { TextNumber } from "../number.ts";
import type { NamedPeriod } from "../period.ts";
import type { Writing } from "../numeral.ts";
import type { Day } from "../../quantity/date.ts";
import { type Beginning, findPeriods } from "./when/periods.ts";
import { sentencesOf } from "../sentences.ts";
import type { Token } from "../token.ts";
import { trendOf } from "./trend.ts";
import { unitAfter } from "./unit.ts";

/** A unit ends where a period begins: "884 twelve months earlier". */
function unitEnd(
  number: TextNumber,
  periods: readonly NamedPeriod[],
  to: number,
): number {
  const next = periods.find((period) => period.from >= number.to);
  return next ? next.from : to;
}

/** A sentence with the numbers that count nothing. */
export interface EnglishSentence extends ReadSentence {
  readonly named: readonly NamedNumber[];
}

/** The sentences of a paragraph, with periods and numbers. */
export function readSentences(
  tokens: readonly Token[],
  text: string,
  now: Day | null,
  writing: Writing,
  beginnings: readonly Beginning[],
): EnglishSentence[] {
  return sentencesOf(tokens, isShort).map((sentence) => {
    const { from, to } = sentence;
    const periods = findPeriods(tokens, from, to, now, beginnings);
    const dated = new Set<number>();
    for (const period of periods) {
      for (let i = period.from; i < period.to; i++) dated.add(i);
    }
    const { numbers, named } = findNumbers(
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
      unit: unitAfter(tokens, text, number, unitEnd(number, periods, to)),
      sentence,
    }));
    return { from, to, periods, mentions, named };
  });
}

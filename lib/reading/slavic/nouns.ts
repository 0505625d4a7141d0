import type { Token } from "../token.ts";
import { begins, type SlavicWords } from "./words.ts";

/** How verbs end that no noun ends as. */
const VERB = /(ють|уть|ять|ться|тся|ают|яют|уют|лися|лись|лось|лася|лась)$/;

/** Whether a token is a noun that is counted, as far as it shows. */
export function isNoun(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): boolean {
  const token = tokens[i];
  if (!token || token.kind !== "word" || token.lower.length < 3) return false;
  const word = token.lower;
  return !VERB.test(word) && !begins(word, words.states) &&
    !words.closed.has(word) && !words.magnitudes.has(word) &&
    !words.spans.has(word) && !words.money.has(word) &&
    !words.measures.has(word) && !words.percent.has(word) &&
    !words.times.has(word) && !words.hours.has(word);
}

/** How adjectives end that stand between a number and its noun. */
const ADJECTIVE =
  /(их|ых|ий|ый|ой|ні|ові|ські|цькі|ные|ные|ые|ие|ого|его|ими|ыми|ою|ною|ська|ова|ний|ові|еві)$/;

/** Whether a word looks like an adjective or a participle. */
export const isAdjective = (word: string): boolean =>
  word.length > 3 && ADJECTIVE.test(word);

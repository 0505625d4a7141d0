import type { FoundUnit } from "../mention.ts";
import type { TextNumber } from "../number.ts";
import { at, type Token } from "../token.ts";
import { isAdjective, isNoun } from "./nouns.ts";
import { begins, type SlavicWords } from "./words.ts";

const MOST_WORDS = 4;

function sortOf(word: string, words: SlavicWords): FoundUnit["sort"] | null {
  if (words.stuff.has(word)) return "stuff";
  if (words.spans.has(word) || words.hours.has(word)) return "time";
  if (/^(хвилин|секунд|минут|століт|столет|вік|век)/.test(word)) return "time";
  if (/^(хв|сек|мин|с)$/.test(word)) return "time";
  if (words.money.has(word)) return "money";
  return words.measures.has(word) ? "measure" : null;
}

/** The noun after a number: "нових випадків", "км", "тонн зерна". */
export function unitAfter(
  tokens: readonly Token[],
  text: string,
  number: TextNumber,
  end: number,
  words: SlavicWords,
): FoundUnit | null {
  const first = number.to;
  const unit = (to: number, sort: FoundUnit["sort"]): FoundUnit => ({
    text: text.slice(tokens[first]!.start, tokens[to - 1]!.end),
    head: at(tokens, to - 1),
    from: first,
    to,
    sort,
  });
  for (let i = first; i < Math.min(end, first + MOST_WORDS); i++) {
    const token = tokens[i]!;
    if (token.kind !== "word") return null;
    const sort = sortOf(token.lower, words);
    if (sort) return unit(i + 1, sort);
    if (
      !isNoun(tokens, i, words) || begins(token.lower, words.events) &&
        !begins(token.lower, words.people) && !isAdjective(token.lower)
    ) {
      return null;
    }
    const goesOn = isAdjective(token.lower) && isNoun(tokens, i + 1, words) &&
      !begins(token.lower, words.people);
    if (!goesOn) return unit(i + 1, "count");
  }
  return null;
}

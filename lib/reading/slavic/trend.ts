import type { FoundTrend } from "../mention.ts";
import type { TextNumber } from "../number.ts";
import { at, type Token } from "../token.ts";
import type { Trend } from "../types.ts";
import { begins, type SlavicWords } from "./words.ts";

function directionOf(word: string, words: SlavicWords): Trend | null {
  if (word.length < 3) return null;
  if (begins(word, words.up)) return "up";
  return begins(word, words.down) ? "down" : null;
}

/** "На 20 % більше", "вдвічі менше": what stands after the number. */
function after(
  tokens: readonly Token[],
  number: TextNumber,
  end: number,
  by: boolean,
  words: SlavicWords,
): FoundTrend | null {
  for (let i = number.to; i < Math.min(number.to + 4, end); i++) {
    const word = at(tokens, i);
    if (tokens[i]!.kind !== "word") return null;
    const trend = words.more.has(word)
      ? "up"
      : words.less.has(word)
      ? "down"
      : by || number.multiple
      ? directionOf(word, words)
      : null;
    // "300 більше" without "на" is no difference.
    if (trend) {
      return by || number.multiple || number.fraction
        ? { trend, at: i, form: "after" }
        : null;
    }
  }
  return null;
}

/** Which way a number says that something went: "зросла на 20 %". */
export function trendOf(
  tokens: readonly Token[],
  number: TextNumber,
  from: number,
  start: number,
  end: number,
  words: SlavicWords,
): FoundTrend | null {
  if (number.change) return null;
  const by = words.by.has(at(tokens, from - 1));
  const verb = by ? from - 2 : from - 1;
  if (by || number.multiple || number.fraction !== null) {
    for (let i = verb; i >= Math.max(start, verb - 5); i--) {
      if (tokens[i]!.kind !== "word") {
        if (tokens[i]!.text === "," || tokens[i]!.text === ";") break;
        continue;
      }
      const trend = directionOf(at(tokens, i), words);
      if (trend) return { trend, at: i, form: "verb" };
    }
  }
  return after(tokens, number, end, by, words);
}

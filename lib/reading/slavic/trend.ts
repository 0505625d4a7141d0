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

/** "Скарг поменшало на 12 %, звернень — на 9 %": the verb is left out. */
function leftOut(
  tokens: readonly Token[],
  from: number,
  start: number,
  words: SlavicWords,
): FoundTrend | null {
  if (!/^[—–]$/.test(at(tokens, from - 2))) return null;
  for (let i = from - 3; i >= Math.max(start, from - 20); i--) {
    if (/^[;.!?]$/.test(tokens[i]!.text)) return null;
    const trend = directionOf(at(tokens, i), words);
    if (trend) return { trend, at: from - 1, form: "verb" };
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
  const within = number.multiple && /^(у|в|во)$/.test(at(tokens, from - 1));
  const verb = by || within ? from - 2 : from - 1;
  // "Меньше на 6,5 %", "більше у 2,5 раза".
  const word = at(tokens, verb);
  if ((by || within) && verb >= start) {
    const trend = words.more.has(word)
      ? "up"
      : words.less.has(word)
      ? "down"
      : null;
    if (trend) return { trend, at: verb, form: "verb" };
  }
  if (by || number.multiple || number.fraction !== null) {
    for (let i = verb; i >= Math.max(start, verb - 5); i--) {
      if (tokens[i]!.kind !== "word") {
        if (/^[,;.!?]$/.test(tokens[i]!.text)) break;
        continue;
      }
      const trend = directionOf(at(tokens, i), words);
      if (trend) return { trend, at: i, form: "verb" };
    }
  }
  return after(tokens, number, end, by, words) ??
    (by ? leftOut(tokens, from, start, words) : null);
}

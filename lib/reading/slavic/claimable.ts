import { compareDecimals, decimalOf } from "../decimal.ts";
import type { Mention } from "../mention.ts";
import { at, isHyphen, type Token } from "../token.ts";
import { isOfThem } from "./of_them.ts";
import { begins, type SlavicWords } from "./words.ts";

const TEN = decimalOf("10");
const HUNDRED = decimalOf("100");

/** The nearest word before a number that begins with one of some stems. */
function nearBefore(
  tokens: readonly Token[],
  { hedge, sentence }: Mention,
  stems: readonly string[],
  most: number,
): string | null {
  // "Ціни — на 9,5 %": the verb is left out.
  const by = /^(на|до)$/.test(at(tokens, hedge.from - 1)) ? 1 : 0;
  const dash = /^[—–]$/.test(at(tokens, hedge.from - 1 - by)) ? 1 : 0;
  for (
    let i = hedge.from - 1 - by - dash;
    i >= Math.max(sentence.from, hedge.from - most);
    i--
  ) {
    if (/^[,;:—()]$/.test(tokens[i]!.text)) return null;
    const word = at(tokens, i);
    if (word.length > 2 && begins(word, stems)) return word;
  }
  return null;
}

/** Why a number is no claim, or null where it may be one. */
export function whyNot(
  tokens: readonly Token[],
  mention: Mention,
  headed: boolean,
  words: SlavicWords,
): string | null {
  const { number, unit, hedge, trend, sentence } = mention;
  const next = at(tokens, number.to);
  const before = at(tokens, number.from - 1);
  if (number.scale === "points") {
    return "percentage points: a difference of shares, which no kind states";
  }
  if (number.money || unit?.sort === "money") return "money";
  if (number.negative) return "a number below zero counts nothing";
  const price = nearBefore(tokens, mention, words.prices, 6);
  if (number.multiple || number.scale === "percent" || number.fraction) {
    if (price) return `"${price}": a price or pay, no count`;
    const after = [0, 1, 2].map((k) => at(tokens, number.to + k))
      .find((word) => word.length > 2 && begins(word, words.prices));
    if (after) return `"${after}": a price or pay, no count`;
  }
  if (number.multiple || number.scale === "percent" || number.fraction) {
    return null;
  }
  if (isHyphen(next) && tokens[number.to]!.glued) {
    return `part of "${at(tokens, number.to + 1)}"`;
  }
  const aged = nearBefore(tokens, mention, words.age, 3);
  if (aged || begins(unit?.head ?? "", words.age)) return "an age";
  if (
    before === "," && /^[,)]$/.test(next) && tokens[number.from - 2]?.capital &&
    !number.words && compareDecimals(number.value, HUNDRED) < 0
  ) return "an age";
  if (unit?.sort === "time") return "a length of time";
  if (unit?.sort === "measure") return "a size, a distance or a speed";
  if (words.times.has(next)) return "how often, no count of things";
  if (price) return `"${price}": a price or pay, no count`;
  for (let i = hedge.from - 1; i > hedge.from - 4 && i >= sentence.from; i--) {
    if (begins(at(tokens, i), words.samples)) return "the size of a sample";
  }
  if (begins(unit?.head ?? "", words.samples)) return "the size of a sample";
  const small = compareDecimals(number.value, TEN) <= 0 && !number.high &&
    !number.plural;
  const event = () => {
    const far = Math.min(sentence.to, number.to + 5);
    for (let i = Math.max(sentence.from, hedge.from - 6); i < far; i++) {
      const word = at(tokens, i);
      if (word.length > 3 && begins(word, words.events)) return true;
    }
    return false;
  };
  if (small && number.words && !trend) {
    const people = unit && begins(unit.head, words.people);
    if (!people && !event()) return "a small number in words: a detail";
  }
  if (
    small && !trend && hedge.hedge === "bare" &&
    /^(у|в|на|із|с|з)$/.test(before)
  ) return "where or when, a detail";
  if (!unit && !headed && hedge.hedge === "bare" && !trend && !number.change) {
    const big = compareDecimals(number.value, HUNDRED) >= 0;
    if (!big && !event() && !isOfThem(tokens, mention)) {
      return "counts nothing that is named";
    }
  }
  return null;
}

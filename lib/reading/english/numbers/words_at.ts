import { ten, whole } from "../../number_core.ts";
import {
  type Core,
  magnitudeAt,
  magnitudesAt,
  NOTHING,
} from "./number_core.ts";
import {
  type Decimal,
  decimalOf,
  MOST_DIGITS,
  plus,
  times,
} from "../../decimal.ts";
import { PLURALS, SMALL, TENS } from "../words/number_words.ts";
import { at, isHyphen, type Token } from "../../token.ts";

export function halfAfter(tokens: readonly Token[], i: number): boolean {
  return at(tokens, i) === "and" && at(tokens, i + 1) === "a" &&
    at(tokens, i + 2) === "half";
}

/** "Two and a half", "2 and a half million". */
export function half(
  tokens: readonly Token[],
  i: number,
  value: Decimal,
  words: boolean,
): Core {
  const bare = plus(value, decimalOf("0.5"));
  const [magnitude, to] = magnitudesAt(tokens, i + 3);
  return {
    ...NOTHING,
    to,
    value: magnitude ? times(bare, ten(magnitude)) : bare,
    bare,
    magnitude,
    words,
    fine: true,
  };
}

/** A whole number below a hundred in words, and where it ends. */
export function belowHundred(
  tokens: readonly Token[],
  i: number,
): [number, number] | null {
  const word = at(tokens, i);
  const small = SMALL.get(word);
  if (small !== undefined) return [small, i + 1];
  const tens = TENS.get(word);
  if (tens === undefined) return null;
  const dash = isHyphen(at(tokens, i + 1)) ? 1 : 0;
  const more = SMALL.get(at(tokens, i + 1 + dash));
  return more !== undefined && more > 0 && more < 10
    ? [tens + more, i + 2 + dash]
    : [tens, i + 1];
}

export function wordsAt(tokens: readonly Token[], i: number): Core | null {
  const first = belowHundred(tokens, i);
  if (!first) return null;
  let [part, to] = first;
  let sum = decimalOf("0");
  let magnitude = 0;
  for (let turns = 0; turns < 6; turns++) {
    const [power, after] = magnitudesAt(tokens, to);
    if (power) {
      magnitude = power;
      to = after;
      sum = plus(sum, times(whole(part), ten(power)));
      part = 0;
    }
    const and = power && at(tokens, to) === "and" ? 1 : 0;
    const next = power ? belowHundred(tokens, to + and) : null;
    if (!next) break;
    [part, to] = next;
    magnitude = 0;
  }
  if (String(sum.digits).length > MOST_DIGITS) return null;
  const value = plus(sum, whole(part));
  if (halfAfter(tokens, to)) return half(tokens, to, value, true);
  if (at(tokens, to) === "dozen") {
    return {
      ...NOTHING,
      to: to + 1,
      value: times(value, whole(12)),
      bare: value,
      words: true,
    };
  }
  return {
    ...NOTHING,
    to,
    value,
    bare: magnitude ? times(value, ten(-magnitude)) : value,
    magnitude,
    words: true,
  };
}

export const FEW: ReadonlySet<string> = new Set(["several", "few", "many"]);

/** Dozens, tens of thousands, several hundred. */
export function pluralAt(tokens: readonly Token[], i: number): Core | null {
  const word = at(tokens, i);
  const first = PLURALS.get(word);
  const plural = (value: number, to: number): Core => ({
    ...NOTHING,
    to,
    value: whole(value),
    bare: whole(value),
    words: true,
    plural: true,
  });
  if (first !== undefined) {
    const of = at(tokens, i + 1) === "of";
    const second = of ? PLURALS.get(at(tokens, i + 2)) : undefined;
    if (second !== undefined) return plural(first * second, i + 3);
    return (word === "scores" || word === "tens") && !of
      ? null
      : plural(first, i + 1);
  }
  if (!FEW.has(word)) return null;
  const next = at(tokens, i + 1);
  if (next === "dozen") return plural(12, i + 2);
  const power = magnitudeAt(tokens, i + 1);
  return power && next.length > 2 ? plural(10 ** power, i + 2) : null;
}

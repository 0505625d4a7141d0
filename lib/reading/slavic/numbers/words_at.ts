import { decimalOf, fractionText, plus, times } from "../../decimal.ts";
import { at, type Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";
import { type Core, NOTHING, ten, whole } from "../../number_core.ts";
import { magnitudesAt } from "./magnitudes.ts";

/** A number below a thousand in words, and where it ends. */
function belowThousand(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): [number, number] | null {
  let sum = 0;
  let to = i;
  for (const table of [words.hundreds, words.tens, words.small]) {
    const value = table.get(at(tokens, to));
    if (value === undefined) continue;
    // "Сорок одинадцять" is two numbers.
    if (table === words.small && value > 9 && to > i && sum % 100 !== 0) break;
    if (value === 0 && to > i) break;
    sum += value;
    to++;
  }
  return to > i ? [sum, to] : null;
}

/** "Дві тисячі триста п'ять". */
function compound(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  let first = belowThousand(tokens, i, words);
  if (!first) return null;
  let value = decimalOf("0");
  let least = Infinity;
  let bare = whole(first[0]);
  let magnitude = 0;
  let to = first[1];
  while (first) {
    const [power, after]: [number, number] = magnitudesAt(
      tokens,
      first[1],
      words,
    );
    if (power >= least) break;
    value = plus(value, times(whole(first[0]), ten(power)));
    to = after;
    [bare, magnitude, least] = [whole(first[0]), power, power];
    if (power === 0) break;
    first = belowThousand(tokens, after, words);
    // "Дві тисячі 3 …" goes on in words only.
  }
  return { ...NOTHING, to, value, bare, magnitude, words: true };
}

const simple = (to: number, value: number): Core => ({
  ...NOTHING,
  to,
  value: whole(value),
  bare: whole(value),
  words: true,
});

const fraction = (to: number, over: number, under: number): Core => ({
  ...NOTHING,
  to,
  value: fractionText(over, under),
  bare: whole(over),
  fraction: [over, under],
  words: true,
});

/** "Один із п'яти", "two of three": a share of round numbers. */
function oneOf(
  tokens: readonly Token[],
  over: number,
  to: number,
  words: SlavicWords,
): Core | null {
  if (!/^(з|із|зі|из)$/.test(at(tokens, to))) return null;
  const token = tokens[to + 1];
  const under = token?.kind === "number"
    ? /^\d{1,3}$/.test(token.text) ? [Number(token.text), to + 2] : null
    : belowThousand(tokens, to + 1, words);
  if (!under || under[0]! <= over || over < 1) return null;
  const few = under[0]! <= 5 || under[0]! % 10 === 0;
  return few ? fraction(under[1]!, over, under[0]!) : null;
}

/** Halves, thirds, "п'ята частина", "кожен третій", "дві третини". */
export function fractionAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  const word = at(tokens, i);
  if (words.every.has(word)) {
    const under = words.ordinals.get(at(tokens, i + 1));
    const noun = at(tokens, i + 2);
    return under !== undefined && under > 1 && !words.spans.has(noun)
      ? fraction(i + 2, 1, under)
      : null;
  }
  // "Друга половина 2024 року" is a part of the calendar.
  const counted = words.ordinals.has(at(tokens, i - 1)) ||
    words.first.has(at(tokens, i - 1)) || words.past.has(at(tokens, i - 1));
  if (words.half.has(word) && !counted) {
    const power = words.magnitudes.get(at(tokens, i + 1));
    if (power !== undefined) {
      const [all, to] = magnitudesAt(tokens, i + 1, words);
      const bare = decimalOf("0.5");
      return {
        ...NOTHING,
        to,
        value: times(bare, ten(all)),
        bare,
        magnitude: all,
        words: true,
      };
    }
  }
  // "Пів сотні".
  const tens = words.plurals.get(at(tokens, i + 1));
  if (/^(пів|пол)$/.test(word) && tens !== undefined) {
    return simple(i + 2, tens / 2);
  }
  const under = words.fractions.get(word);
  if (under !== undefined && !counted) return fraction(i + 1, 1, under);
  const ordinal = words.ordinals.get(word);
  if (
    ordinal !== undefined && ordinal > 2 && words.part.has(at(tokens, i + 1))
  ) return fraction(i + 2, 1, ordinal);
  return null;
}

/** A number in words: simple, compound, a fraction, one and a half. */
export function wordsAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  const word = at(tokens, i);
  const halves = words.halves.get(word);
  if (halves !== undefined) return simple(i + 1, halves);
  if (words.oneAndHalf.has(word)) {
    const bare = decimalOf("1.5");
    const [power, to] = magnitudesAt(tokens, i + 1, words);
    const tens = power === 0 ? words.plurals.get(at(tokens, i + 1)) : undefined;
    if (tens !== undefined) return simple(i + 2, 1.5 * tens);
    const value = power ? times(bare, ten(power)) : bare;
    return { ...NOTHING, to, value, bare, magnitude: power, words: true };
  }
  const core = compound(tokens, i, words);
  if (!core) return null;
  const value = Number(core.bare.digits);
  if (core.magnitude === 0) {
    const under = words.fractions.get(at(tokens, core.to));
    if (under !== undefined && value < under) {
      return fraction(core.to + 1, value, under);
    }
    // "Два десятки", "п'ять сотень".
    const ones = words.plurals.get(at(tokens, core.to)) ??
      words.ones.get(at(tokens, core.to));
    if (ones !== undefined && ones < 1000) {
      return simple(core.to + 1, value * ones);
    }
    const of = oneOf(tokens, value, core.to, words);
    if (of) return of;
    // "Один" is a pronoun more often than a number.
    if (value === 1) return null;
  }
  return core;
}

/** Whether a hedge that takes a genitive stands before: "більше тисячі". */
function hedged(tokens: readonly Token[], i: number, words: SlavicWords) {
  const before = at(tokens, i - 1);
  return Object.values(words.hedgesBefore).some((phrases) =>
    `|${phrases}|`.includes(`|${before}|`)
  );
}

/** "Десятки", "сотні тисяч", "кілька сотень"; "сотня" and "понад тисячу". */
export function pluralAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  const few = words.few.has(at(tokens, i));
  const first = few ? i + 1 : i;
  const word = at(tokens, first);
  if (few && !words.plurals.has(word)) return null;
  const one = words.ones.get(word);
  const either = words.eitherNumber.has(word) && !few &&
    hedged(tokens, first, words);
  if (!few && (one !== undefined || either)) {
    return simple(first + 1, one ?? words.plurals.get(word)!);
  }
  const value = words.plurals.get(word);
  if (value === undefined) return null;
  const [power, to] = value < 1000
    ? magnitudesAt(tokens, first + 1, words)
    : [0, first + 1];
  const size = times(whole(value), ten(power));
  return { ...NOTHING, to, value: size, bare: size, words: true, plural: true };
}

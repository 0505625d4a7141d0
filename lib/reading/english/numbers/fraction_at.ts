import { ten, whole } from "../../number_core.ts";
import { type Core, magnitudesAt, NOTHING } from "./number_core.ts";
import { fractionText, times } from "../../decimal.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import { MEASURES, TIME } from "../words/nouns.ts";
import { FRACTIONS, MAGNITUDES, SMALL } from "../words/number_words.ts";
import { at, isHyphen, type Token } from "../../token.ts";
import { belowHundred } from "./words_at.ts";

const AFTER_FRACTION: ReadonlySet<string> = new Set(
  ("of more fewer less higher lower in are were have had has is was said say " +
    "the , . ; ) — – since from to compared on this last over during after " +
    "within and by with who that which as").split(" "),
);
const NOT_HALF_BEFORE: ReadonlySet<string> = new Set(
  ("first second last other this that each next opening final latter time " +
    "the former either previous top bottom better one's your my per every " +
    "other's northern southern eastern western").split(" "),
);
const HALF_AFTER: ReadonlySet<string> = new Set(
  ("of the a as their its his her our those all these them what that to my " +
    ". , ; ) said say are were have had since from by").split(" "),
);

export function fractionAt(tokens: readonly Token[], i: number): Core | null {
  const fraction = (
    over: number,
    under: number,
    to: number,
    multiple = false,
  ): Core => ({
    ...NOTHING,
    to,
    value: fractionText(over, under),
    bare: whole(over),
    fraction: [over, under],
    words: true,
    multiple,
  });
  /** "Of a million" after a fraction. */
  const ofMagnitude = (over: number, under: number, to: number) => {
    const of = at(tokens, to) === "of" ? to + 1 : to;
    if (at(tokens, of) !== "a" && of !== to) return null;
    const start = at(tokens, of) === "a" ? of + 1 : of;
    if (at(tokens, start) === "dozen") {
      const value = whole(12 * over / under);
      return { ...NOTHING, to: start + 1, value, bare: value, words: true };
    }
    const [power, after] = magnitudesAt(tokens, start);
    if (!power || after === to) return null;
    const bare = fractionText(over, under);
    const value = times(bare, ten(power));
    return {
      ...NOTHING,
      to: after,
      value,
      bare,
      magnitude: power,
      words: true,
    };
  };
  const word = at(tokens, i);
  const next = at(tokens, i + 1);
  if (word === "half") {
    const magnitude = ofMagnitude(1, 2, i + 1);
    if (magnitude) return magnitude;
    const [a, b] = [next, at(tokens, i + 2)];
    if (NOT_HALF_BEFORE.has(at(tokens, i - 1)) || isHyphen(a)) return null;
    if (a === "as") return fraction(1, 2, i + 1, true);
    if (/^(truth|battle|story|way|price|job)$/.test(b)) return null;
    if ((a === "a" || a === "an") && !MAGNITUDES.has(b)) return null;
    return a === "" || HALF_AFTER.has(a) ? fraction(1, 2, i + 1) : null;
  }
  if (word === "every") {
    const under = next === "second" ? 2 : FRACTIONS.get(next);
    const noun = tokens[i + 2];
    return under !== undefined && !next.endsWith("s") && next !== "half" &&
        next !== "quarter" && noun?.kind === "word" &&
        !TIME.has(noun.lower) && !isClosed(noun.lower)
      ? fraction(1, under, i + 2)
      : null;
  }
  const article = word === "a" || word === "an" || word === "one";
  const over = article ? 1 : SMALL.get(word);
  if (over === undefined || over === 0) return null;
  const dash = isHyphen(next) ? 1 : 0;
  const name = at(tokens, i + 1 + dash);
  const under = FRACTIONS.get(name);
  if (under === undefined || under === 2 && !article) return null;
  const to = i + 2 + dash;
  const magnitude = ofMagnitude(over, under, to);
  if (magnitude) return magnitude;
  const after = at(tokens, to);
  if (isHyphen(after) || after === "century") return null;
  if (name.endsWith("s") && name !== "halves") {
    return over < under ? fraction(over, under, to) : null;
  }
  if (over !== 1 || word === "a" && name === "half") return null;
  return after === "" || AFTER_FRACTION.has(after)
    ? fraction(1, under, to)
    : null;
}

/** One in five, three out of ten. */
export function oneInAt(tokens: readonly Token[], i: number): Core | null {
  const number = (place: number): [number, number] | null => {
    const token = tokens[place];
    if (token?.kind === "number" && /^[\d,]{1,7}$/.test(token.text)) {
      return [Number(token.text.replaceAll(",", "")), place + 1];
    }
    return belowHundred(tokens, place);
  };
  const over = number(i);
  if (!over) return null;
  const [count] = over;
  // "One child in three".
  const thing = tokens[over[1]];
  const noun = thing?.kind === "word" && at(tokens, over[1] + 1) === "in" &&
    !thing.capital && !isClosed(thing.lower) && !TIME.has(thing.lower) &&
    !MAGNITUDES.has(thing.lower) && count === 1;
  const to = noun ? over[1] + 1 : over[1];
  const every = at(tokens, to) === "in" || at(tokens, to) === "of"
    ? to + 1
    : at(tokens, to) === "out" && at(tokens, to + 1) === "of"
    ? to + 2
    : to;
  if (every === to || at(tokens, to) === "of") return null;
  const under = number(every + (at(tokens, every) === "every" ? 1 : 0));
  if (!under) return null;
  const [whole_, after] = under;
  const round = whole_ <= 100 || whole_ % 100 === 0 && whole_ <= 100_000;
  const next = at(tokens, after);
  if (
    count < 1 || count >= whole_ || !round || TIME.has(next) || next === "%" ||
    MEASURES.has(next) || MAGNITUDES.has(next) || next === ":" ||
    whole_ >= 1900 && whole_ < 2100 ||
    count > 1 && whole_ > 20 && whole_ % 10 !== 0
  ) return null;
  if (count > 1 && at(tokens, to) === "in" && isCounted(tokens[after])) {
    // "3 in 10 voters" is a share, "3 in 12 villages" a place.
    if (whole_ !== 3 && whole_ !== 4 && whole_ !== 5 && whole_ % 10 !== 0) {
      return null;
    }
  }
  return {
    ...NOTHING,
    to: after,
    value: fractionText(count, whole_),
    bare: whole(count),
    fraction: [count, whole_],
    words: tokens[i]!.kind === "word",
  };
}

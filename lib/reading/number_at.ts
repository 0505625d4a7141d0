import {
  type Decimal,
  decimalOf,
  fractionText,
  MOST_DIGITS,
  plus,
  times,
  toNumber,
} from "./decimal.ts";
import { MEASURES, MONEY, PEOPLE, STUFF, TIME } from "./english/nouns.ts";
import {
  FRACTIONS,
  LETTER_MAGNITUDES,
  MAGNITUDES,
  MULTIPLES,
  PLURALS,
  SIGN_FRACTIONS,
  SMALL,
  TENS,
} from "./english/number_words.ts";
import { isClosed, isCounted } from "./english/closed_words.ts";
import { readNumeral, type Writing } from "./numeral.ts";
import type { Token } from "./token.ts";

/** The core of a number: its value without money, percent and hedge. */
export interface Core {
  readonly to: number;
  readonly value: Decimal;
  /** Its digits without a magnitude word, to share one: 10 and 12 thousand. */
  readonly bare: Decimal;
  readonly magnitude: number;
  readonly fraction: readonly [number, number] | null;
  readonly plural: boolean;
  readonly words: boolean;
  readonly multiple: boolean;
  readonly fine: boolean;
  readonly article: boolean;
}

const NOTHING = {
  magnitude: 0,
  fraction: null,
  plural: false,
  words: false,
  multiple: false,
  fine: false,
  article: false,
} as const;

const ten = (power: number): Decimal => ({ digits: 1n, exponent: power });
const whole = (value: number): Decimal => decimalOf(String(value));
const at = (tokens: readonly Token[], i: number): string =>
  tokens[i]?.lower ?? "";
const isHyphen = (text: string) => text === "-" || text === "‑";

const LENGTH_AFTER: ReadonlySet<string> = new Set(
  "long tall wide high deep away above below from race swim sprint hurdles radius off apart across"
    .split(" "),
);

/** Whether an m that touches a number means metres. */
function isMetre(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.text === "M") return false;
  const before = at(tokens, i - 2);
  if (MONEY.has(before) || /[$£€¥₴₽₹₩₪]/.test(before)) return false;
  if ((tokens[i - 1]!.text.match(/^\d{4,}$/)) !== null) return true;
  const next = at(tokens, i + 1);
  if (LENGTH_AFTER.has(next) || isHyphen(next)) return true;
  if (next === "(") return tokens[i + 2]?.kind === "number";
  if (before === "a" || before === "an" || before === "the") {
    return !isCounted(tokens[i + 1]);
  }
  return false;
}

/** The power of ten of a magnitude word at a token, 0 where there is none. */
function magnitudeAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (!token || token.kind !== "word") return 0;
  const power = MAGNITUDES.get(token.lower);
  if (power === undefined) return 0;
  if (LETTER_MAGNITUDES.has(token.lower)) {
    if (!token.glued || token.lower === "m" && isMetre(tokens, i)) return 0;
    if (token.text === "K" || token.text === "b") return 0;
  }
  return power;
}

/** Magnitude words from a token on: "hundred thousand". */
function magnitudesAt(tokens: readonly Token[], i: number): [number, number] {
  let power = 0;
  let to = i;
  while (power < 18) {
    const dash = isHyphen(at(tokens, to)) && tokens[to]!.glued ? 1 : 0;
    const more = magnitudeAt(tokens, to + dash);
    if (!more) break;
    power += more;
    to += dash + 1;
  }
  return [power, to];
}

/** Whether what stands after a number is counted (true) or measured (false). */
function besides(tokens: readonly Token[], i: number): boolean | null {
  const next = tokens[i];
  if (!next) return null;
  if (next.kind === "mark") return next.text === "%" ? false : null;
  if (next.kind !== "word") return null;
  const word = next.lower;
  if (
    MAGNITUDES.has(word) || word === "percent" || word === "per" ||
    word === "pc" || word === "times" || next.glued || MONEY.has(word) ||
    MEASURES.has(word) && word !== "in" && !PEOPLE.has(word) ||
    STUFF.has(word) || TIME.has(word)
  ) return false;
  const noun = isCounted(next) ||
    !isClosed(word) && isCounted(tokens[i + 1]);
  return noun ? true : null;
}

function halfAfter(tokens: readonly Token[], i: number): boolean {
  return at(tokens, i) === "and" && at(tokens, i + 1) === "a" &&
    at(tokens, i + 2) === "half";
}

function digitsAt(
  tokens: readonly Token[],
  i: number,
  writing: Writing,
): Core | null {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  const money = before !== undefined && /^[$£€¥₴₽₹]$/.test(before.text);
  const numeral = readNumeral(
    token.text,
    writing,
    money ? false : besides(tokens, i + 1),
  );
  if (!numeral) return null;
  const bare = numeral.value;
  const slash = at(tokens, i + 1);
  const under = tokens[i + 2];
  if ((slash === "/" || slash === "⁄") && under?.kind === "number") {
    const [over, below] = [toNumber(bare), Number(under.text)];
    const fits = Number.isInteger(over) && over > 0 && over < below &&
      below <= 1000 && at(tokens, i + 3) !== "/" && at(tokens, i - 1) !== "/";
    if (!fits) return null;
    return {
      ...NOTHING,
      to: i + 3,
      value: fractionText(over, below),
      bare,
      fraction: [over, below],
    };
  }
  const sign = SIGN_FRACTIONS.get(slash);
  if (sign && tokens[i + 1]!.glued) {
    const value = plus(bare, decimalOf(String(sign[0] / sign[1]).slice(0, 6)));
    return { ...NOTHING, to: i + 2, value, bare };
  }
  if (halfAfter(tokens, i + 1)) return half(tokens, i + 1, bare, false);
  const [magnitude, to] = magnitudesAt(tokens, i + 1);
  if (magnitude) {
    return {
      ...NOTHING,
      to,
      value: times(bare, ten(magnitude)),
      bare,
      magnitude,
      fine: numeral.places > 0,
    };
  }
  // 1.99×10−30.
  if (at(tokens, i + 1) === "×" && at(tokens, i + 2) === "10") {
    const minus = /^[-−–]$/.test(at(tokens, i + 3));
    const power = tokens[i + 3 + (minus ? 1 : 0)];
    if (power?.kind === "number" && power.glued && power.text.length < 3) {
      const exponent = Number(power.text) * (minus ? -1 : 1);
      return {
        ...NOTHING,
        to: i + 4 + (minus ? 1 : 0),
        value: times(bare, ten(exponent)),
        bare,
        fine: true,
      };
    }
  }
  return {
    ...NOTHING,
    to: i + 1,
    value: bare,
    bare,
    fine: numeral.places > 0,
  };
}

/** "Two and a half", "2 and a half million". */
function half(
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
function belowHundred(
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

function wordsAt(tokens: readonly Token[], i: number): Core | null {
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

const FEW: ReadonlySet<string> = new Set(["several", "few", "many"]);

/** Dozens, tens of thousands, several hundred. */
function pluralAt(tokens: readonly Token[], i: number): Core | null {
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

function fractionAt(tokens: readonly Token[], i: number): Core | null {
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
function oneInAt(tokens: readonly Token[], i: number): Core | null {
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

const TWICE_AFTER: ReadonlySet<string> = new Set(
  ("as the that what its their more this those his her higher larger bigger " +
    "last").split(" "),
);
const DOUBLE_AFTER: ReadonlySet<string> = new Set(
  "the that to in since from over its their what last this compared , .".split(
    " ",
  ),
);

function multipleAt(tokens: readonly Token[], i: number): Core | null {
  const word = at(tokens, i);
  const value = MULTIPLES.get(word);
  if (value === undefined) return null;
  const next = at(tokens, i + 1);
  if (word === "twice" || word === "thrice") {
    const then = tokens[i + 2];
    if (!TWICE_AFTER.has(next)) return null;
    if (
      next === "as" &&
      (then?.capital ||
        isClosed(then?.lower ?? "") && !/^(many|much)$/.test(then!.lower))
    ) return null;
  } else if (word === "halves") return null;
  else if (/^(double|triple|treble|quadruple)$/.test(word)) {
    if (!DOUBLE_AFTER.has(next) || next === "." || next === ",") return null;
  }
  return {
    ...NOTHING,
    to: i + 1,
    value: decimalOf(String(value)),
    bare: decimalOf("1"),
    words: true,
    multiple: true,
    fraction: value === 0.5 ? [1, 2] : null,
  };
}

const TIMES_AFTER: ReadonlySet<string> = new Set(
  ("as more higher larger bigger greater the that what its their fewer less " +
    "lower over those smaller faster last compared since from").split(" "),
);

/** "3 times as many", "10-fold". */
function multiplied(tokens: readonly Token[], core: Core): Core {
  const dash = isHyphen(at(tokens, core.to)) ? 1 : 0;
  const word = at(tokens, core.to + dash);
  if (word === "fold") {
    return { ...core, to: core.to + dash + 1, multiple: true };
  }
  if (word !== "times" || dash) return core;
  const fine = core.value.exponent < 0;
  const multiple = fine || TIMES_AFTER.has(at(tokens, core.to + 1));
  return multiple ? { ...core, to: core.to + 1, multiple: true } : core;
}

/** "A million", "a hundred thousand", "a dozen". */
function articleAt(tokens: readonly Token[], i: number): Core | null {
  if (at(tokens, i + 1) === "dozen") {
    return {
      ...NOTHING,
      to: i + 2,
      value: whole(12),
      bare: whole(12),
      words: true,
    };
  }
  if ((tokens[i + 1]?.lower.length ?? 0) < 3) return null;
  const [magnitude, to] = magnitudesAt(tokens, i + 1);
  return magnitude
    ? {
      ...NOTHING,
      to,
      value: ten(magnitude),
      bare: whole(1),
      magnitude,
      words: true,
      article: true,
    }
    : null;
}

/** The number that begins at a token, if one does. */
export function numberAt(
  tokens: readonly Token[],
  i: number,
  writing: Writing,
): Core | null {
  const token = tokens[i]!;
  if (token.kind === "mark") {
    const sign = SIGN_FRACTIONS.get(token.text);
    return sign
      ? {
        ...NOTHING,
        to: i + 1,
        value: fractionText(...sign),
        bare: whole(sign[0]),
        fraction: sign,
      }
      : null;
  }
  if (token.kind === "number") {
    const core = oneInAt(tokens, i) ?? digitsAt(tokens, i, writing);
    return core && multiplied(tokens, core);
  }
  const word = token.lower;
  if (word === "a" || word === "an") {
    const few = at(tokens, i + 1) === "few" ? pluralAt(tokens, i + 1) : null;
    return few ?? articleAt(tokens, i) ?? fractionAt(tokens, i);
  }
  if (SMALL.has(word) || TENS.has(word)) {
    const core = oneInAt(tokens, i) ?? fractionAt(tokens, i) ??
      wordsAt(tokens, i);
    return core && multiplied(tokens, core);
  }
  if (word === "half" || word === "every") return fractionAt(tokens, i);
  if (word === "none") {
    return /^(of)$/.test(at(tokens, i + 1)) &&
        /^(the|those|them|these|its|their|his|her|our|us)$/.test(
          at(tokens, i + 2),
        )
      ? { ...NOTHING, to: i + 1, value: whole(0), bare: whole(0), words: true }
      : null;
  }
  if (MULTIPLES.has(word)) return multipleAt(tokens, i);
  return pluralAt(tokens, i);
}

/** Words that a number in words may begin with. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ..."a an half every none".split(" "),
  ...SMALL.keys(),
  ...TENS.keys(),
  ...PLURALS.keys(),
  ...MULTIPLES.keys(),
  ...FEW,
]);

/** Whether a number may begin at a token: the others are passed over at once. */
export function mayBegin(token: Token): boolean {
  if (token.kind === "word") return FIRST_WORDS.has(token.lower);
  return token.kind === "number" || SIGN_FRACTIONS.has(token.text);
}

import { ten, whole } from "../../number_core.ts";
import { type Core, magnitudesAt, NOTHING } from "./number_core.ts";
import {
  decimalOf,
  fractionText,
  plus,
  times,
  toNumber,
} from "../../decimal.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import { MEASURES, MONEY, PEOPLE, STUFF, TIME } from "../words/nouns.ts";
import {
  MAGNITUDES,
  MULTIPLES,
  PLURALS,
  SIGN_FRACTIONS,
  SMALL,
  TENS,
} from "../words/number_words.ts";
import { fractionAt, oneInAt } from "./fraction_at.ts";
import { readNumeral, type Writing } from "../../numeral.ts";
import { at, isHyphen, type Token } from "../../token.ts";
import { FEW, half, halfAfter, pluralAt, wordsAt } from "./words_at.ts";

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

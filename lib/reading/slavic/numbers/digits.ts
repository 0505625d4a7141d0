import { type Decimal, fractionText, plus, times } from "../../decimal.ts";
import { decimalOf } from "../../decimal.ts";
import { readNumeral, type Writing } from "../../numeral.ts";
import { at, type Token } from "../../token.ts";
import { isNoun } from "../nouns.ts";
import type { SlavicWords } from "../words.ts";
import { magnitudesAt } from "./magnitudes.ts";
import { type Core, NOTHING, ten } from "../../number_core.ts";

/** A point between groups of three is one of thousands: 4.690. */
const WRITING: Writing = { pointGroups: true, withCommas: new Set() };

/** Digits of a token: one comma divides, unless what follows is counted. */
function valueOf(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): { value: Decimal; fine: boolean } | null {
  const { text } = tokens[i]!;
  const comma = /^(\d{1,24}),(\d{1,6})$/.exec(text);
  const groups = comma && comma[2]!.length === 3 && comma[1] !== "0" &&
    comma[1]!.length <= 3 && isNoun(tokens, i + 1, words);
  if (comma && !groups) {
    return { value: decimalOf(`${comma[1]}.${comma[2]}`), fine: true };
  }
  const read = readNumeral(text, WRITING, null);
  return read && { value: read.value, fine: read.places > 0 };
}

/** A number in digits, with its magnitude word: 2,3 млн. */
export function digitsAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  const read = valueOf(tokens, i, words);
  if (!read) return null;
  let { value: bare, fine } = read;
  const under = tokens[i + 2];
  if (at(tokens, i + 1) === "/" && under?.kind === "number") {
    const [over, below] = [Number(tokens[i]!.text), Number(under.text)];
    return over > 0 && over < below && below <= 10
      ? {
        ...NOTHING,
        to: i + 3,
        value: fractionText(over, below),
        bare,
        fraction: [over, below],
      }
      : null;
  }
  let to = i + 1;
  // "2 з половиною тисячі".
  if (
    words.from.has(at(tokens, to)) &&
    /^половино[юй]$/.test(at(tokens, to + 1))
  ) [bare, fine, to] = [plus(bare, decimalOf("0.5")), true, to + 2];
  const [magnitude, after] = magnitudesAt(tokens, to, words);
  return {
    ...NOTHING,
    to: after,
    value: magnitude ? times(bare, ten(magnitude)) : bare,
    bare,
    magnitude,
    fine,
  };
}

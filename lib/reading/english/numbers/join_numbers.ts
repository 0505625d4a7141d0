import type { Core } from "./number_core.ts";
import {
  compareDecimals,
  type Decimal,
  times,
  toNumber,
} from "../../decimal.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import { MEASURES, MONEY, STUFF, TIME } from "../words/nouns.ts";
import { DOWN, UP } from "../words/trend_words.ts";
import type { TextNumber } from "../../number.ts";
import { at, DASHES, type Token } from "../../token.ts";

/** A number with its money and percent. */
export interface Single extends TextNumber {
  readonly core: Core;
}

/** A number without its core. */
export const plainOf = ({ core: _core, ...number }: Single): TextNumber =>
  number;

/** Shares a magnitude, percent or money that only the second number has. */
function shared(first: Single, second: Single): [Decimal, Single] {
  const power = second.core.magnitude;
  const shares = power > 0 && first.core.magnitude === 0 && !first.plural &&
    !first.fraction && first.scale === null &&
    compareDecimals(first.core.bare, { digits: 1000n, exponent: 0 }) < 0 &&
    compareDecimals(first.core.bare, second.core.bare) < 0;
  const value = shares
    ? times(first.value, { digits: 1n, exponent: power })
    : first.value;
  return [value, first];
}

/** The unit between two numbers of a range: "252 miles to 287 miles". */
function ownUnit(tokens: readonly Token[], to: number): number {
  const dash = DASHES.has(at(tokens, to)) && tokens[to]!.glued ? 1 : 0;
  const word = tokens[to + dash];
  if (!word || word.kind !== "word" || isClosed(word.lower)) return to;
  // "Two F-16s": a name, no unit.
  if (word.capital && !word.glued) return to;
  const known = isCounted(word) || MEASURES.has(word.lower) ||
    MONEY.has(word.lower) || TIME.has(word.lower) || STUFF.has(word.lower);
  return known ? to + dash + 1 : to;
}

function changes(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(0, from - 8); i < from; i++) {
    const word = at(tokens, i);
    if (/^[.;:!?]$/.test(word) && !tokens[i]!.glued) return false;
    if (
      UP.has(word) && word !== "up" || DOWN.has(word) ||
      /^(up|went|goes|moved|changed|revised|corrected|updated|turned|passed|switched|swung|rise)$/
        .test(word)
    ) return at(tokens, i + 1) !== "to" || i + 1 < from;
  }
  const after = at(tokens, to);
  return after === "increase" || after === "rise";
}

export function join(
  tokens: readonly Token[],
  first: Single,
  second: Single,
  start: number,
): TextNumber[] | "score" | null {
  if (first.plural !== second.plural || first.multiple) return null;
  const unit = ownUnit(tokens, first.to);
  const gap = unit === second.from - 1 || unit === second.from - 2 &&
      at(tokens, unit + 1) !== "," && /^(to|and|or)$/.test(at(tokens, unit))
    ? unit
    : first.to === second.from - 1
    ? first.to
    : -1;
  if (gap < 0) {
    return null;
  }
  const word = at(tokens, gap);
  const extra = second.from - 1 - gap;
  if (
    extra === 1 &&
    !/^(about|around|nearly|almost|-|another|perhaps|just|maybe|even)$/.test(
      at(tokens, gap + 1),
    )
  ) {
    return null;
  }
  const before = at(tokens, first.from - 1);
  const [value] = shared(first, second);
  const rises = compareDecimals(value, second.value) < 0;
  const asRange = (): TextNumber[] => [{
    ...plainOf(second),
    from: first.from,
    value,
    high: second.value,
    money: first.money || second.money,
    scale: second.scale ?? first.scale,
    words: first.words && second.words,
    fine: first.fine || second.fine,
    fraction: null,
    negative: first.negative,
  }];
  if (DASHES.has(word)) {
    const glued = tokens[gap]!.glued || gap !== first.to;
    const apart = !tokens[gap]!.glued && tokens[gap + 1] &&
      !tokens[gap + 1]!.glued;
    if (second.negative && tokens[gap] === tokens[second.from]) return null;
    if (!rises) {
      return glued && first.to === gap && !first.core.words &&
          toNumber(value) < 200 && first.scale === null && !first.money
        ? "score"
        : null;
    }
    const noun = isCounted(tokens[second.to]) || second.scale || second.money ||
      MEASURES.has(at(tokens, second.to)) || TIME.has(at(tokens, second.to)) ||
      DASHES.has(at(tokens, second.to)) || tokens[second.to]?.kind === "word";
    if (
      !apart && !noun && toNumber(second.value) < 30 && first.to === gap &&
      !first.core.words && /^\d+$/.test(tokens[first.from]!.text) &&
      tokens[first.from - 1]?.capital
    ) {
      return "score";
    }
    return asRange();
  }
  if (word === "and") return before === "between" && rises ? asRange() : null;
  if (word === "or") {
    const small = toNumber(second.value) <= 20 ||
      first.to === gap && rises && second.core.magnitude > 0;
    return rises && small && gap === first.to && first.scale === null &&
        !first.money
      ? asRange()
      : null;
  }
  if (word !== "to" && word !== "through") return null;
  const same = (first.scale === null || first.scale === second.scale) &&
    (!first.money || second.money);
  if (
    before === "from" ||
    at(tokens, first.from - 2) === "from" && before !== "up"
  ) {
    if (before !== "the" && changes(tokens, first.from - 1, second.to)) {
      return [
        {
          ...plainOf(first),
          value,
          change: "from",
          scale: first.scale ?? second.scale,
          money: first.money || second.money,
        },
        { ...plainOf(second), change: "to" },
      ];
    }
    return rises && same ? asRange() : null;
  }
  const moved = moves(tokens, first.from, start);
  if (
    moved &&
    (gap !== first.to || first.scale !== null || first.money ||
      second.scale === null && !isNear(first, second))
  ) return null;
  return rises && same ? asRange() : null;
}

/** Digits of a number without the zeros at its end. */
const significant = ({ value }: TextNumber): string =>
  String(value.digits).replace(/0+$/, "");

/** "By 200 to 300" is a range; "by 28,400 to 3.02 million" a change to a level. */
function isNear(first: Single, second: Single): boolean {
  const [low, high] = [toNumber(first.value), toNumber(second.value)];
  return high <= 2 * low && significant(first).length <= 2 &&
    significant(second).length <= 2;
}

/** Whether a word of change stands right before a number: "rose 8 % to 3". */
function moves(tokens: readonly Token[], from: number, start: number): boolean {
  for (let i = from - 1; i >= Math.max(start, from - 3); i--) {
    const word = at(tokens, i);
    if (UP.has(word) || DOWN.has(word)) return true;
    if (!isClosed(word)) return false;
  }
  return false;
}

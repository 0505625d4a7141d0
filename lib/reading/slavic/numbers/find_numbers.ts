import { compareDecimals, times } from "../../decimal.ts";
import type { TextNumber } from "../../number.ts";
import { at, DASHES, type Token } from "../../token.ts";
import { begins, type SlavicWords } from "../words.ts";
import { type Core, ten } from "../../number_core.ts";
import { isNoQuantity } from "./no_quantity.ts";
import { firstWords, numberAt } from "./number_at.ts";

const SIGNS: ReadonlySet<string> = new Set([..."$£€¥₴₽₹"]);

interface Single extends TextNumber {
  readonly core: Core;
}

const plain = ({ core: _core, ...number }: Single): TextNumber => number;

/** The scale after a number: percent, percentage points or none. */
function scaleAfter(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): [TextNumber["scale"], number] {
  // "П. п.", "п.п.".
  if (
    at(tokens, i) === "п" && at(tokens, i + 1) === "." &&
    at(tokens, i + 2) === "п"
  ) return ["points", at(tokens, i + 3) === "." ? i + 4 : i + 3];
  if (words.percentage.has(at(tokens, i))) {
    return words.points.has(at(tokens, i + 1)) ? ["points", i + 2] : [null, i];
  }
  return words.percent.has(at(tokens, i)) ? ["percent", i + 1] : [null, i];
}

function singleAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Single | null {
  const core = numberAt(tokens, i, words);
  if (!core || isNoQuantity(tokens, i, core, words)) return null;
  const sign = SIGNS.has(at(tokens, i - 1)) ? 1 : 0;
  let from = i - sign;
  const mark = tokens[from - 1];
  const negative = mark !== undefined && (/^(мінус|минус)$/.test(mark.lower) ||
    /^[-−–]$/.test(mark.text) && tokens[from]!.glued && !mark.glued);
  if (negative) from--;
  const [scale, to] = scaleAfter(tokens, core.to, words);
  const after = SIGNS.has(at(tokens, to)) ? 1 : 0;
  return {
    from,
    to: to + after,
    value: core.value,
    high: null,
    fraction: core.fraction,
    plural: core.plural,
    words: core.words,
    scale,
    money: sign + after > 0 || words.money.has(at(tokens, to)),
    multiple: core.multiple,
    negative,
    fine: core.fine,
    change: null,
    article: false,
    core,
  };
}

/** Whether a word of change stands near before a range. */
function changes(
  tokens: readonly Token[],
  from: number,
  words: SlavicWords,
): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 8); i--) {
    const { lower, kind } = tokens[i]!;
    if (kind === "mark" && lower !== "—") return false;
    if (begins(lower, words.up) || begins(lower, words.down)) return true;
  }
  return false;
}

/** Two numbers as a range or as a change, or nothing. */
function join(
  tokens: readonly Token[],
  first: Single,
  second: Single,
  words: SlavicWords,
): TextNumber[] | null {
  if (first.multiple || first.plural !== second.plural) return null;
  let gap = first.to;
  // "Від 100 осіб до 200".
  const opened = words.from.has(at(tokens, first.from - 1));
  if (gap === second.from - 2 && opened && tokens[gap]!.kind === "word") gap++;
  if (gap !== second.from - 1) return null;
  const word = at(tokens, gap);
  const shares = second.core.magnitude > 0 && first.core.magnitude === 0 &&
    first.scale === null &&
    compareDecimals(first.core.bare, { digits: 1000n, exponent: 0 }) < 0;
  const value = shares
    ? times(first.value, ten(second.core.magnitude))
    : first.value;
  const rises = compareDecimals(value, second.value) < 0;
  const range = (): TextNumber[] => [{
    ...plain(second),
    from: first.from,
    value,
    high: second.value,
    money: first.money || second.money,
    scale: second.scale ?? first.scale,
    words: first.words && second.words,
    fine: first.fine || second.fine,
    fraction: null,
  }];
  if (words.to.has(word) && opened) {
    if (changes(tokens, first.from - 1, words)) {
      return [
        {
          ...plain(first),
          value,
          change: "from",
          scale: first.scale ?? second.scale,
          money: first.money || second.money,
        },
        { ...plain(second), change: "to" },
      ];
    }
    return rises ? range() : null;
  }
  if (!rises) return null;
  if (DASHES.has(word)) return second.negative ? null : range();
  if (words.and.has(word)) {
    return words.between.has(at(tokens, first.from - 1)) ? range() : null;
  }
  return null;
}

/** All the numbers of a sentence: ranges joined, dates and names left out. */
export function findNumbers(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: SlavicWords,
  taken: (i: number) => boolean,
): TextNumber[] {
  const first = firstWords(words);
  const singles: Single[] = [];
  for (let i = from; i < to;) {
    const { kind, lower } = tokens[i]!;
    const may = kind === "number" || kind === "word" && first.has(lower);
    const single = may && !taken(i) ? singleAt(tokens, i, words) : null;
    if (single && single.core.to <= to && !taken(single.core.to - 1)) {
      singles.push(single);
      i = Math.max(i + 1, single.to);
    } else i++;
  }
  const found: TextNumber[] = [];
  for (let k = 0; k < singles.length; k++) {
    const next = singles[k + 1];
    const joined = next && join(tokens, singles[k]!, next, words);
    if (joined) {
      found.push(...joined);
      k++;
    } else found.push(plain(singles[k]!));
  }
  return found;
}

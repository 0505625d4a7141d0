import { CURRENCY_SIGNS, MONEY } from "../words/nouns.ts";
import { join, plainOf, type Single } from "./join_numbers.ts";
import type { Taken } from "./clock.ts";
import { type NamedNumber, whyNoQuantity } from "./no_quantity.ts";
import { percentAfter } from "./percent.ts";
import { isPronoun } from "./pronoun.ts";
import type { TextNumber } from "../../number.ts";
import { mayBegin, numberAt } from "./number_at.ts";
import type { Writing } from "../../numeral.ts";
import { at, DASHES, type Token } from "../../token.ts";

const MINUS: ReadonlySet<string> = new Set(["-", "−", "–"]);

function moneyBefore(tokens: readonly Token[], i: number): number {
  let from = i;
  if (at(tokens, from - 1) === "=" && MONEY.has(at(tokens, from - 2))) {
    return from - 2;
  }
  if (at(tokens, from - 1) === "=" && at(tokens, from - 2) === "y") {
    return from - 2;
  }
  const sign = CURRENCY_SIGNS.has(at(tokens, from - 1)) ? 1 : 0;
  from -= sign;
  const code = tokens[from - 1];
  const isCode = code?.kind === "word" &&
    (code.text === code.text.toUpperCase() || code.text === "Rs") &&
    (code.text === "Rs" || MONEY.has(code.lower) ||
      sign > 0 && code.text.length <= 3);
  if (isCode && (sign || code.lower.length > 1)) {
    from--;
    if (CURRENCY_SIGNS.has(at(tokens, from - 1)) && tokens[from]!.glued) from--;
  }
  return from;
}

function singleAt(
  tokens: readonly Token[],
  i: number,
  sentenceStart: number,
  writing: Writing,
  taken: Taken,
  named: NamedNumber[],
): Single | null {
  const core = numberAt(tokens, i, writing);
  if (!core) return null;
  const last = named.at(-1);
  const why = whyNoQuantity(tokens, i, core, sentenceStart, taken, last);
  if (why !== null) {
    named.push({ from: i, to: core.to, why });
    return null;
  }
  if (isPronoun(tokens, i, core)) return null;
  let from = moneyBefore(tokens, i);
  const sign = from < i;
  let negative = false;
  const mark = tokens[from - 1];
  const prev = tokens[from - 2];
  if (mark && MINUS.has(mark.text)) {
    const free = !prev || !mark.glued || prev.lower === "minus" ||
      /^[($£€:]$/.test(prev.text);
    if (prev?.lower === "minus") {
      negative = true;
      from -= 2;
    } else if (free && tokens[from]!.glued && prev?.kind !== "number") {
      negative = true;
      from--;
      if (CURRENCY_SIGNS.has(at(tokens, from - 1))) from--;
    }
  } else if (at(tokens, from - 1) === "minus") {
    negative = true;
    from--;
  }
  const [scale, to] = percentAfter(tokens, core.to);
  const word = tokens[to];
  const dash = DASHES.has(word?.text ?? "") ? 1 : 0;
  const unit = at(tokens, to + dash);
  const adjective =
    /^(us|u|australian|canadian|danish|swedish|norwegian|hong|new|british|american)$/
      .test(unit);
  const money = sign || CURRENCY_SIGNS.has(word?.text ?? "") ||
    MONEY.has(unit) && unit.length > 2 ||
    word?.glued === true && MONEY.has(unit) && unit !== "c" && unit !== "a" ||
    adjective && MONEY.has(at(tokens, to + dash + 1)) &&
      at(tokens, to + dash + 1).length > 2;
  return {
    from,
    to: CURRENCY_SIGNS.has(word?.text ?? "") && word!.glued ? to + 1 : to,
    value: core.value,
    high: null,
    fraction: core.fraction,
    plural: core.plural,
    words: core.words,
    scale,
    money,
    multiple: core.multiple,
    negative,
    fine: core.fine,
    change: null,
    article: core.article,
    core,
  };
}

/** The numbers of a sentence, and those that count nothing. */
export interface FoundNumbers {
  readonly numbers: TextNumber[];
  readonly named: NamedNumber[];
}

/** All the numbers of a sentence: ranges joined, dates and names left out. */
export function findNumbers(
  tokens: readonly Token[],
  from: number,
  to: number,
  writing: Writing,
  taken: Taken,
): FoundNumbers {
  const singles: Single[] = [];
  const named: NamedNumber[] = [];
  for (let i = from; i < to;) {
    if (taken(i) || !mayBegin(tokens[i]!)) {
      i++;
      continue;
    }
    const single = singleAt(tokens, i, from, writing, taken, named);
    if (single && single.core.to <= to && !taken(single.core.to - 1)) {
      singles.push(single);
      i = Math.max(i + 1, single.to);
    } else i++;
  }
  const found: TextNumber[] = [];
  for (let k = 0; k < singles.length; k++) {
    const first = singles[k]!;
    const second = singles[k + 1];
    const joined = second && join(tokens, first, second, from);
    if (joined === "score") {
      named.push({ from: first.from, to: second!.to, why: "a score" });
      k++;
    } else if (joined) {
      found.push(...joined);
      k++;
    } else found.push(plainOf(first));
  }
  return { numbers: found, named };
}

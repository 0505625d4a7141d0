import type { Mention } from "../mention.ts";
import { compareDecimals, decimalOf, toNumber } from "../decimal.ts";
import { isClosed } from "./words/closed_words.ts";
import {
  CURRENCY_SIGNS,
  EVENT_VERBS,
  MONEY,
  PAY,
  PEOPLE,
} from "./words/nouns.ts";
import { isAge } from "./ages.ts";
import { isForetold, isSample, isSupposed, whyReckoned } from "./reckoned.ts";
import { at, type Token } from "../token.ts";

const HUNDRED = decimalOf("100");
const TEN = decimalOf("10");
const CUT: ReadonlySet<string> = new Set([";", ":", "—", "(", ")", "|"]);

/** The tokens of a clause around a number: to the next mark that cuts. */
export function clauseOf(
  tokens: readonly Token[],
  { number, sentence }: Mention,
  commas = false,
): [number, number] {
  const cuts = (token: Token) =>
    CUT.has(token.text) || commas && token.text === ",";
  let from = number.from;
  while (from > sentence.from && !cuts(tokens[from - 1]!)) from--;
  let { to } = number;
  while (to < sentence.to && !cuts(tokens[to]!)) to++;
  return [from, to];
}

function some(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: ReadonlySet<string>,
): string | null {
  for (let i = from; i < to; i++) {
    if (words.has(at(tokens, i))) return at(tokens, i);
  }
  return null;
}

const PLACES: ReadonlySet<string> = new Set(
  ("schools halls villages towns cities districts countries provinces regions " +
    "states municipalities camps centres centers sites locations clinics " +
    "hospitals gates stations places communes counties islands streets " +
    "buildings shelters hotels ports prisons").split(" "),
);

const PLANS: ReadonlySet<string> = new Set(
  ("will would could may might shall plan plans planning planned intends hopes " +
    "aims target forecast forecasts projected predicted predicts promised " +
    "promises vowed wants wanted demand demands demanded offers offered " +
    "proposes proposed seeks sought requested requests asks must should " +
    "demanding offering seeking proposing requesting planning expects " +
    "expected expecting needs need")
    .split(" "),
);

/** A verb of a demand or a plan right before a number: "wants 8.5%". */
function isPlanned(
  tokens: readonly Token[],
  mention: Mention,
): string | null {
  const [from] = clauseOf(tokens, mention, true);
  const { number } = mention;
  for (let i = number.from - 1; i >= Math.max(from, number.from - 16); i--) {
    const word = at(tokens, i);
    if (
      EVENT_VERBS.has(word) && !/^(planned|added)$/.test(word) &&
      at(tokens, i - 1) !== "be"
    ) return null;
    if (PLANS.has(word) && !(word === "may" && tokens[i]!.capital)) return word;
  }
  return null;
}

/** Whether "twice as …" multiplies a count. */
function multipliesCount(
  tokens: readonly Token[],
  mention: Mention,
): string | null {
  const { number, sentence } = mention;
  const next = at(tokens, number.to);
  if (next === "as") {
    return /^(many|much|high|large|big|great|often|numerous|likely|common|frequent)$/
        .test(at(tokens, number.to + 1))
      ? null
      : `"as ${at(tokens, number.to + 1)}" compares no counts`;
  }
  const [from, to] = clauseOf(tokens, mention, true);
  const end = Math.min(to, number.to + 5);
  const other =
    /^(time|times|wait|waiting|price|prices|cost|costs|fare|fares|rent|rents|salary|salaries|speed|value|revenue|profit|profits|sales|shares|wages|size|weight|length|distance|fine|fines|fee|fees|budget|spending|debt|income|temperature|duration|damage)$/;
  for (let i = Math.max(from, number.from - 6); i < end; i++) {
    if (i >= number.from && i < number.to) continue;
    if (other.test(at(tokens, i))) {
      return `${at(tokens, i)} is no count`;
    }
  }
  // "Doubled, to 4.5 days".
  for (let i = number.to; i < Math.min(sentence.to, number.to + 6); i++) {
    if (
      /^(days|hours|minutes|weeks|crowns|dollars|euros|km|percent|%|\$|€|£)$/
        .test(at(tokens, i)) && at(tokens, number.to) !== "the"
    ) {
      return "what is multiplied is no count";
    }
  }
  return null;
}

/** "Seven of them", "now it is six or seven": it goes on from a claim. */
function goesOnFrom(tokens: readonly Token[], { number, hedge }: Mention) {
  if (at(tokens, number.to) === "of" && toNumber(number.value) > 1) {
    return /^(them|whom|which|those|these)$/.test(at(tokens, number.to + 1));
  }
  return /^(is|was)$/.test(at(tokens, hedge.from - 1)) &&
    at(tokens, hedge.from - 2) === "it";
}

/**
 * Why a number is no claim, or null where it may be one.
 *
 * @param after Whether a claim stands before it in the sentence.
 */
export function whyNot(
  tokens: readonly Token[],
  mention: Mention,
  inList: boolean,
  after: boolean,
): string | null {
  const { number, unit, hedge, trend, sentence } = mention;
  const before = at(tokens, hedge.from - 1);
  const next = at(tokens, number.to);
  const goesOn = after && goesOnFrom(tokens, mention);
  if (isAge(tokens, mention)) return "an age";
  if (number.scale === "points") {
    return "percentage points: a difference of shares, which no kind states";
  }
  if (number.multiple) return multipliesCount(tokens, mention);
  if (number.money) return "money";
  if (number.negative) return "a number below zero counts nothing";
  const [clause, end] = clauseOf(tokens, mention, true);
  if (isSupposed(tokens, sentence.from, sentence.to)) {
    return 'only supposed: after "if"';
  }
  const share = number.scale === "percent" || number.fraction !== null;
  const foretold = isForetold(tokens, mention, end);
  // "57% would cycle" tells what they said.
  if (foretold && !(share && foretold === "would")) {
    return `"${foretold}": a plan, a demand or a forecast`;
  }
  if (share) {
    const pay = some(
      tokens,
      Math.max(clause, number.from - 6),
      Math.min(end, number.to + 5),
      PAY,
    );
    if (pay) return `"${pay}": a price or pay, no count`;
    // "Down 46 cents, or 0.6%".
    if (/^(or|\()$/.test(before)) {
      for (
        let i = hedge.from - 2;
        i >= Math.max(sentence.from, hedge.from - 7);
        i--
      ) {
        if (
          MONEY.has(at(tokens, i)) && at(tokens, i).length > 2 ||
          CURRENCY_SIGNS.has(at(tokens, i))
        ) return "money";
      }
    }
    const planned = isPlanned(tokens, mention);
    if (planned) return `"${planned}": a plan, a demand or a forecast`;
    return null;
  }
  const reckoned = whyReckoned(tokens, mention);
  if (reckoned) return reckoned;
  // "48.5°N", "41 °C".
  if (/^[°º′″]$/.test(next)) return "a temperature or an angle";
  // "Over 2,800 people a day": the unit decides.
  if (unit?.sort === "time") {
    return /^(a|an|per|every|each)$/.test(at(tokens, unit.from - 1))
      ? null
      : "a length of time";
  }
  if (unit?.sort === "money") return "money";
  if (unit?.sort === "measure") return "a size, a distance or a speed";
  if (/^(times)$/.test(at(tokens, number.to))) {
    return "how often, no count of things";
  }
  const dash = at(tokens, number.to) === "-" && tokens[number.to]!.glued;
  if (dash && at(tokens, number.to + 1) !== "strong") {
    const word = at(tokens, number.to + 1);
    if (compareDecimals(number.value, HUNDRED) < 0) return `part of "${word}"`;
  }
  if (before === "of" && tokens[number.from - 2]?.kind === "number") {
    return "the whole that the number before it is a part of";
  }
  if (/^(interviewed|polled|surveyed|questioned|asked)$/.test(before)) {
    return "the size of a sample";
  }
  if (
    unit?.sort === "count" && number.value.exponent < 0 && !number.words &&
    compareDecimals(number.value, HUNDRED) < 0
  ) return "an average, no count";
  if (isSample(tokens, number.from, clause)) return "the size of a sample";
  if (/^(respondents|interviewees)$/.test(unit?.head ?? "")) {
    return "the size of a sample";
  }
  const planned = isPlanned(tokens, mention);
  if (planned) return `"${planned}": a plan, a demand or a forecast`;
  for (let i = number.to; i < Math.min(end, number.to + 5); i++) {
    if (
      /^(needed|required|planned|expected|wanted)$/.test(at(tokens, i)) &&
      /^(are|were|is|was|be|been)$/.test(at(tokens, i - 1))
    ) {
      return `"${at(tokens, i)}": a plan, a demand or a forecast`;
    }
  }
  if (!unit || unit.sort === "other") {
    for (let i = number.from - 1; i >= Math.max(clause, number.from - 5); i--) {
      if (
        /^(cost|costs|worth|price|aid|budget|spend|spending|revenue|investment|funding|loan|fined|damage)$/
          .test(at(tokens, i))
      ) return "money";
    }
  }
  const small = compareDecimals(number.value, TEN) <= 0 && number.high === null;
  const verb = EVENT_VERBS.has(before);
  const ellipsis = /^(are|were|was|is|have|had|has|remain|remained|did)$/
    .test(next) || EVENT_VERBS.has(next);
  if (
    small &&
    /^(in|at|from|across|after|outside|near|on|through)$/.test(before) &&
    !number.plural
  ) return "where or when, a detail";
  if (
    /^(in|at|across|outside|near|from)$/.test(before) &&
    PLACES.has(unit?.head ?? "") &&
    compareDecimals(number.value, HUNDRED) < 0
  ) return "where, a detail";
  const definite =
    /^(the|these|those|its|their|his|her|our|both|all|last|first|other|next|remaining|same)$/
      .test(before) ||
    before.endsWith("'s") || before === "s" || before.endsWith("s'");
  if (definite && compareDecimals(number.value, HUNDRED) < 0) {
    return "named as known: a detail";
  }
  if (goesOn) return null;
  if (number.words && small && !number.plural && !trend) {
    const people = unit?.sort === "count" && PEOPLE.has(unit.head);
    const event = some(tokens, clause, end, EVENT_VERBS);
    // "None of those who left returned" counts none.
    const none = number.value.digits === 0n;
    if (none && event) return null;
    if (at(tokens, number.to) === "of") return "one of several";
    if (verb && (!unit || unit.sort === "other")) return null;
    if (!event || !people) {
      return inList ? null : "a small number in words: a detail";
    }
  }
  const counts = unit?.sort === "count" || unit?.sort === "stuff";
  if (
    !counts && !inList && hedge.hedge === "bare" && !trend && !number.change
  ) {
    const big = compareDecimals(number.value, HUNDRED) >= 0;
    const per = /^(a|per|every|each|daily|weekly|monthly|yearly|annually)$/
      .test(next);
    const anaphor =
      /^(it|at|from|added|another|only|of|to|were|was|and|recorded|counted|reported|registered|brought|,|\(|with|reaching|reached|from)$/
        .test(before);
    if (
      !big && !per && !verb && !ellipsis &&
      !(anaphor && next !== "" && (isClosed(next) || /^[.,;)]$/.test(next)))
    ) {
      return "counts nothing that is named";
    }
    if (toNumber(number.value) < 20 && !per && before === ",") {
      return "counts nothing that is named";
    }
  }
  return null;
}

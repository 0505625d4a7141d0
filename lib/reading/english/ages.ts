import { compareDecimals, decimalOf } from "../decimal.ts";
import type { Mention } from "../mention.ts";
import { isCounted } from "./words/closed_words.ts";
import { AGED, ROLES } from "./words/person_words.ts";
import { at, type Token } from "../token.ts";

/** Nobody is older. */
const OLDEST = decimalOf("125");

/** What may stand between two numbers of a list. */
const LISTS: ReadonlySet<string> = new Set([
  ..."and or to , - – both".split(" "),
]);

/** So many ages one list has. */
const MOST_LISTED = 6;

/** So far back the "aged" of a list of ages is looked for. */
const FARTHEST = 12;

/** "Aged 9, 11 and 14", "ages 5 to 11", "aged between 18 and 24". */
function followsAged(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - FARTHEST); i--) {
    const { kind, lower } = tokens[i]!;
    if (lower === "aged" || lower === "ages" || lower === "age") return true;
    const passes = kind === "number" || LISTS.has(lower) ||
      /^(between|from|of|about|around|over|under|at|least|just|months|years|only)$/
        .test(lower);
    if (!passes) return false;
  }
  return false;
}

/** Whether a token names persons: "the woman", "minister", "Dill". */
const isPerson = (token: Token | undefined): boolean =>
  token?.kind === "word" &&
  (token.capital || AGED.has(token.lower) || ROLES.has(token.lower));

/** "Marta Dill, 54, who", "two men, 23 and 31, were", "a miner (44)". */
function standsApart(tokens: readonly Token[], { number }: Mention): boolean {
  let first = number.from;
  let { to } = number;
  // The list of ages around it.
  for (let turns = 0; turns < MOST_LISTED; turns++) {
    const before = LISTS.has(at(tokens, first - 1)) &&
      tokens[first - 2]?.kind === "number";
    const after = LISTS.has(at(tokens, to)) &&
      tokens[to + 1]?.kind === "number";
    if (before) first -= 2;
    if (after) to += 2;
  }
  const opens = at(tokens, first - 1);
  if (opens !== "," && opens !== "(" || !isPerson(tokens[first - 2])) {
    return false;
  }
  const list = first < number.from || to > number.to;
  const closes = at(tokens, to);
  if (opens === "(") return closes === ")";
  if (!/^[,.)]?$/.test(closes)) return false;
  return !list || AGED.has(at(tokens, first - 2));
}

/** "Children under 5", "those over 65", "one in eight of them is under 25". */
function limitsAge(
  tokens: readonly Token[],
  { number, hedge, unit, sentence }: Mention,
): boolean {
  if (hedge.from === number.from) return false;
  const words = tokens.slice(hedge.from, number.from).map(({ lower }) => lower)
    .join(" ");
  if (!/^(just |well |all )?(under|over|above|below)( the)?$/.test(words)) {
    return false;
  }
  if (unit && unit.sort === "count" && unit.from <= number.to) return false;
  const before = at(tokens, hedge.from - 1);
  if (AGED.has(before)) return true;
  if (!/^(is|are|was|were|be|being)$/.test(before)) return false;
  for (
    let i = hedge.from - 2;
    i >= Math.max(sentence.from, hedge.from - 7);
    i--
  ) {
    if (/^(them|whom|who|they|he|she)$/.test(at(tokens, i))) return true;
    if (AGED.has(at(tokens, i))) return true;
    if (tokens[i]!.kind !== "word") return false;
  }
  return false;
}

/** Whether a number is how old somebody is. */
export function isAge(tokens: readonly Token[], mention: Mention): boolean {
  const { number, hedge, unit } = mention;
  if (number.scale !== null || number.money || number.multiple) return false;
  const after = at(tokens, number.to);
  const before = at(tokens, number.from - 1);
  // "The 54-year-old", "5- to 11-year-olds", "18 months old".
  if (unit && /years?[- ]?olds?$/.test(unit.text.toLowerCase())) return true;
  for (let i = number.to; i < number.to + 6; i++) {
    const word = at(tokens, i);
    if (/^olds?$/.test(word)) {
      return /^(-|years?|months?)$/.test(at(tokens, i - 1)) &&
        /^(-|years?|months?|to|and)$/.test(after);
    }
    if (word === "of" && at(tokens, i + 1) === "age") return true;
    const passes = /^(-|–|to|and|or|years?|months?)$/.test(word) ||
      tokens[i]?.kind === "number";
    if (!passes) break;
  }
  const most = number.high ?? number.value;
  if (number.fraction || compareDecimals(most, OLDEST) > 0) return false;
  if (unit?.sort === "count" && unit.from === number.to) return false;
  if (followsAged(tokens, number.from)) return true;
  if (/^(younger|older)$/.test(at(tokens, hedge.from - 1))) return true;
  if (
    /^(younger|older) than$/.test(
      `${at(tokens, number.from - 2)} ${before}`,
    )
  ) return true;
  if (limitsAge(tokens, mention)) return true;
  // "A boy of 15".
  if (
    before === "of" && /^(boy|girl|man|woman|child|youth)$/.test(
      at(tokens, number.from - 2),
    )
  ) return true;
  // "He was 17.", "She turned 80 in May."
  if (
    /^(was|is|turned|turns|turning|am|be)$/.test(before) &&
    (/^(he|she|i|who)$/.test(at(tokens, number.from - 2)) ||
      before.startsWith("turn")) &&
    !isCounted(tokens[number.to])
  ) return true;
  return number.high === null && !number.words && number.value.exponent >= 0 &&
    standsApart(tokens, mention);
}

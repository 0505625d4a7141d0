import type { Core } from "./number_core.ts";
import { isClosed } from "../words/closed_words.ts";
import { at, type Token } from "../../token.ts";

/** "One" that counts nothing: no one, one another, the one who. */
export function isPronoun(
  tokens: readonly Token[],
  i: number,
  core: Core,
): boolean {
  if (core.to !== i + 1 || at(tokens, i) !== "one") return false;
  if (core.fraction) return false;
  const before = at(tokens, i - 1);
  if (
    /^(no|any|every|each|the|this|that|which|another|some|someone|some|day|new|old|good|bad|big|other|only|such|same|a|by|it|and|or|to)$/
      .test(before) &&
    before !== "or" && before !== "to" && before !== "and" &&
    before !== "only" && before !== "by"
  ) return true;
  const next = tokens[i + 1];
  if (!next || next.kind !== "word") return true;
  if (next.lower === "of") {
    // "One of the best" counts one.
    return false;
  }
  if (
    /^(day|thing|way|another|time|who|that|year|night|side)$/.test(next.lower)
  ) {
    return true;
  }
  const acronym = /^\p{Lu}{2,}$/u.test(next.text);
  return !acronym && isClosed(next.lower.replace(/'s$/, "")) ||
    next.lower.endsWith("ed");
}

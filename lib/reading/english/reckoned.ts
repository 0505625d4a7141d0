import type { Mention } from "../mention.ts";
import { PER_WORDS, SAMPLES } from "./words/nouns.ts";
import { MAGNITUDES, SMALL, TENS } from "./words/number_words.ts";
import { at, type Token } from "../token.ts";

const isNumber = (token: Token | undefined): boolean =>
  token?.kind === "number" || SMALL.has(token?.lower ?? "") ||
  TENS.has(token?.lower ?? "") || MAGNITUDES.has(token?.lower ?? "");

/**
 * "1.2 per person", "12 deaths per 100,000 people", "45 doctors for every 1,000":
 * how many by head, and by how many it is reckoned.
 */
export function whyReckoned(
  tokens: readonly Token[],
  { number, hedge, unit }: Mention,
): string | null {
  const before = at(tokens, hedge.from - 1);
  if (
    before === "per" ||
    /^(every|each)$/.test(before) && /^(for|in|of)$/.test(
        at(tokens, hedge.from - 2),
      )
  ) return "by so many the number before it is reckoned";
  const byHead = "reckoned by head, no count";
  for (const i of new Set([number.to, unit?.to ?? number.to])) {
    const [word, next] = [at(tokens, i), at(tokens, i + 1)];
    if (word === "per" && next !== "cent" && !PER_WORDS.has(next)) {
      return byHead;
    }
    if (word === "a" && next === "head") return byHead;
    if (
      /^(for|to|in)$/.test(word) && /^(every|each)$/.test(next) &&
      isNumber(tokens[i + 2])
    ) return byHead;
  }
  return null;
}

/** So many words a sample's own name may have: "a survey by the … of 1,140". */
const LONGEST_NAME = 12;

/** "A poll of 1,512 adults", "a survey by the Kasuma Institute of 1,140". */
export function isSample(
  tokens: readonly Token[],
  from: number,
  clause: number,
): boolean {
  const of = /^(of|with|among)$/;
  for (let i = from - 1; i >= Math.max(clause, from - 4); i--) {
    if (SAMPLES.has(at(tokens, i)) && of.test(at(tokens, i + 1))) return true;
  }
  if (!of.test(at(tokens, from - 1))) return false;
  for (let i = from - 2; i >= Math.max(clause, from - LONGEST_NAME); i--) {
    const token = tokens[i]!;
    if (SAMPLES.has(token.lower)) return /^(by|from)$/.test(at(tokens, i + 1));
    if (!token.capital && !/^(by|from|the|a|of|and|for)$/.test(token.lower)) {
      return false;
    }
  }
  return false;
}

/** So far a word of what may come stands before or after its number. */
const FARTHEST = 4;

/** "A third of the crop may be lost", "300 people will lose their jobs". */
export function isForetold(
  tokens: readonly Token[],
  { number, unit }: Mention,
  end: number,
): string | null {
  const from = Math.max(number.to, unit?.to ?? number.to);
  for (let i = from; i < Math.min(end, from + FARTHEST); i++) {
    const word = at(tokens, i);
    if (/^(that|which|who|whom|said|says|and|but|of)$/.test(word)) {
      if (word !== "of") return null;
      continue;
    }
    if (!/^(may|might|will|would|shall|could)$/.test(word)) continue;
    if (tokens[i]!.capital) return null;
    const not = /^(not|no)$/.test(at(tokens, i + 1));
    if (word === "could" && at(tokens, i + 1) !== "be") return null;
    return not ? null : word;
  }
  return null;
}

/** "If half of them left, there would be": what is only supposed. */
export function isSupposed(
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  let first = from;
  while (first < to && tokens[first]!.kind === "mark") first++;
  if (/^(suppose|imagine)$/.test(at(tokens, first))) return true;
  if (!/^(if|unless|assuming)$/.test(at(tokens, first))) return false;
  for (let i = first; i < to; i++) {
    if (/^(would|could|might|will|should|can)$/.test(at(tokens, i))) {
      return true;
    }
  }
  return false;
}

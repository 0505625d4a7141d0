import { at, DASHES, isHyphen, type Token } from "../../token.ts";
import { begins, type SlavicWords } from "../words.ts";
import type { Core } from "../../number_core.ts";

/** Case endings after a hyphen that leave a number a number: "20-ти". */
const CARDINAL = /^(ти|ма|ми|ью|ох|ом|ьох)$/;

/** Whether digits stand in a clock time, a score, a name, an ordinal. */
export function isNoQuantity(
  tokens: readonly Token[],
  i: number,
  core: Core,
  words: SlavicWords,
): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  if (token.kind !== "number") return false;
  const next = tokens[core.to];
  if (
    (next?.text === ":" || next?.text === "/") && next.glued &&
    tokens[core.to + 1]?.kind === "number" && tokens[core.to + 1]!.glued
  ) return true;
  if (
    (before?.text === ":" || before?.text === "/") && token.glued &&
    tokens[i - 2]?.kind === "number"
  ) return true;
  // 2-й, 1990-х, 32-річний, Т-72, Ми-8.
  if (next && isHyphen(next.text) && next.glued && core.to === i + 1) {
    const word = tokens[core.to + 1];
    if (word?.kind === "word" && word.glued && !CARDINAL.test(word.lower)) {
      return true;
    }
  }
  if (
    before && DASHES.has(before.text) && before.glued && token.glued &&
    tokens[i - 2]?.kind === "word"
  ) return true;
  if (before && /^[#@№_\\]$/.test(before.text)) return true;
  if (/^0\d/.test(token.text)) return true;
  if (
    next?.kind === "word" && next.glued && !words.magnitudes.has(next.lower)
  ) {
    return /^[\p{L}]$/u.test(next.text) && !words.measures.has(next.lower);
  }
  // "Стаття 407", "п. 5", "№ 12".
  const dot = before?.text === "." ? 1 : 0;
  const namer = tokens[i - 1 - dot];
  if (core.to === i + 1 && namer?.kind === "word") {
    const { lower } = namer;
    if (words.named.includes(lower)) return true;
    const stems = words.named.filter((stem) => stem.length > 3);
    if (lower.length < 10 && begins(lower, stems)) return true;
  }
  return isPhone(tokens, i);
}

/** Groups of digits with dashes, as telephone numbers are printed. */
function isPhone(tokens: readonly Token[], i: number): boolean {
  let groups = 1;
  let k = i;
  while (
    isHyphen(at(tokens, k + 1)) && tokens[k + 2]?.kind === "number" &&
    tokens[k + 1]!.glued && tokens[k + 2]!.glued
  ) [groups, k] = [groups + 1, k + 2];
  k = i;
  while (
    k >= 2 && isHyphen(at(tokens, k - 1)) && tokens[k - 2]!.kind === "number" &&
    tokens[k - 1]!.glued && tokens[k]!.glued
  ) [groups, k] = [groups + 1, k - 2];
  return groups > 2 || at(tokens, k - 1) === "+" && tokens[k]!.text.length > 2;
}

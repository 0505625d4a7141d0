import { at, DASHES, isHyphen, type Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";
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
    const named = lower.length < 10 &&
      words.named.some((stem) => stem.length > 3 && lower.startsWith(stem));
    if (named) return true;
  }
  return isPhone(tokens, i);
}

/** How many tokens a telephone number may have, to either side. */
const PHONE = 14;

/** Whether a token may stand inside a telephone number. */
const isOfPhone = ({ kind, text }: Token): boolean =>
  kind === "number" ? /^\d{1,4}$/.test(text) : /^[-‑+()]$/.test(text);

/**
 * Groups of digits as telephone numbers are printed: three and more with
 * dashes, or such a run that +, 0, 8 or a bracket opens: "0 800 33-21-10".
 */
function isPhone(tokens: readonly Token[], i: number): boolean {
  let [from, to] = [i, i + 1];
  while (from > i - PHONE && from > 0 && isOfPhone(tokens[from - 1]!)) from--;
  while (to < i + PHONE && to < tokens.length && isOfPhone(tokens[to]!)) to++;
  const run = tokens.slice(from, to);
  const groups = run.filter(({ kind }) => kind === "number").length;
  const dashes =
    run.filter(({ text, glued }, k) =>
      isHyphen(text) && glued && run[k + 1]?.glued
    ).length;
  if (run[0]!.text === "+") return groups > 1 || tokens[i]!.text.length > 2;
  const opened = /^(0\d{0,3}|8|\()$/.test(run[0]!.text) &&
    !/^(від|от|до|між|между|з|с)$/.test(at(tokens, from - 1));
  return dashes > 1 && groups > 2 || opened && groups > 2 && dashes > 0;
}

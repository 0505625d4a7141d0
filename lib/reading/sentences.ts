import type { Token } from "./token.ts";

/** Tokens of one sentence: first, and one after the last. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** A sentence of more tokens is cut: no work may grow with its square. */
const LONGEST = 300;

/** Whether the point after a word shortens it: "Jan.", "млн." */
export type IsShort = (tokens: readonly Token[], word: number) => boolean;

/** Whether a mark ends a sentence: not after "Jan", a letter, "e.g". */
function ends(tokens: readonly Token[], i: number, isShort: IsShort): boolean {
  const mark = tokens[i]!.text;
  const next = tokens[i + 1];
  if (mark === "!" || mark === "?") return true;
  if (mark !== ".") return false;
  if (!next) return true;
  if (tokens[i - 1]?.kind === "word" && isShort(tokens, i - 1)) return false;
  if (next.glued && !/["”»’')\]]/.test(next.text)) return false;
  return next.kind !== "word" || next.capital;
}

/** Cuts a paragraph into sentences, with the short words of its language. */
export function sentencesOf(
  tokens: readonly Token[],
  isShort: IsShort,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!ends(tokens, i, isShort) && i - from < LONGEST) continue;
    let to = i + 1;
    while (
      to < tokens.length && /^["”»’)\]]$/.test(tokens[to]!.text) &&
      tokens[to]!.glued
    ) to++;
    sentences.push({ from, to });
    from = to;
    i = to - 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

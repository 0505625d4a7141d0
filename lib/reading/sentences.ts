import type { Token } from "./token.ts";

/** Tokens of one sentence: first, and one after the last. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

const SHORT: ReadonlySet<string> = new Set(
  ("mr mrs ms dr st no nos art jan feb mar apr jun jul aug sep sept oct nov " +
    "dec gen col lt sgt capt prof rev sen rep gov approx ca c vs etc inc ltd " +
    "co corp dept est fig vol pp u.s").split(" "),
);

/** A sentence of more tokens is cut: no work may grow with its square. */
const LONGEST = 300;

/** Whether a point ends a sentence: not after "Jan", a letter, "e.g". */
function ends(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i]!.text;
  const next = tokens[i + 1];
  if (mark === "!" || mark === "?") return true;
  if (mark !== ".") return false;
  if (!next) return true;
  const before = tokens[i - 1];
  if (
    before?.kind === "word" && before.glued === false || before?.kind === "word"
  ) {
    if (SHORT.has(before.lower)) return false;
    if (before.text.length === 1) {
      // "U.S." goes on unless a capital word of a sentence follows.
      return false;
    }
  }
  if (next.glued && !/["”»’')\]]/.test(next.text)) return false;
  return next.kind !== "word" || next.capital;
}

/** Cuts a paragraph into sentences. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!ends(tokens, i) && i - from < LONGEST) continue;
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
